import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { requireEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";

/** Throws `unauthorized` unless the header is `Bearer <CRON_SECRET>`. Compares in constant time. */
export function requireCronSecret(authorization: string): void {
  const expected = digest(`Bearer ${requireEnv("CRON_SECRET")}`);
  if (!timingSafeEqual(digest(authorization), expected))
    throw new AppError("unauthorized", "This needs the cron secret as a bearer token");
}

/** Equal lengths, whatever was sent. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
