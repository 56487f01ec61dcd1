import "server-only";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/database/embedded-postgres";
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

/** Between two tries to take the lock again after its connection was lost. */
const RELOCK_DELAY_MS = 500;

/**
 * The database of DATABASE_URL, or else the embedded one under DATA_DIR, started or taken over.
 * Throws a `LaunchError` when a living process owns the embedded one.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  if (env.DATABASE_URL) return foreignDatabase(env.DATABASE_URL);
  const server = await startServer();
  const release = await becomeOwner(server.url);
  if (!release)
    throw new LaunchError(`Polyduel already runs on the data folder ${resolve(env.DATA_DIR)}.`);
  return {
    url: server.url,
    origin: server.adopted ? "embedded, was still running" : "embedded",
    close: async () => {
      await release();
      await server.stop();
    },
  };
}

/** The same for a task beside a running arena: a server that was running is left running. */
export async function borrowDatabase(): Promise<OpenDatabase> {
  if (env.DATABASE_URL) return foreignDatabase(env.DATABASE_URL);
  const server = await startServer();
  return {
    url: server.url,
    origin: "embedded",
    close: async () => {
      if (!server.adopted) await server.stop();
    },
  };
}

function foreignDatabase(url: string): OpenDatabase {
  return { url, origin: "DATABASE_URL", close: async () => undefined };
}

function startServer(): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres(env.DATA_DIR, readSecrets(env.DATA_DIR).postgresPassword);
}

/**
 * Takes the owner's lock for as long as this process lives, also over lost connections. Returns how to let it
 * go, or null when another living process holds it.
 */
async function becomeOwner(url: string): Promise<(() => Promise<void>) | null> {
  let isReleased = false;
  let client = await lock(url, () => void hold());
  if (!client) return null;

  async function hold(): Promise<void> {
    client = null;
    while (!isReleased && !client) {
      await sleep(RELOCK_DELAY_MS);
      if (!isReleased) client = await lock(url, () => void hold()).catch(() => null);
    }
  }
  return async () => {
    isReleased = true;
    await client?.end();
  };
}

/** A connection that holds the lock, or null when it is taken. Tells when it is lost. */
async function lock(url: string, onLost: () => void): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ free: boolean }>(
    "SELECT pg_try_advisory_lock($1) AS free",
    [OWNER_LOCK],
  );
  if (rows[0]?.free) {
    client.once("end", onLost);
    return client;
  }
  await client.end();
  return null;
}
