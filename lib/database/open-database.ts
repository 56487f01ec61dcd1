import "server-only";
import { startEmbeddedPostgres } from "@/lib/database/embedded-postgres";
import { env } from "@/lib/env";
import { readSecrets } from "@/lib/secrets";

export type OpenDatabase = {
  url: string;
  /** How it came about, in words for the terminal. */
  origin: string;
  /** Stops the server, unless it is somebody else's. */
  close: () => Promise<void>;
};

/** The database of DATABASE_URL, or else the embedded one under DATA_DIR, started or taken over. */
export async function openDatabase(): Promise<OpenDatabase> {
  if (env.DATABASE_URL)
    return { url: env.DATABASE_URL, origin: "DATABASE_URL", close: async () => undefined };
  const server = await startEmbeddedPostgres(
    env.DATA_DIR,
    readSecrets(env.DATA_DIR).postgresPassword,
  );
  const origin = server.adopted ? "embedded, was still running" : "embedded";
  return { url: server.url, origin, close: server.stop };
}
