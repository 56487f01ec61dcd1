import { expect, it } from "vitest";
import { getSessionUser } from "@/lib/account/data";
import { createInvitation, findInvitation } from "@/lib/account/invitations";
import { listPeople } from "@/lib/admin/people-data";
import { endSessions, setRole, withdrawInvitation } from "@/lib/admin/people-mutations";
import { createTestDatabase, type TestDatabase } from "@/lib/database/test-database";

const actor = { userId: null, name: "an owner" };

type Role = "voter" | "maintainer" | "owner";

async function createUser({ db }: TestDatabase, email: string, role: Role): Promise<string> {
  const sessionsFrom = new Date(Date.now() - 60_000);
  const { id } = await db.user.create({ data: { email, role, sessionsFrom } });
  return id;
}

it("changes a role, once, and says so in the log", async () => {
  const database = await createTestDatabase();
  const { db } = database;
  const userId = await createUser(database, "a@arena.example", "voter");
  expect(await setRole({ userId, role: "maintainer", actor }, db)).toBe(true);
  expect(await setRole({ userId, role: "maintainer", actor }, db)).toBe(false);
  expect(await getSessionUser({ userId, signedInAt: new Date() }, db)).toMatchObject({
    role: "maintainer",
  });
  expect(await db.auditEntry.findMany()).toMatchObject([
    {
      action: "person.role",
      subject: "person a@arena.example",
      before: { role: "voter" },
      after: { role: "maintainer" },
    },
  ]);
});

it("never takes the last owner away, also when two owners demote each other at once", async () => {
  const database = await createTestDatabase();
  const { db } = database;
  const first = await createUser(database, "a@arena.example", "owner");
  await expect(setRole({ userId: first, role: "voter", actor }, db)).rejects.toMatchObject({
    code: "last_owner",
  });
  for (let round = 0; round < 5; round++) {
    const second = await createUser(database, `b${round}@arena.example`, "owner");
    const [one = first] = (await db.user.findMany({ where: { role: "owner" } }))
      .map(({ id }) => id)
      .filter((id) => id !== second);
    const results = await Promise.allSettled(
      [one, second].map((userId) => setRole({ userId, role: "maintainer", actor }, db)),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.user.count({ where: { role: "owner" } })).toBe(1);
  }
  expect(await db.auditEntry.count()).toBe(5);
});

it("ends somebody's sessions: whoever signed in before is nobody", async () => {
  const database = await createTestDatabase();
  const { db } = database;
  const userId = await createUser(database, "a@arena.example", "maintainer");
  const signedInAt = new Date(Date.now() - 1_000);
  expect(await getSessionUser({ userId, signedInAt }, db)).not.toBeNull();
  await endSessions({ userId, actor }, db);
  expect(await getSessionUser({ userId, signedInAt }, db)).toBeNull();
  expect(await db.auditEntry.findMany()).toMatchObject([{ action: "person.end-sessions" }]);
  const ghost = { userId: "01999999-0000-7000-8000-000000000000", name: "ghost" };
  const { sessionsFrom } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  await expect(endSessions({ userId, actor: ghost }, db)).rejects.toThrow();
  expect(await db.user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({
    sessionsFrom,
  });
});

it("withdraws an open invitation, and lists people by what they may do", async () => {
  const database = await createTestDatabase();
  const { db } = database;
  await createUser(database, "voter@arena.example", "voter");
  await createUser(database, "owner@arena.example", "owner");
  const invitation = { email: "new@arena.example", role: "maintainer" } as const;
  const expiresAt = new Date(Date.now() + 60_000);
  const token = await createInvitation({ ...invitation, expiresAt, actor }, db);
  const people = await listPeople({}, db);
  expect(people).toMatchObject({
    staff: [{ email: "owner@arena.example", lastActedAt: null }],
    voters: [{ email: "voter@arena.example" }],
    invitations: [invitation],
    next: null,
  });
  expect((await listPeople({ q: "nobody" }, db)).voters).toEqual([]);
  const invitationId = people.invitations[0]?.id ?? "";
  await withdrawInvitation({ invitationId, actor }, db);
  expect(await findInvitation(token, db)).toEqual({ state: "unknown" });
  await expect(withdrawInvitation({ invitationId, actor }, db)).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await db.auditEntry.findMany({ orderBy: { id: "desc" }, take: 1 })).toMatchObject([
    { action: "person.uninvite", subject: "person new@arena.example" },
  ]);
});
