import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";

/** All snapshots of so many hours stay, and the last one of every hour for so many days. */
export const KEPT_WHOLE_HOURS = 1;
export const KEPT_HOURLY_DAYS = 90;

/**
 * Thins out old snapshots: of each board all of the last hour stay, the last of every hour for 90 days, and the
 * last of every day for ever. Returns how many went.
 */
export async function thinSnapshots(now: Date, db: Db = defaultDb): Promise<number> {
  const wholeUntil = new Date(now.getTime() - KEPT_WHOLE_HOURS * 3_600_000);
  const hourlyUntil = new Date(now.getTime() - KEPT_HOURLY_DAYS * 24 * 3_600_000);
  return db.$executeRaw`
    DELETE FROM snapshots s
    WHERE s.computed_at < ${wholeUntil}::timestamptz
      AND EXISTS (
        SELECT 1 FROM snapshots later
        WHERE later.board = s.board AND later.computed_at > s.computed_at
          AND date_trunc(CASE WHEN s.computed_at < ${hourlyUntil}::timestamptz THEN 'day' ELSE 'hour' END,
                         later.computed_at, 'UTC')
            = date_trunc(CASE WHEN s.computed_at < ${hourlyUntil}::timestamptz THEN 'day' ELSE 'hour' END,
                         s.computed_at, 'UTC'))`;
}
