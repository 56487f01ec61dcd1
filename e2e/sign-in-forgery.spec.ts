import {
  createPerson,
  forgiveEverybody,
  newEmail,
  PASSWORD,
  problemOf,
  sendPassword,
  signIn,
} from "./fixtures/people";
import { ask } from "./fixtures/plain-client";
import { expect, test } from "./fixtures/test";

test.beforeEach(({ arena }) => forgiveEverybody(arena));

test("A form without our token, or from another site, does nothing", async ({ page, arena }) => {
  const email = newEmail();
  await createPerson(arena, { email });
  await signIn(page, email);
  const cookie = (await page.context().cookies())
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");
  const own = { origin: arena.url, cookie };
  const session = (cookies: string[]) =>
    cookies.filter((text) => text.startsWith("polyduel_session"));

  for (const path of ["callback/password", "signout"]) {
    const form = { email, password: PASSWORD, csrfToken: "made up" };
    const answer = await ask(`${arena.url}/api/auth/${path}`, { form, headers: own });
    expect(answer.location).toContain("csrf=true");
    expect(session(answer.cookies)).toEqual([]);
  }
  const { csrfToken } = JSON.parse(
    (await ask(`${arena.url}/api/auth/csrf`, { headers: own })).body,
  );
  const foreign: Record<string, string>[] = [
    { cookie, origin: "https://evil.example" },
    { cookie, origin: "null" },
    { cookie },
    { cookie, origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  ];
  const forms = [
    "auth/signout",
    "auth/callback/password",
    "account/sessions",
    "account/password",
    "account/sites",
    "invitations",
  ];
  for (const headers of foreign)
    for (const path of forms) {
      const form = { email, password: PASSWORD, csrfToken };
      const answer = await ask(`${arena.url}/api/${path}`, { form, headers });
      expect(`${path} ${answer.status}`).toBe(`${path} 403`);
      expect(session(answer.cookies)).toEqual([]);
    }
  await page.reload();
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  // From our own pages, but of nobody.
  for (const path of ["password", "sessions", "sites"]) {
    const nobody = { form: {}, headers: { origin: arena.url } };
    expect((await ask(`${arena.url}/api/account/${path}`, nobody)).status).toBe(401);
  }

  // In the browser a form that was open for too long says so.
  await page.goto("/sign-in/link?email=a@example.org&token=x");
  await page.evaluate(() => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = "/api/auth/signout";
    document.body.append(form);
    form.submit();
  });
  await expect(page).toHaveURL(/\/account\?error=form_expired/);
  await expect(problemOf(page)).toContainText("nothing was sent");
});

test("The sign-in leads to pages of this arena alone", async ({ page, arena }) => {
  const email = newEmail();
  await createPerson(arena, { email });
  const elsewhere = [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "https:evil.example//",
    `${arena.url}//evil.example`,
    `${arena.url}@evil.example`,
  ];
  for (const callbackUrl of elsewhere) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?${new URLSearchParams({ callbackUrl })}`);
    await sendPassword(page, email);
    await expect(page).toHaveURL(`${arena.url}/account`);
    // Whoever is signed in is sent on, and nowhere else either.
    await page.goto(`/sign-in?${new URLSearchParams({ callbackUrl })}`);
    await expect(page).toHaveURL(`${arena.url}/account`);
  }
  for (const callbackUrl of elsewhere) {
    const answer = await ask(
      `${arena.url}/api/auth/signin?${new URLSearchParams({ callbackUrl })}`,
    );
    const next = new URL(answer.location || "/", arena.url);
    expect(next.origin).toBe(arena.url);
    expect(next.searchParams.get("callbackUrl") ?? "").not.toContain("evil");
  }
});
