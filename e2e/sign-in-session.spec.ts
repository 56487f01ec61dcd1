import type { Page } from "@playwright/test";
import { startSecondWeb } from "./fixtures/arena";
import {
  createPerson,
  forgiveEverybody,
  newEmail,
  PASSWORD,
  sendPassword,
  signIn,
} from "./fixtures/people";
import { ask } from "./fixtures/plain-client";
import { expect, test } from "./fixtures/test";

test.beforeEach(({ arena }) => forgiveEverybody(arena));

test("Signing out everywhere ends the sessions of other browsers", async ({
  page,
  browser,
  arena,
}) => {
  const email = newEmail();
  await createPerson(arena, { email });
  const other = await (await browser.newContext({ baseURL: arena.url })).newPage();
  await signIn(page, email);
  await signIn(other, email);
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByRole("status")).toContainText("on every other device");
  // A page that was open there can do nothing more.
  await other.getByLabel("Current password").fill(PASSWORD);
  await other.getByLabel("New password", { exact: true }).fill("another long password");
  await other.getByLabel("New password again").fill("another long password");
  await other.getByRole("button", { name: "Change the password" }).click();
  await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await other.context().close();
});

test("A session ends by itself, and no copy of its cookie is good for longer", async ({
  browser,
  arena,
}) => {
  const email = newEmail();
  await createPerson(arena, { email });
  const second = await startSecondWeb(arena, { SESSION_SECONDS: "5" });
  const page = await (await browser.newContext({ baseURL: second.url })).newPage();
  await signIn(page, email);
  const session = (await page.context().cookies()).find(({ name }) => name === "polyduel_session");
  const headers = { cookie: `polyduel_session=${session?.value}` };
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect
    .poll(async () => (await ask(`${second.url}/account`, { headers })).location)
    .toBe("/sign-in?callbackUrl=/account");
  await page.context().close();
  await second.stop();
});

test("Votes of the cookie become the account's, and stay together in another browser", async ({
  page,
  browser,
  arena,
}) => {
  const email = newEmail();
  await createPerson(arena, { email, role: "voter" });
  const vote = async (judge: Page) => {
    const battle = await (await judge.request.post("/api/battles", { data: {} })).json();
    const path = `/api/battles/${battle.battleId}/vote`;
    expect((await judge.request.post(path, { data: { outcome: "tie" } })).status()).toBe(201);
  };
  const voterOf = async (judge: Page) =>
    (await judge.context().cookies()).find(({ name }) => name === "polyduel_voter")?.value;
  await page.goto("/sign-in");
  await vote(page);
  const voter = await voterOf(page);
  await sendPassword(page, email);
  await expect(page.getByText("1 counted as yours")).toBeVisible();
  expect(await voterOf(page)).toBe(voter);

  const other = await (await browser.newContext({ baseURL: arena.url })).newPage();
  await signIn(other, email);
  expect(await voterOf(other)).toBeUndefined();
  await vote(other);
  expect(await voterOf(other)).toBe(voter);
  await other.reload();
  await expect(other.getByText("2 counted as yours")).toBeVisible();

  // Whoever uses the browser next is somebody else.
  await other.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(other.getByRole("status")).toHaveText("You are signed out.");
  await vote(other);
  expect(await voterOf(other)).not.toBe(voter);
  const somebody = newEmail();
  await createPerson(arena, { email: somebody, role: "voter" });
  await page.context().clearCookies({ name: "polyduel_session" });
  await signIn(page, somebody);
  await expect(page.getByText("0 counted as yours")).toBeVisible();
  expect(await voterOf(page)).not.toBe(voter);
  await other.context().close();
});
