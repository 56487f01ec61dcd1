import { test as base, type Page } from "@playwright/test";
import { type Arena, startArena, startSecondWeb } from "./fixtures/arena";
import { GITHUB_CLIENT, type GitHubServer, startGitHubServer } from "./fixtures/github-server";
import {
  createPerson,
  forgiveEverybody,
  newEmail,
  problemOf,
  sendPassword,
  signIn,
} from "./fixtures/people";
import { guess } from "./fixtures/plain-client";
import { type SmtpServer, startSmtpServer } from "./fixtures/smtp-server";
import { startTlsProxy } from "./fixtures/tls-proxy";
import { expectNoViolations } from "./fixtures/viewers";

type World = { arena: Arena; url: string; github: GitHubServer; smtp: SmtpServer };

/** An arena whose readers come by https through a proxy, with every way to sign in. */
const test = base.extend<object, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    async ({}, use) => {
      const [arena, proxy, smtp] = await Promise.all([
        startArena(),
        startTlsProxy(),
        startSmtpServer(),
      ]);
      const github = await startGitHubServer({ id: 1, login: "nobody", name: null, emails: [] });
      const web = await startSecondWeb(arena, {
        NEXTAUTH_URL: proxy.url,
        TRUSTED_PROXIES: "1",
        GITHUB_ID: GITHUB_CLIENT.id,
        GITHUB_SECRET: GITHUB_CLIENT.secret,
        GITHUB_URL: github.url,
        EMAIL_SERVER: smtp.url,
        EMAIL_FROM: "Polyduel <arena@example.org>",
        LOG_LEVEL: "error",
      });
      proxy.forwardTo(web.url);
      await use({ arena, url: proxy.url, github, smtp });
      for (const server of [proxy, smtp, github]) server.stop();
      await web.stop();
      await arena.stop();
    },
    { scope: "worker", timeout: 240_000 },
  ],
  baseURL: async ({ world }, use) => use(world.url),
  ignoreHTTPSErrors: true,
});
const { expect } = test;

test.beforeEach(async ({ world }) => {
  await forgiveEverybody(world.arena);
  world.smtp.mails.length = 0;
  world.smtp.isRefusing = false;
});

let people = 1;

/** Somebody new at GitHub, with one address. */
function gitHubPerson(email: string, verified = true) {
  people += 1;
  return {
    id: people,
    login: `person-${people}`,
    name: `Person ${people}`,
    emails: [{ email, primary: true, verified }],
  };
}

async function continueWithGitHub(page: Page, answer: "Authorize" | "Cancel" = "Authorize") {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with GitHub" }).click();
  await page.getByRole("link", { name: answer }).click();
}

function account(page: Page) {
  return page.getByRole("heading", { name: "Your account" });
}

/** The link of the newest mail to an address. */
async function linkOf(world: World, email: string): Promise<string> {
  await expect.poll(() => world.smtp.mails.some(({ to }) => to === email)).toBe(true);
  const mail = world.smtp.mails.findLast(({ to }) => to === email);
  return /https:\S+/.exec(mail?.text ?? "")?.[0] ?? "";
}

async function askForLink(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in?callbackUrl=/leaderboard");
  await page.getByLabel("Your e-mail").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
}

test("Over https every cookie is bound to this host, and none is readable for scripts", async ({
  page,
  world,
}) => {
  world.github.person = gitHubPerson(newEmail());
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with GitHub" }).click();
  const away = await page.context().cookies();
  await page.getByRole("link", { name: "Authorize" }).click();
  await expect(account(page)).toBeVisible();
  expect((await page.request.post("/api/battles", { data: {} })).status()).toBe(201);
  const cookies = [...away, ...(await page.context().cookies())];
  expect([...new Set(cookies.map(({ name }) => name))].sort()).toEqual(
    ["callback", "csrf", "pkce", "session", "state", "voter"].map(
      (name) => `__Host-polyduel_${name}`,
    ),
  );
  for (const cookie of cookies)
    expect(cookie).toMatchObject({
      domain: "localhost",
      path: "/",
      httpOnly: true,
      secure: true,
      sameSite: "Lax",
    });
  // A browser would refuse a __Host- cookie with a domain; the header must not even name one.
  const answer = await page.request.get("/api/auth/signin", { maxRedirects: 0 });
  const set = answer.headersArray().filter(({ name }) => name.toLowerCase() === "set-cookie");
  for (const { value } of set) expect(value).not.toMatch(/domain=/i);
});

test("With GitHub a newcomer becomes a voter, and the same person the next time", async ({
  page,
  world,
}) => {
  const email = newEmail();
  world.github.person = gitHubPerson(email);
  await continueWithGitHub(page);
  await expect(account(page)).toBeVisible();
  await expect(page.getByText("Voter", { exact: true })).toBeVisible();
  await expect(page.getByText(email)).toBeVisible();
  await expectNoViolations(page);
  await page.context().clearCookies();
  await continueWithGitHub(page);
  await expect(page.getByText(email)).toBeVisible();
  expect(await world.arena.sql("SELECT 1 FROM users WHERE email = $1", [email])).toHaveLength(1);
  // None of the keys to somebody's GitHub is kept.
  const [kept] = await world.arena.sql(
    "SELECT a.* FROM accounts a JOIN users u ON u.id = a.user_id WHERE email = $1",
    [email],
  );
  expect(Object.keys(kept ?? {})).toEqual([
    "id",
    "user_id",
    "type",
    "provider",
    "provider_account_id",
  ]);
});

