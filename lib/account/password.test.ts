import { expect, test, vi } from "vitest";
import { hashPassword, verifyPassword } from "@/lib/account/password";
import { AppError } from "@/lib/errors";

// Each hash takes a good part of a second of a processor of its own.
vi.setConfig({ testTimeout: 60_000 });

test("a password proves itself and nothing else does", async () => {
  const hash = await hashPassword("correct horse battery");
  expect(hash).toMatch(/^scrypt\$131072\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(await verifyPassword("correct horse battery", hash)).toBe(true);
  expect(await verifyPassword("correct horse batterz", hash)).toBe(false);
  expect(await verifyPassword("", hash)).toBe(false);
  expect(await hashPassword("correct horse battery")).not.toBe(hash);
});

test("how the keyboard composes a letter does not matter", async () => {
  const hash = await hashPassword("Gänseblümchen".normalize("NFD"));
  expect(await verifyPassword("Gänseblümchen".normalize("NFC"), hash)).toBe(true);
});

test("a hash made with other costs still works, so that they can be raised", async () => {
  const cheap = "scrypt$1024$8$1$c2FsdHNhbHRzYWx0c2FsdA$";
  const { scryptSync } = await import("node:crypto");
  const salt = Buffer.from("saltsaltsaltsalt");
  const key = scryptSync("hunter2hunter2", salt, 32, { N: 1024, r: 8, p: 1 });
  expect(await verifyPassword("hunter2hunter2", cheap + key.toString("base64url"))).toBe(true);
});

test("without a hash, or with a broken one, checking takes as long and is false", async () => {
  const hash = await hashPassword("correct horse battery");
  const timeOf = async (stored: string | null) => {
    const begun = performance.now();
    expect(await verifyPassword("something else", stored)).toBe(false);
    return performance.now() - begun;
  };
  await timeOf(hash);
  const [known, unknown, broken] = [await timeOf(hash), await timeOf(null), await timeOf("md5$x")];
  for (const time of [unknown, broken]) {
    expect(time).toBeGreaterThan(known / 4);
    expect(time).toBeLessThan(known * 4);
  }
});

test("a flood is sent away instead of eating the memory", async () => {
  const before = process.memoryUsage().rss;
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss - before);
  }, 5);
  const results = await Promise.allSettled(
    Array.from({ length: 30 }, () => verifyPassword("a guess", null)),
  );
  clearInterval(timer);
  const refused = results.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(30 - 2 - 16);
  for (const result of refused) {
    if (result.status !== "rejected") continue;
    expect(result.reason).toBeInstanceOf(AppError);
    expect(result.reason).toMatchObject({ code: "rate_limited", details: { problem: "busy" } });
  }
  // Two at once, 128 MB each, and some room for the allocator.
  expect(most / 2 ** 20).toBeLessThan(450);
});
