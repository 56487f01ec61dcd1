import "server-only";
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { createGate, type Gate } from "@/lib/account/gate";
import { AppError } from "@/lib/errors";

/** OWASP's first recommendation for scrypt: 128 MB for each guess. */
const COST = { N: 2 ** 17, r: 8, p: 1 };
const KEY_BYTES = 32;

/**
 * Hashes at once in this process: 256 MB, and half of Node's four threads, which also read the files that viewers wait
 * for. Whoever finds so many waiting already would wait for seconds.
 */
const LIMITS = { atOnce: 2, waiting: 16 };

// One gate a process: Next loads this module once for every route that uses it.
const shared = globalThis as typeof globalThis & { polyduelHashGate?: Gate };
shared.polyduelHashGate ??= createGate(LIMITS);
const gate = shared.polyduelHashGate;

/** A password's salted scrypt hash with its parameters: `scrypt$N$r$p$salt$key`, base64url. Throws `rate_limited` when too many are made. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return ["scrypt", COST.N, COST.r, COST.p, encode(salt), encode(key)].join("$");
}

/**
 * Whether a password is the one that was hashed. Without a hash it takes as long and is false, so that how long it took
 * does not tell which accounts exist. Throws `rate_limited` when too many are checked.
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const [name, n, r, p, salt, key] = (hash ?? "").split("$");
  if (name !== "scrypt" || !salt || !key) {
    await derive(password, randomBytes(16), COST);
    return false;
  }
  const expected = Buffer.from(key, "base64url");
  const cost = { N: Number(n), r: Number(r), p: Number(p) };
  const given = await derive(password, Buffer.from(salt, "base64url"), cost);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r };
  const key = await gate.run(
    () =>
      new Promise<Buffer>((resolve, reject) =>
        // Keyboards compose the same letters differently.
        scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, made) =>
          error ? reject(error) : resolve(made),
        ),
      ),
  );
  if (key === null)
    throw new AppError("rate_limited", "Too many passwords are being checked right now", {
      retryAfterSeconds: 10,
      details: { problem: "busy" },
    });
  return key;
}

function encode(bytes: Buffer): string {
  return bytes.toString("base64url");
}
