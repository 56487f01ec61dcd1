import "server-only";
import { migrate } from "@/lib/database/migrate";
import { borrowDatabase } from "@/lib/database/open-database";
import { connect } from "@/lib/db";

/** What every command of `npm run generate` gets: where to write, and when to end. */
export type CommandContext = {
  print: (line: string) => void;
  /** First Ctrl-C: start nothing new. */
  stop: AbortSignal;
  /** Second Ctrl-C: end what runs. */
  end: AbortSignal;
};

type Connections = ReturnType<typeof connect> & { url: string };

/** Lends the arena's database, running or resting, brought up to this version's tables. */
export async function withDatabase<Result>(
  work: (connections: Connections) => Promise<Result>,
): Promise<Result> {
  const database = await borrowDatabase();
  try {
    await migrate(database.url, "prisma/migrations");
    const connections = connect(database.url);
    try {
      return await work({ ...connections, url: database.url });
    } finally {
      await connections.db.$disconnect();
      await connections.pool.end();
    }
  } finally {
    await database.close();
  }
}
