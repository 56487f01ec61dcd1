import { beforeEach, expect, test, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of these tests alone"));

import { invite } from "@/lib/account/admin-command";
import { acceptInvitation, createInvitation, findInvitation } from "@/lib/account/invitations";
import { signInWithPassword } from "@/lib/account/password-sign-in";
import type { InvitableRole } from "@/lib/account/schema";
import { TERMINAL } from "@/lib/audit/schema";
import { createTestDatabase, type TestDatabase } from "@/lib/database/test-database";

const ADA = "ada@example.org";
const PASSWORD = "correct horse battery";
const network = "192.0.2.0/24";

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});

function inviteAda({ role = "maintainer" as InvitableRole, hours = 1 } = {}) {
  const expiresAt = new Date(Date.now() + hours * 3_600_000);
  return createInvitation({ email: ADA, role, expiresAt, actor: TERMINAL }, database.db);
}

function accept(token: string, password = PASSWORD) {
  return acceptInvitation({ token, password, name: "Ada", network }, database.db);
}

function roleOfAda() {
  return database.db.user.findUnique({ where: { email: ADA }, select: { role: true, name: true } });
}

test("an invitation makes an account with the role and the password, and says so in the log", async () => {
  const token = await inviteAda();
  expect(await findInvitation(token, database.db)).toMatchObject({
    state: "open",
    invitation: { email: ADA, role: "maintainer" },
  });
  const { userId } = await accept(token);
  expect(await roleOfAda()).toEqual({ role: "maintainer", name: "Ada" });
  const proof = { email: ADA, password: PASSWORD, network };
  expect(await signInWithPassword(proof, database.db)).toEqual({ id: userId });
  const log = await database.db.auditEntry.findMany({ orderBy: { id: "asc" } });
  expect(
    log.map(({ action, actor, subject, userId: by }) => ({ action, actor, subject, by })),
  ).toEqual([
    { action: "person.invite", actor: "terminal", subject: `person ${ADA}`, by: null },
    { action: "person.accept", actor: ADA, subject: `person ${ADA}`, by: userId },
  ]);
  expect(
    JSON.stringify(log, (_, value) => (typeof value === "bigint" ? `${value}` : value)),
  ).not.toContain(token);
});

test("a link is good once, also when it is opened twice at once", async () => {
  const token = await inviteAda();
  const results = await Promise.allSettled([
    accept(token, "the first of two"),
    accept(token, "the second of two"),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await findInvitation(token, database.db)).toEqual({ state: "used" });
  await expect(accept(token)).rejects.toMatchObject({ details: { problem: "invitation_over" } });
});

test("a link that expired, was replaced or never was is good for nothing", async () => {
  const expired = await inviteAda({ hours: -1 });
  expect(await findInvitation(expired, database.db)).toEqual({ state: "expired" });
  await expect(accept(expired)).rejects.toMatchObject({ code: "not_found" });
  const replaced = await inviteAda();
  const newest = await inviteAda();
  expect(await findInvitation(replaced, database.db)).toEqual({ state: "unknown" });
  await expect(accept(replaced)).rejects.toMatchObject({ code: "not_found" });
  await expect(accept("made up")).rejects.toMatchObject({ code: "not_found" });
  expect(await roleOfAda()).toBeNull();
  expect((await findInvitation(newest, database.db)).state).toBe("open");
});

test("of two invitations of one address at once one is good", async () => {
  const tokens = await Promise.all([inviteAda(), inviteAda({ role: "owner" }), inviteAda()]);
  const found = await Promise.all(tokens.map((token) => findInvitation(token, database.db)));
  expect(found.map(({ state }) => state).sort()).toEqual(["open", "unknown", "unknown"]);
});

test("the link's secret is kept nowhere", async () => {
  const token = await inviteAda();
  const { rows } = await database.pool.query("SELECT i::text AS text FROM invitations i");
  expect(rows).toHaveLength(1);
  expect(rows[0].text).not.toContain(token);
});

test("whoever has an account keeps it: a role is added, never taken away, and old sessions end", async () => {
  const owner = await database.db.user.create({
    data: { email: ADA, role: "owner", sessionsFrom: new Date(0) },
  });
  const { userId } = await accept(await inviteAda());
  expect(userId).toBe(owner.id);
  const after = await database.db.user.findUniqueOrThrow({ where: { id: owner.id } });
  expect(after.role).toBe("owner");
  expect(Date.now() - after.sessionsFrom.getTime()).toBeLessThan(60_000);
});

test("a role that is given while the link is opened is not taken away either", async () => {
  await database.db.user.create({ data: { email: ADA } });
  const token = await inviteAda();
  const waiting = async () => {
    const { rows } = await database.pool.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    return rows.length;
  };
  const accepted = await database.db.$transaction(
    async (tx) => {
      await tx.user.update({ where: { email: ADA }, data: { role: "owner" } });
      const accepting = accept(token);
      await vi.waitUntil(waiting, { timeout: 15_000 });
      return { accepting };
    },
    { timeout: 20_000 },
  );
  await accepted.accepting;
  expect(await roleOfAda()).toMatchObject({ role: "owner" });
  const entry = await database.db.auditEntry.findFirst({ where: { action: "person.accept" } });
  expect(entry).toMatchObject({ before: { role: "owner" }, after: { role: "owner" } });
});

test("links cannot be tried without end from one network", async () => {
  const attempts = [];
  for (let guess = 0; guess < 21; guess++)
    attempts.push(await accept(`made up ${guess}`).catch((error: { code: string }) => error.code));
  expect(attempts.slice(0, 20)).toEqual(Array(20).fill("not_found"));
  expect(attempts[20]).toBe("rate_limited");
});

test("on the terminal the first person becomes the owner, the next ones maintainers", async () => {
  const [first, link] = await invite({ command: "invite", email: ADA, hours: 1 }, database.db);
  expect(first).toContain("ada@example.org is invited as owner");
  expect(link).toMatch(/^http:\/\/localhost:3000\/invite\/[\w-]{43}$/);
  await accept(link?.split("/").at(-1) ?? "");
  const [next] = await invite(
    { command: "invite", email: "bob@example.org", hours: 1 },
    database.db,
  );
  expect(next).toContain("bob@example.org is invited as maintainer");
});
