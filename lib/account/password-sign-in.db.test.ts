import { beforeEach, expect, test, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of these tests alone"));

import { hashPassword } from "@/lib/account/password";
import { signInWithPassword } from "@/lib/account/password-sign-in";
import { ATTEMPT_LIMITS, takeAttempt } from "@/lib/account/throttle";
import { createTestDatabase, type TestDatabase } from "@/lib/database/test-database";
import { connect } from "@/lib/db";

const ADA = "ada@example.org";
const RIGHT = "correct horse battery";
const HOME = "192.0.2.0/24";

let database: TestDatabase;
let hash: string | undefined;

beforeEach(async () => {
  database = await createTestDatabase();
  hash ??= await hashPassword(RIGHT);
  await database.db.user.create({ data: { email: ADA, passwordHash: hash } });
});

function signIn(password: string, { email = ADA as string | null, network = HOME } = {}) {
  return signInWithPassword({ email, password, network }, database.db);
}

/** Wrong passwords of the past, `secondsAgo`, without the time that checking takes. */
async function failBefore(count: number, secondsAgo: number, network = HOME, subject = ADA) {
  for (let made = 0; made < count; made++) {
    const { id } = await takeAttempt({ kind: "password", subject, network }, database.db);
    if (id === null) throw new Error("throttled");
    const at = new Date(Date.now() - secondsAgo * 1000);
    await database.db.signInFailure.update({ where: { id }, data: { at } });
  }
}

function countAttempts() {
  return database.db.signInFailure.count();
}

test("the right password signs in; a wrong one, an unknown address and none at all do not", async () => {
  expect(await signIn(RIGHT)).toEqual({ id: expect.any(String) });
  expect(await signIn("wrong")).toBeNull();
  expect(await signIn(RIGHT, { email: "bob@example.org" })).toBeNull();
  expect(await signIn(RIGHT, { email: null })).toBeNull();
  expect(await signIn("x".repeat(100_000))).toBeNull();
});

test("an account without a password is signed in to by none", async () => {
  await database.db.user.update({ where: { email: ADA }, data: { passwordHash: null } });
  expect(await signIn("")).toBeNull();
});

test("after five wrong ones the sixth waits, and so does the right one; others do not", async () => {
  for (let guess = 0; guess < 5; guess++) expect(await signIn(`wrong ${guess}`)).toBeNull();
  const refused = {
    code: "rate_limited",
    details: { problem: expect.stringMatching(/^throttled:\d+$/) },
  };
  await expect(signIn("wrong 6")).rejects.toMatchObject(refused);
  await expect(signIn(RIGHT)).rejects.toMatchObject(refused);
  await expect(signIn(RIGHT, { network: "198.51.100.0/24" })).rejects.toMatchObject(refused);

  await database.db.user.create({ data: { email: "bob@example.org", passwordHash: hash ?? null } });
  const bob = { email: "bob@example.org", network: "198.51.100.0/24" };
  expect(await signIn(RIGHT, bob)).not.toBeNull();
});

test("how long to wait is told, and waiting helps", async () => {
  await failBefore(5, 14 * 60);
  const error = await signIn(RIGHT).catch((thrown: unknown) => thrown);
  expect(error).toHaveProperty("retryAfterSeconds");
  const { retryAfterSeconds } = error as { retryAfterSeconds: number };
  expect(retryAfterSeconds).toBeGreaterThan(50);
  expect(retryAfterSeconds).toBeLessThanOrEqual(60);
  await database.db.$executeRaw`UPDATE sign_in_failures SET at = at - interval '1 minute'`;
  expect(await signIn(RIGHT)).not.toBeNull();
});

test("attempts that are refused make nobody wait longer", async () => {
  await failBefore(5, 60);
  for (let guess = 0; guess < 10; guess++) await expect(signIn("again")).rejects.toThrow();
  expect(await countAttempts()).toBe(5);
});

test("the right password forgives the wrong ones before it", async () => {
  await failBefore(4, 60);
  expect(await signIn(RIGHT)).not.toBeNull();
  expect(await countAttempts()).toBe(0);
});

test("a network that tries many accounts waits, on all of them; other networks do not", async () => {
  for (let person = 0; person < ATTEMPT_LIMITS.network; person++)
    await failBefore(1, 60, HOME, `person-${person}@example.org`);
  await expect(signIn(RIGHT)).rejects.toMatchObject({ code: "rate_limited" });
  expect(await signIn(RIGHT, { network: "198.51.100.0/24" })).not.toBeNull();
});

test("of twenty guesses at once, over two processes, five are checked", async () => {
  const other = connect(database.url);
  const attempts = await Promise.all(
    Array.from({ length: 20 }, (_, guess) =>
      takeAttempt(
        { kind: "password", subject: ADA, network: `10.0.${guess}.0/24` },
        guess % 2 === 0 ? database.db : other.db,
      ),
    ),
  );
  await other.db.$disconnect();
  await other.pool.end();
  expect(attempts.filter(({ id }) => id !== null)).toHaveLength(5);
  for (const { until } of attempts) if (until) expect(until.getTime()).toBeGreaterThan(Date.now());
});

test("of forty guesses at once at forty accounts from one network, twenty are checked", async () => {
  const attempts = await Promise.all(
    Array.from({ length: 40 }, (_, person) =>
      takeAttempt({ kind: "password", subject: `person-${person}`, network: HOME }, database.db),
    ),
  );
  expect(attempts.filter(({ id }) => id !== null)).toHaveLength(20);
});

test("kinds of attempts do not count against each other", async () => {
  await failBefore(5, 60);
  const { id } = await takeAttempt({ kind: "mail", subject: ADA, network: HOME }, database.db);
  expect(id).not.toBeNull();
});

test("neither addresses nor anything older than a day is kept", async () => {
  await failBefore(3, 25 * 3_600);
  await failBefore(1, 60);
  const rows = await database.db.signInFailure.findMany();
  expect(rows).toHaveLength(1);
  expect(
    JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? `${value}` : value)),
  ).not.toContain("ada");
});
