import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";

/** Prisma Migrate's own advisory lock, so that `prisma migrate deploy` and this never run together. */
const MIGRATE_LOCK = 72_707_369;

/** Prisma Migrate's table, as `prisma migrate deploy` creates it. */
const MIGRATIONS_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Applies every migration under `directory` that the database lacks, in name order, each in a transaction.
 * Keeps the records of `prisma migrate deploy`, so either can go on where the other stopped.
 * Returns the names applied now. Throws when an applied migration was edited since or did not finish.
 */
export async function migrate(connectionString: string, directory: string): Promise<string[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATE_LOCK]);
    await client.query(MIGRATIONS_TABLE);
    const { rows } = await client.query<Applied>(
      "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row]));
    const names: string[] = [];
    for (const name of await listMigrations(directory)) {
      const sql = await readFile(join(directory, name, "migration.sql"), "utf8");
      const checksum = createHash("sha256").update(sql).digest("hex");
      const before = applied.get(name);
      if (before) assertUnchanged(before, checksum);
      else {
        await applyMigration(client, name, sql, checksum);
        names.push(name);
      }
    }
    return names;
  } finally {
    await client.end();
  }
}

async function listMigrations(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function assertUnchanged(applied: Applied, checksum: string): void {
  if (!applied.finished_at)
    throw new Error(
      `Migration ${applied.migration_name} failed earlier: resolve it with Prisma's CLI`,
    );
  if (applied.checksum !== checksum)
    throw new Error(`Migration ${applied.migration_name} was edited after it was applied`);
}

async function applyMigration(
  client: pg.Client,
  name: string,
  sql: string,
  checksum: string,
): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`Migration ${name} failed`, { cause: error });
  }
}
