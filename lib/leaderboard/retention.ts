import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";

/**
 * Thins out old snapshots: of each board all of the last hour stay, the last of every hour for 90 days, and the
 * last of every day for ever. Returns how many went.
 */
export async function thinSnapshots(now: Date, db: Db = defaultDb): Promise<number> {
  return db.$executeRaw`
    DELETE FROM snapshots s
    WHERE s.computed_at < ${now}::timestamptz - interval '1 hour'
      AND EXISTS (
        SELECT 1 FROM snapshots later
        WHERE later.board = s.board AND later.computed_at > s.computed_at
          AND date_trunc(CASE WHEN s.computed_at < ${now}::timestamptz - interval '90 days' THEN 'day' ELSE 'hour' END,
                         later.computed_at, 'UTC')
            = date_trunc(CASE WHEN s.computed_at < ${now}::timestamptz - interval '90 days' THEN 'day' ELSE 'hour' END,
                         s.computed_at, 'UTC'))`;
}
