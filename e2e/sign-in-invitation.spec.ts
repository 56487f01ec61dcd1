import { rm } from "node:fs/promises";
import { createDataDir } from "./fixtures/arena";
import {
  acceptInvitation,
  createInvitation,
  forgiveEverybody,
  newEmail,
  problemOf,
  runAdmin,
} from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test.beforeEach(({ arena }) => forgiveEverybody(arena));

test("The first maintainer is invited on the terminal, chooses a password and is signed in", async ({
  page,
  arena,
}) => {
  const email = newEmail();
  const settings = { DATA_DIR: arena.dataDir, PORT: new URL(arena.url).port };
  const { stdout, code } = await runAdmin(["invite", email, "--role", "owner"], settings);
  expect(code).toBe(0);
  const link = /^http\S+$/m.exec(stdout)?.[0] ?? "";
  await page.goto(link);
  await expect(page.getByText(`${email} is to be an owner of this arena`)).toBeVisible();

  await acceptInvitation(page, { again: "something else, by mistake" });
  await expect(problemOf(page)).toHaveText("The two passwords are not the same.");
  await expect(page.getByLabel("New password again")).toBeFocused();
  await expect(page.getByLabel("Your name")).toHaveValue("Ada Lovelace");
  await acceptInvitation(page);
  await expect(page.getByRole("status")).toContainText("Welcome");
  await expect(page.getByText("Owner", { exact: true })).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This invitation was used" })).toBeVisible();
});

test("The terminal says what is wrong, and also invites while the arena rests", async () => {
  const dataDir = await createDataDir();
  const wrong = await runAdmin(["invite", "ada", "--role", "king"], { DATA_DIR: dataDir });
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain("is not an e-mail address");
  expect(wrong.stderr).toContain("Usage: npm run admin");
  expect(wrong.stderr).not.toContain("    at ");
  const right = await runAdmin(["invite", "ada@example.org"], { DATA_DIR: dataDir });
  expect(right.code).toBe(0);
  expect(right.stdout).toMatch(
    /ada@example.org is invited as owner.*\nhttp\S+\/invite\/[\w-]{43}$/m,
  );
  await rm(dataDir, { recursive: true });
});

test("An invitation that has expired or never was says what to do, and its link leads nowhere else", async ({
  page,
  arena,
}) => {
  await page.goto(await createInvitation(arena, newEmail(), -1));
  await expect(page.getByRole("heading", { name: "This invitation has expired" })).toBeVisible();
  await expect(page.getByText("Ask whoever invited you for a new one.")).toBeVisible();
  const answer = await page.goto("/invite/made-up");
  await expect(page.getByRole("heading", { name: "There is no such invitation" })).toBeVisible();
  expect(answer?.headers()).toMatchObject({
    "referrer-policy": "same-origin",
    "x-robots-tag": "noindex, nofollow",
    "content-security-policy": "frame-ancestors 'none'",
    "cache-control": expect.stringContaining("no-store"),
  });
});
