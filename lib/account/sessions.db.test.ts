import { encode } from "next-auth/jwt";
import { beforeEach, expect, test, vi } from "vitest";

vi.hoisted(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of these tests alone");
  vi.stubEnv("SESSION_SECONDS", "60");
});

import { getSessionUser, type SessionUser } from "@/lib/account/data";
import { addSite, changePassword, endSessions, removeSite } from "@/lib/account/mutations";
import { hashPassword } from "@/lib/account/password";
import { openSession, sealSession } from "@/lib/account/session-token";
import { createTestDatabase, type TestDatabase } from "@/lib/database/test-database";

const network = "192.0.2.0/24";
const LONG_AGO = new Date(0);
let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});

async function createUser(
  data: { role?: "voter" | "maintainer"; passwordHash?: string } = {},
): Promise<SessionUser> {
  const { id } = await database.db.user.create({
    data: {
      email: "ada@example.org",
      name: "Ada",
      sessionsFrom: LONG_AGO,
      role: "maintainer",
      ...data,
    },
  });
  const user = await getSessionUser({ userId: id, signedInAt: new Date() }, database.db);
  if (!user) throw new Error("no user");
  return user;
}

function open(cookie: string) {
  return openSession(cookie, database.db);
}

function seal(token: Record<string, unknown>, secret = "a secret of these tests alone") {
  return encode({ token, secret });
}

test("a session is its user, with the role of this moment", async () => {
  const user = await createUser({ role: "voter" });
  const cookie = await sealSession(user.id);
  expect(await open(cookie)).toEqual(user);
  await database.db.user.update({ where: { id: user.id }, data: { role: "owner" } });
  expect(await open(cookie)).toMatchObject({ role: "owner" });
  await database.db.user.delete({ where: { id: user.id } });
  expect(await open(cookie)).toBeNull();
});

test("a session is over so long after the sign-in, also for a token that was renewed", async () => {
  const { id: sub } = await createUser();
  expect(await open(await seal({ sub, signedInAt: Date.now() - 59_000 }))).not.toBeNull();
  expect(await open(await seal({ sub, signedInAt: Date.now() - 60_001 }))).toBeNull();
});

test("what nobody signed, or somebody else did, is no session", async () => {
  const { id: sub } = await createUser();
  const signedInAt = Date.now();
  expect(await open(await seal({ sub, signedInAt }, "the secret of somebody else"))).toBeNull();
  expect(await open(await seal({ sub }))).toBeNull();
  expect(await open(await seal({ sub: "1 OR true", signedInAt }))).toBeNull();
  const [head, , ...rest] = (await sealSession(sub)).split(".");
  expect(await open([head, "", "AAAA", ...rest.slice(1)].join("."))).toBeNull();
  expect(await open("")).toBeNull();
});

test("signing out everywhere ends every session, and the next one is good", async () => {
  const user = await createUser();
  const cookies = [await sealSession(user.id), await sealSession(user.id)];
  await new Promise((resolve) => setTimeout(resolve, 5));
  await endSessions(user, database.db);
  for (const cookie of cookies) expect(await open(cookie)).toBeNull();
  expect(await open(await sealSession(user.id))).not.toBeNull();
  const log = await database.db.auditEntry.findMany({ select: { action: true, actor: true } });
  expect(log).toEqual([{ action: "person.end-sessions", actor: "ada@example.org" }]);
});

test("a changed password ends sessions; a wrong one changes nothing and counts", async () => {
  const user = await createUser({ passwordHash: await hashPassword("the old password") });
  const cookie = await sealSession(user.id);
  await new Promise((resolve) => setTimeout(resolve, 5));
  const change = (current: string) =>
    changePassword({ user, current, password: "the new password", network }, database.db);
  await expect(change("a wrong password")).rejects.toMatchObject({
    details: { problem: "wrong_current" },
  });
  expect(await open(cookie)).not.toBeNull();
  expect(await database.db.signInFailure.count()).toBe(1);
  await change("the old password");
  expect(await open(cookie)).toBeNull();
  await expect(change("the old password")).rejects.toMatchObject({ code: "forbidden" });
});

test("the only way to sign in cannot be removed", async () => {
  const user = await createUser({ role: "voter" });
  await database.db.account.create({
    data: { userId: user.id, type: "oauth", provider: "github", providerAccountId: "1" },
  });
  const remove = (hasMailLinks: boolean) =>
    removeSite({ user, site: "github", hasMailLinks }, database.db);
  await expect(remove(false)).rejects.toMatchObject({ details: { problem: "last_way" } });
  expect(await database.db.account.count()).toBe(1);
  await remove(true);
  expect(await database.db.account.count()).toBe(0);
  // What voters do to their own accounts is not logged.
  expect(await database.db.auditEntry.count()).toBe(0);
});

test("a way in that a maintainer adds is in the log, as one that they take away is", async () => {
  const user = await createUser({ passwordHash: "a hash" });
  const gitHub = { type: "oauth", provider: "github", providerAccountId: "1" };
  await addSite({ userId: user.id, ...gitHub }, database.db);
  await removeSite({ user, site: "github", hasMailLinks: false }, database.db);
  const log = await database.db.auditEntry.findMany({ orderBy: { id: "asc" } });
  expect(log).toMatchObject([
    { action: "person.add-site", actor: user.email, after: { site: "github" } },
    { action: "person.remove-site", before: { site: "github" } },
  ]);
  const voter = await database.db.user.create({ data: { email: "voter@example.org" } });
  await addSite({ userId: voter.id, ...gitHub }, database.db);
  expect(await database.db.auditEntry.count()).toBe(2);
});
