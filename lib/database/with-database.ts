import "server-only";
import { borrowDatabase } from "@/lib/database/open-database";
import { connect } from "@/lib/db";

/** A database at an address, with a pool and a client on it. */
export type Connections = ReturnType<typeof connect> & { url: string };

/** Lends the arena's database, running or resting, for as long as `work` takes. */
export async function withDatabase<Result>(
  work: (connections: Connections) => Promise<Result>,
): Promise<Result> {
  const database = await borrowDatabase();
  const connections = connect(database.url);
  try {
    return await work({ ...connections, url: database.url });
  } finally {
    await connections.db.$disconnect();
    await connections.pool.end();
    await database.close();
  }
}
