import "server-only";
import type { Db } from "@/lib/db";

type Kept<Value> = { version: bigint; value: Promise<Value> };

/**
 * A reading that is kept in memory, for each database, between changes of the catalogue, whose version triggers in the
 * database raise: every process comes to the same by itself. One that failed is made anew. What it gives is not to be
 * changed by the caller.
 */
export function keptByCatalogue<Value>(read: (db: Db) => Promise<Value>) {
  const kept = new WeakMap<Db, Kept<Value>>();
  return async (db: Db): Promise<Value> => {
    const { version } = await db.catalogue.findUniqueOrThrow({
      where: { id: 1 },
      select: { version: true },
    });
    const known = kept.get(db);
    const current = known?.version === version ? known : { version, value: read(db) };
    kept.set(db, current);
    try {
      return await current.value;
    } catch (error) {
      if (kept.get(db) === current) kept.delete(db);
      throw error;
    }
  };
}
