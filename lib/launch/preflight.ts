import "server-only";
import { accessSync, constants, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { resolve } from "node:path";
import pg from "pg";
import { LaunchError } from "@/lib/errors";

/** Throws a `LaunchError` unless the data folder can be written. */
export function requireWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new LaunchError(
      `The data folder ${resolve(dataDir)} cannot be written: change its owner, or set DATA_DIR.`,
      { cause },
    );
  }
}

/** Throws a `LaunchError` unless this process can listen on host:port. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const code = await new Promise<string | undefined>((done) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => done(error.code));
    server.listen({ host, port, exclusive: true }, () => server.close(() => done(undefined)));
  });
  if (code === "EADDRINUSE")
    throw new LaunchError(`Port ${port} is in use: stop what uses it, or set PORT to another one.`);
  if (code)
    throw new LaunchError(`Cannot listen on ${host}:${port} (${code}): check HOST and PORT.`);
}

/** Throws a `LaunchError` with Postgres' reason, never the password, unless the database answers. */
export async function requireDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
  } catch (cause) {
    const { host } = new URL(url);
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new LaunchError(`DATABASE_URL does not work: ${host} says "${reason}".`, { cause });
  }
}
