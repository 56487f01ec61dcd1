import "server-only";
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/** OWASP's first recommendation for scrypt: 128 MB for each guess. */
const COST = { N: 2 ** 17, r: 8, p: 1 };
const KEY_BYTES = 32;

export const SHORTEST_PASSWORD = 12;
/** Longer ones would only cost time. */
export const LONGEST_PASSWORD = 200;

/** A password's salted scrypt hash with its parameters: `scrypt$N$r$p$salt$key`, base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return ["scrypt", COST.N, COST.r, COST.p, encode(salt), encode(key)].join("$");
}

/**
 * Whether a password is the one that was hashed. Without a hash it takes as long and is false, so that how long it took
 * does not tell which accounts exist.
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

function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) =>
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}

function encode(bytes: Buffer): string {
  return bytes.toString("base64url");
}
