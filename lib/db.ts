import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { Prisma, PrismaClient } from "@/lib/generated/prisma/client.ts";
import { logger } from "@/lib/logger";

/** The client, or the client inside a transaction: what every data and mutation function takes. */
export type Db = PrismaClient | Prisma.TransactionClient;

type Connections = { pool: pg.Pool; db: PrismaClient };

/** Opens a pool and a Prisma client over it. */
export function connect(connectionString: string | undefined): Connections {
  const pool = new pg.Pool({ connectionString, max: 10, connectionTimeoutMillis: 10_000 });
  // An idle connection that the server closed (a restart) must not end the process; the next query reconnects.
  pool.on("error", (error) =>
    logger.warn({ error: error.message }, "idle database connection lost"),
  );
  // The same while it is lent: the query that runs then fails, and tells whoever asked.
  pool.on("connect", (client) => {
    client.on("error", (error) =>
      logger.debug({ error: error.message }, "database connection lost"),
    );
  });
  const adapter = new PrismaPg(pool, { statementNameGenerator: createStatementNames() });
  return { pool, db: new PrismaClient({ adapter }) };
}

/** Statements whose plan each connection keeps; more than the program has, unless one is built in endless variants. */
const MAX_PREPARED = 200;

/** Names SQL texts, so that Postgres plans the statements of a vote once a connection and not once a vote. */
function createStatementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    // An empty name is an unnamed statement, planned anew each time.
    if (names.size >= MAX_PREPARED) return "";
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}

// One pool a process, also when Next's development server loads this module again.
const globalConnections = globalThis as typeof globalThis & { polyduel?: Connections };
globalConnections.polyduel ??= connect(env.DATABASE_URL);

export const { db, pool } = globalConnections.polyduel;
export { Prisma };
