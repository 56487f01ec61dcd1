import { chromium } from "@playwright/test";
import { env } from "@/lib/env";
import { startSecondWeb } from "./fixtures/arena";
import {
  acceptInvitation,
  createInvitation,
  createPerson,
  forgiveEverybody,
  newEmail,
  PASSWORD,
  problemOf,
  sendPassword,
} from "./fixtures/people";
import { guess } from "./fixtures/plain-client";
import { expect, test } from "./fixtures/test";
import { expectNoViolations } from "./fixtures/viewers";

test.beforeEach(({ arena }) => forgiveEverybody(arena));

test("A wrong password and an unknown address get the same words, and what was typed stays", async ({
  page,
  arena,
}) => {
  const email = newEmail();
  await createPerson(arena, { email });
  await page.goto("/sign-in?callbackUrl=/leaderboard");
  for (const who of [email, newEmail()]) {
    await sendPassword(page, who, "not the password");
    await expect(problemOf(page)).toHaveText(
      "This e-mail address and password do not belong together.",
    );
    const field = page.getByLabel("Password", { exact: true });
    await expect(field).toBeFocused();
    await expect(field).toHaveAccessibleDescription(/do not belong together/);
    await expect(page.getByLabel("E-mail address")).toHaveValue(who);
  }
  await sendPassword(page, ` ${email.toUpperCase()} `);
  await expect(page).toHaveURL(`${arena.url}/leaderboard`);
});

test("It all works with the keyboard alone", async ({ page, arena }) => {
  const email = newEmail();
  await createPerson(arena, { email });
  await page.goto("/sign-in");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("E-mail address")).toBeFocused();
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  const signOut = page.getByRole("button", { name: "Sign out", exact: true });
  for (let stops = 0; stops < 20; stops++) {
    await page.keyboard.press("Tab");
    if (await signOut.evaluate((button) => button === document.activeElement)) break;
  }
  await expect(signOut).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("You are signed out.");
});

test("It all works without JavaScript", async ({ browser, arena }) => {
  const context = await browser.newContext({ baseURL: arena.url, javaScriptEnabled: false });
  const page = await context.newPage();
  const email = newEmail();
  await page.goto(await createInvitation(arena, email));
  await acceptInvitation(page, { again: "something else, by mistake" });
  await expect(problemOf(page)).toHaveText("The two passwords are not the same.");
  await acceptInvitation(page);
  await expect(page.getByRole("status")).toContainText("Welcome");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("status")).toHaveText("You are signed out.");
  await sendPassword(page, email, "not the password");
  await expect(problemOf(page)).toContainText("do not belong together");
  await expect(page).toHaveTitle(/^Problem: sign in/);
  await sendPassword(page, email);
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByLabel("New password", { exact: true }).fill("another long password");
  await page.getByLabel("New password again").fill("another long password");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByRole("status")).toContainText("Your password is changed.");
  await context.close();
});

test("After five wrong passwords the account waits, in every web process and with the right one; others do not", async ({
  page,
  arena,
}) => {
  const [email, other] = [newEmail(), newEmail()];
  await createPerson(arena, { email });
  await createPerson(arena, { email: other });
  const second = await startSecondWeb(arena);
  for (const url of [arena.url, second.url, arena.url, second.url, arena.url])
    expect((await guess(url, { email, password: "wrong" })).body).toContain("CredentialsSignin");
  const lies = { "x-forwarded-for": "203.0.113.9", "x-polyduel-peer": "203.0.113.9" };
  for (const url of [arena.url, second.url])
    expect((await guess(url, { email, password: PASSWORD, headers: lies })).body).toContain(
      "throttled",
    );
  await second.stop();

  await page.goto("/sign-in");
  await sendPassword(page, email);
  await expect(problemOf(page)).toContainText("There were too many attempts");
  await expect(problemOf(page)).toContainText(/Try again in 1[45]:\d\d/);
  await expect(problemOf(page)).toBeFocused();

  const elsewhere = { email: other, password: PASSWORD, localAddress: "127.9.9.9" };
  expect((await guess(arena.url, elsewhere)).body).not.toContain("error");
  // Whatever was claimed, what counted is where the connections came from.
  const networks = await arena.sql("SELECT DISTINCT network FROM sign_in_failures ORDER BY 1");
  expect(networks).toEqual([{ network: "password 127.0.0.0/24" }]);
});

test("It works by another name of the machine, over plain http, without being told of it", async ({
  arena,
}) => {
  // No browser takes this name for its own machine, so it sends what it sends in a local network.
  const browser = await chromium.launch({
    executablePath: env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--host-resolver-rules=MAP arena.test 127.0.0.1"],
  });
  const origin = arena.url.replace("localhost", "arena.test");
  const page = await (await browser.newContext({ baseURL: origin })).newPage();
  await page.goto(await createInvitation(arena, newEmail()));
  await acceptInvitation(page);
  await expect(page).toHaveURL(new RegExp(`^${origin}/account`));
  const served = await page.evaluate(() =>
    fetch("/api/battles", { method: "POST" }).then(({ status }) => status),
  );
  expect(served).toBe(201);
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name).sort()).toEqual([
    "polyduel_callback",
    "polyduel_csrf",
    "polyduel_session",
    "polyduel_voter",
  ]);
  for (const cookie of cookies)
    expect(cookie).toMatchObject({
      domain: "arena.test",
      path: "/",
      httpOnly: true,
      secure: false,
      sameSite: "Lax",
    });
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(`${origin}/sign-in?notice=signed_out`);
  await browser.close();
});

for (const colorScheme of ["light", "dark"] as const)
  test(`No page or state around an account has an axe violation: ${colorScheme}`, {
    tag: "@themes",
  }, async ({ page, arena }) => {
    const email = newEmail();
    await createPerson(arena, { email });
    const invitation = await createInvitation(arena, newEmail());
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const viewport of [
      { width: 1280, height: 720 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      await page.context().clearCookies();
      for (const path of [
        "/sign-in",
        "/sign-in?notice=mail_sent",
        `/sign-in?error=throttled:${Math.floor(Date.now() / 1000) + 600}`,
        "/sign-in/link?email=ada@example.org&token=x",
        invitation,
        "/invite/made-up",
      ]) {
        await page.goto(path);
        await expectNoViolations(page);
      }
      await page.goto("/sign-in");
      await sendPassword(page, email, "not the password");
      await expect(problemOf(page)).toBeVisible();
      await expectNoViolations(page);
      await sendPassword(page, email);
      await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
      await expectNoViolations(page);
    }
  });
