import sharp from "sharp";
import { expect, test } from "./fixtures/test";

/** The picture that a page names for its link preview. */
async function readPreview(
  request: import("@playwright/test").APIRequestContext,
  path: string,
): Promise<Buffer> {
  const html = await (await request.get(path)).text();
  const address = /property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? "";
  const { pathname, search } = new URL(address.replaceAll("&amp;", "&"));
  const response = await request.get(pathname + search);
  expect(response.status(), path).toBe(200);
  expect(response.headers()["content-type"]).toBe("image/png");
  return response.body();
}

test("Every page has a link preview of its own", async ({ page, arena }) => {
  const [creation] = await arena.sql(
    "SELECT c.id FROM creations c WHERE status = 'ok' ORDER BY id LIMIT 1",
  );
  const seen = new Set<string>();
  for (const path of [
    "/",
    "/leaderboard",
    "/entrants/sample-sculptor",
    "/prompts/sea-turtle",
    "/compare/sample-sculptor/sample-careless",
    `/creations/${creation?.id}`,
  ]) {
    const picture = await readPreview(page.request, path);
    const { width, height } = await sharp(picture).metadata();
    expect([width, height], path).toEqual([1200, 630]);
    seen.add(picture.toString("base64"));
  }
  expect(seen.size).toBe(6);
});

test("The preview of a creation shows a reader with a battle on its prompt no object", async ({
  playwright,
  arena,
}) => {
  const voter = await playwright.request.newContext({ baseURL: arena.url });
  const stranger = await playwright.request.newContext({ baseURL: arena.url });
  const { battleId } = await (await voter.post("/api/battles", { data: {} })).json();
  const [row] = await arena.sql("SELECT left_creation_id AS id FROM battles WHERE id = $1", [
    battleId,
  ]);
  const path = `/creations/${row?.id}/opengraph-image`;
  const read = async (request: typeof voter) => (await request.get(path)).body();
  const shown = await read(stranger);
  expect((await read(voter)).equals(shown)).toBe(false);
  await voter.post(`/api/battles/${battleId}/skip`);
  expect((await read(voter)).equals(shown)).toBe(true);
  await voter.dispose();
  await stranger.dispose();
});

test("What is not there has no preview, whatever its address", async ({ page }) => {
  for (const path of [
    "/entrants/nobody",
    "/entrants/%00",
    "/prompts/%00",
    "/compare/%00/sample-careless",
    "/creations/nothing",
  ]) {
    const response = await page.request.get(`${path}/opengraph-image`);
    expect(response.status(), path).toBe(404);
    expect(response.headers()["content-type"], path).toBe("image/png");
  }
});
