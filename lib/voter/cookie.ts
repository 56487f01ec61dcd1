import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";

const voterIdSchema = z.uuid();

/** A voter id with its HMAC-SHA-256: what the cookie holds. */
export function signVoterId(voterId: string, secret: string): string {
  return `${voterId}.${mac(voterId, secret).toString("base64url")}`;
}

/** The voter id of a cookie that this secret signed, or null. */
export function verifyVoterId(cookie: string | undefined, secret: string): string | null {
  const [voterId, signature] = cookie?.split(".") ?? [];
  if (!voterId || !signature || !voterIdSchema.safeParse(voterId).success) return null;
  const expected = mac(voterId, secret);
  const given = Buffer.from(signature, "base64url");
  return given.length === expected.length && timingSafeEqual(given, expected) ? voterId : null;
}

function mac(voterId: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(`polyduel voter ${voterId}`).digest();
}