test("Who thinks better of it at GitHub is told that nothing happened", async ({ page, world }) => {
  world.github.person = gitHubPerson(newEmail());
  await continueWithGitHub(page, "Cancel");
  await expect(problemOf(page)).toContainText("GitHub did not sign you in.");
  await expectNoViolations(page);
  // An answer that was not asked for, as of a link from another site.
  await page.goto("/api/auth/callback/github?code=stolen&state=guessed");
  await expect(problemOf(page)).toContainText("GitHub did not sign you in.");
});

test("An address that GitHub has not verified is not taken for theirs", async ({ page, world }) => {
  const email = newEmail();
  world.github.person = gitHubPerson(email, false);
  await continueWithGitHub(page);
  await expect(account(page)).toBeVisible();
  await expect(page.getByText(email)).toBeHidden();
  expect(await world.arena.sql("SELECT 1 FROM users WHERE email = $1", [email])).toEqual([]);
});

test("An account with another way in is not handed to GitHub, until its owner adds it there", async ({
  page,
  world,
}) => {
  const email = newEmail();
  await createPerson(world.arena, { email });
  world.github.person = gitHubPerson(email);
  await continueWithGitHub(page);
  await expect(problemOf(page)).toContainText("already belongs to an account");
  await sendPassword(page, email);
  await page.getByRole("button", { name: "Add" }).click();
  await page.getByRole("link", { name: "Authorize" }).click();
  await expect(page.getByRole("button", { name: "Remove" })).toBeVisible();
  await page.context().clearCookies();
  await continueWithGitHub(page);
  await expect(page.getByText("Maintainer", { exact: true })).toBeVisible();

  // Somebody else's GitHub cannot be added a second time.
  const other = newEmail();
  await createPerson(world.arena, { email: other });
  await page.context().clearCookies();
  await signIn(page, other);
  await page.getByRole("button", { name: "Add" }).click();
  await page.getByRole("link", { name: "Authorize" }).click();
  await expect(problemOf(page)).toContainText("linked to somebody else");
  await expect(page.getByText(other)).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, email);
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("status")).toContainText("GitHub can no longer sign you in here.");
});

test("A session that was ended cannot add a way in", async ({ page, world }) => {
  const email = newEmail();
  await createPerson(world.arena, { email });
  await signIn(page, email);
  await world.arena.sql("UPDATE users SET sessions_from = now() WHERE email = $1", [email]);
  world.github.person = gitHubPerson(newEmail());
  await page.getByRole("button", { name: "Add" }).click();
  await page.getByRole("link", { name: "Authorize" }).click();
  // The thief has an account of their own now, and not the victim's.
  await expect(page.getByText("Voter", { exact: true })).toBeVisible();
  const added = await world.arena.sql(
    "SELECT 1 FROM accounts a JOIN users u ON u.id = a.user_id WHERE email = $1",
    [email],
  );
  expect(added).toEqual([]);
});

test("A link by e-mail signs in once, and not whoever only looks at it", async ({
  page,
  world,
}) => {
  const email = newEmail();
  await askForLink(page, email);
  await expect(page.getByRole("status")).toContainText("A link is on its way to you.");
  const link = await linkOf(world, email);
  expect(new URL(link).origin).toBe(world.url);
  // Programs that look into mails fetch what they find there.
  for (const _ of ["once", "twice"]) expect((await page.request.get(link)).status()).toBe(200);
  // Nor does a link on another site use it up: its reader would be signed in as whoever put it there.
  const behind = `/api/auth/callback/email${new URL(link).search}`;
  expect((await page.request.get(behind)).status()).toBe(404);

  await page.goto(link);
  await expect(page.getByText(email)).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${world.url}/leaderboard`);
  await page.goto("/account");
  await expect(page.getByText("A link by e-mail")).toBeVisible();

  await page.context().clearCookies();
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(problemOf(page)).toContainText("This link was used already or is too old.");
});

test("A link that is too old says so, and none is kept for long", async ({ page, world }) => {
  const email = newEmail();
  await askForLink(page, email);
  const link = await linkOf(world, email);
  await world.arena.sql("UPDATE verification_tokens SET expires = now() - interval '1 second'");
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(problemOf(page)).toContainText("This link was used already or is too old.");
  await page.goto("/sign-in/link?email=nonsense");
  await expect(problemOf(page)).toContainText("This link was used already or is too old.");
});

test("Nobody's inbox is flooded, and a mail server that refuses is told of", async ({
  page,
  world,
}) => {
  const email = newEmail();
  for (let mail = 0; mail < 5; mail++) {
    await askForLink(page, email);
    await expect(page.getByRole("status")).toContainText("A link is on its way to you.");
  }
  await askForLink(page, email);
  await expect(problemOf(page)).toContainText("Several links were sent there already.");
  expect(world.smtp.mails).toHaveLength(5);
  world.smtp.isRefusing = true;
  await askForLink(page, newEmail());
  await expect(problemOf(page)).toContainText("The link could not be sent.");
});

test("Behind one trusted proxy its own word about the client counts, and nothing sent to it", async ({
  world,
}) => {
  const headers = { "x-forwarded-for": "203.0.113.9", "x-polyduel-peer": "203.0.113.9" };
  const attempt = { email: newEmail(), password: "wrong", headers };
  await guess(world.url, { ...attempt, localAddress: "127.0.0.1" });
  await guess(world.url, { ...attempt, localAddress: "127.9.9.9" });
  const networks = await world.arena.sql("SELECT network FROM sign_in_failures ORDER BY id");
  expect(networks).toEqual([
    { network: "password 127.0.0.0/24" },
    { network: "password 127.9.9.0/24" },
  ]);
});
