import "server-only";
import { resolve } from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "@/lib/database/embedded-postgres";
import { env } from "@/lib/env";
import { LaunchError } from "@/lib/errors";
import { readSecrets } from "@/lib/secrets";

export type OpenDatabase = {
  url: string;
  /** How it came about, in words for the terminal. */
  origin: string;
  /** Stops the server, unless it is somebody else's. */
  close: () => Promise<void>;
};

/** Held by the process that owns the embedded server, and let go by Postgres when that process dies. */
const OWNER_LOCK = 7_301_000;

/**
 * The database of DATABASE_URL, or else the embedded one under DATA_DIR, started or taken over.
 * Throws a `LaunchError` when a living process owns the embedded one.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const database = await borrowDatabase();
  if (database.isOwned) return database;
  throw new LaunchError(`Polyduel already runs on the data folder ${resolve(env.DATA_DIR)}.`);
}

/** The same, also while another process owns the embedded one; closing then leaves the server to its owner. */
export async function borrowDatabase(): Promise<OpenDatabase & { isOwned: boolean }> {
  if (env.DATABASE_URL)
    return {
      ...{ url: env.DATABASE_URL, origin: "DATABASE_URL", isOwned: true },
      close: async () => undefined,
    };
  const { postgresPassword } = readSecrets(env.DATA_DIR);
  const server = await startEmbeddedPostgres(env.DATA_DIR, postgresPassword);
  const owner = await becomeOwner(server.url);
  return {
    url: server.url,
    origin: server.adopted ? "embedded, was still running" : "embedded",
    isOwned: owner !== null,
    close: async () => {
      if (!owner) return;
      await owner.end();
      await server.stop();
    },
  };
}

/** A connection that holds the owner's lock, or null when a living process holds it. */
async function becomeOwner(url: string): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ free: boolean }>(
    "SELECT pg_try_advisory_lock($1) AS free",
    [OWNER_LOCK],
  );
  if (rows[0]?.free) return client;
  await client.end();
  return null;
}
