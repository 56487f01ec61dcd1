import type { Page } from "@playwright/test";
import type { Arena } from "./fixtures/arena";
import { expectShown, expectTurned, openerOf, viewOf } from "./fixtures/single-views";
import { expect, test } from "./fixtures/test";
import { expectNoViolations } from "./fixtures/viewers";

async function creationOf(arena: Arena, entrant: string, prompt: string): Promise<string> {
  const rows = await arena.sql(
    `SELECT c.id FROM creations c JOIN entrants e ON e.id = c.entrant_id JOIN prompts p ON p.id = c.prompt_id
     WHERE e.slug = $1 AND p.slug = $2`,
    [entrant, prompt],
  );
  return String(rows[0]?.id);
}

/** KiB of scripts that a page was sent so far. */
function countScripts(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script")
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024;
}

test("A creation's page shows a poster, and draws only when asked: by keyboard, and back", async ({
  page,
  arena,
}) => {
  const scripts = countScripts(page);
  const files: string[] = [];
  page.on("request", (request) => {
    if (/\/(?:glb|materials)$/.test(request.url())) files.push(request.url());
  });
  await page.goto(`/creations/${await creationOf(arena, "sample-sculptor", "pagoda")}`);
  const opener = openerOf(page, "Five-storey pagoda");
  await expect(opener).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(await scripts()).toBeLessThan(150);
  expect(files).toEqual([]);

  await opener.focus();
  await page.keyboard.press("Enter");
  const view = viewOf(page, "Five-storey pagoda");
  await expectShown(view);
  await expect(view.getByRole("application")).toBeFocused();
  const home = await view.getAttribute("data-orbit");
  await page.keyboard.press("ArrowRight");
  const turned = await expectTurned(view, home);
  await page.keyboard.press("PageUp");
  const near = await expectTurned(view, turned);
  await page.keyboard.press("Home");
  const back = await expectTurned(view, near);
  // An eased way home ends a hair's breadth from it.
  for (const [at, value] of String(back).split(",").entries())
    expect(Number(value)).toBeCloseTo(Number(home?.split(",")[at]), 3);
  expect(files).toHaveLength(1);

  for (const name of ["Shading: Clay", "Shading: Normals", "Shading: Wireframe"])
    await view.getByRole("button", { name }).click();
  await expect(view.getByRole("button", { name: "Shading: Materials" })).toBeVisible();
  await expect.poll(() => files.filter((url) => url.endsWith("/materials")).length).toBe(1);
  await expectNoViolations(page);

  await view.getByRole("application").focus();
  await page.keyboard.press("Escape");
  await expect(view).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test("It tells of the script, the attempts and the object, and gives all of it away", async ({
  page,
  arena,
}) => {
  const id = await creationOf(arena, "sample-sculptor", "pagoda");
  await page.goto(`/creations/${id}`);
  await expect(page).toHaveTitle("Five-storey pagoda · Polyduel");
  await expect(page.getByRole("region", { name: "Object" })).toContainText("13,178");
  await expect(page.getByRole("region", { name: "Provenance" })).toContainText("3.4.1");
  await expect(page.getByRole("region", { name: "Source of the script" })).toContainText(
    "import bpy",
  );
  await expect(page.locator(".hljs-keyword").first()).toBeVisible();
  await expect(page.getByText("Licence: CC0 1.0")).toBeVisible();
  const downloads = page.getByRole("region", { name: "Downloads" }).getByRole("listitem");
  const types = ["model/gltf-binary", "model/gltf-binary", "text/x-python; charset=utf-8"];
  await expect(downloads).toHaveCount(types.length);
  for (const [at, type] of types.entries()) {
    const href = await downloads.nth(at).getByRole("link").getAttribute("href");
    const file = await page.request.get(String(href));
    expect(file.headers()["content-type"]).toBe(type);
    expect((await file.body()).byteLength).toBeGreaterThan(1000);
  }
  await page.getByRole("link", { name: "Sample: bevels and curves" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sample: bevels and curves");
});

test("A creation that failed shows its error first, and the script that raised it", async ({
  page,
  arena,
}) => {
  await page.goto(`/creations/${await creationOf(arena, "sample-careless", "pagoda")}`);
  const failure = page.getByRole("region", { name: "The script raised an error" });
  await expect(failure).toContainText("bpy.ops.mesh.bevel.poll() failed, context is incorrect");
  await expect(failure).toContainText("“context”");
  await expect(page.getByRole("region", { name: "Source of the script" })).toContainText(
    "import bpy",
  );
  await expect(page.getByRole("button", { name: /Look around/ })).toHaveCount(0);
  await expect(page.getByRole("img", { name: /pagoda/ })).toHaveCount(0);
  await expectNoViolations(page);
});

test("Each attempt of a creation has its script", async ({ page, arena }) => {
  const id = await creationOf(arena, "sample-careless", "desk-lamp");
  await arena.sql(
    `INSERT INTO attempts (id, creation_id, number, kind, status, script, seconds, input_tokens, cost_usd, details)
     VALUES (gen_random_uuid(), $1, 2, 'repair', 'exec_error', '# the second try', 2.5, 1200, 0.0125, '{}')`,
    [id],
  );
  try {
    await page.goto(`/creations/${id}`);
    await expect(page.getByText("# the second try")).toBeVisible();
    await expect(page.getByText("2.5 s in Blender · 1,200 tokens in · $0.0125")).toBeVisible();
    await page.getByRole("link", { name: "Script of attempt 1" }).click();
    await expect(page).toHaveURL(/attempt=1/);
    await expect(page.getByText("# the second try")).toHaveCount(0);
    await page.goto(`/creations/${id}?attempt=banana`);
    await expect(page.getByText("# the second try")).toBeVisible();
  } finally {
    await arena.sql("DELETE FROM attempts WHERE creation_id = $1 AND number = 2", [id]);
  }
});

test("What is hidden, unknown or no id at all is not found, file by file", async ({
  page,
  arena,
}) => {
  const id = await creationOf(arena, "sample-parametric", "lighthouse");
  const addresses = [
    `/creations/${id}`,
    ...["glb", "materials", "script", "poster/0"].map((file) => `/api/creations/${id}/${file}`),
  ];
  for (const address of addresses) expect((await page.request.get(address)).status()).toBe(200);
  await arena.sql("UPDATE creations SET hidden_at = now(), hidden_reason = 'test' WHERE id = $1", [
    id,
  ]);
  try {
    for (const address of addresses) expect((await page.request.get(address)).status()).toBe(404);
  } finally {
    await arena.sql("UPDATE creations SET hidden_at = NULL, hidden_reason = NULL WHERE id = $1", [
      id,
    ]);
  }
  for (const unknown of [crypto.randomUUID(), "nonsense"])
    expect((await page.request.get(`/creations/${unknown}`)).status()).toBe(404);
});

test("Without WebGL the posters can be turned; a file that does not come can be asked for again", async ({
  page,
  arena,
}) => {
  const address = `/creations/${await creationOf(arena, "sample-blockout", "lighthouse")}`;
  let isBroken = true;
  await page.route("**/glb", (route) => (isBroken ? route.abort("failed") : route.continue()));
  await page.goto(address);
  await openerOf(page, "Lighthouse on a rock").click();
  const view = viewOf(page, "Lighthouse on a rock");
  await expect(view).toHaveAttribute("data-state", "failed");
  await expectNoViolations(page);
  isBroken = false;
  await view.getByRole("button", { name: "Retry" }).click();
  await expectShown(view);

  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto(address);
  await openerOf(page, "Lighthouse on a rock").click();
  await expect(view).toHaveAttribute("data-state", "posters");
  await view.getByRole("button", { name: /^Next view/ }).click();
  await expect(view.getByRole("img", { name: /view 2 of 4/ })).toBeVisible();
  await expectNoViolations(page);
  await view.getByRole("button", { name: "Close the view" }).click();
  await expect(openerOf(page, "Lighthouse on a rock")).toBeFocused();
});

test("A context that the browser takes away comes back with the same view", async ({
  page,
  arena,
}) => {
  await page.goto(`/creations/${await creationOf(arena, "sample-blockout", "pagoda")}`);
  await openerOf(page, "Five-storey pagoda").click();
  const view = viewOf(page, "Five-storey pagoda");
  await expectShown(view);
  const home = await view.getAttribute("data-orbit");
  await page.keyboard.press("ArrowLeft");
  const turned = await expectTurned(view, home);
  await view
    .locator("canvas")
    .evaluate((canvas: HTMLCanvasElement) =>
      canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext(),
    );
  await expect(view).toHaveAttribute("data-state", "loading");
  await expectShown(view);
  await expect(view).toHaveAttribute("data-orbit", String(turned));
});
