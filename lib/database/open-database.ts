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
  if (env.DATABASE_URL)
    return { url: env.DATABASE_URL, origin: "DATABASE_URL", close: async () => undefined };
  const { postgresPassword } = readSecrets(env.DATA_DIR);
  const server = await startEmbeddedPostgres(env.DATA_DIR, postgresPassword);
  const owner = await becomeOwner(server.url);
  return {
    url: server.url,
    origin: server.adopted ? "embedded, was still running" : "embedded",
    close: async () => {
      await owner.end();
      await server.stop();
    },
  };
}

async function becomeOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ free: boolean }>(
    "SELECT pg_try_advisory_lock($1) AS free",
    [OWNER_LOCK],
  );
  if (rows[0]?.free) return client;
  await client.end();
  throw new LaunchError(`Polyduel already runs on the data folder ${resolve(env.DATA_DIR)}.`);
}
