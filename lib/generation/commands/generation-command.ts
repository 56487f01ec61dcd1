import "server-only";
import { migrate } from "@/lib/database/migrate";
import { type Connections, withDatabase } from "@/lib/database/with-database";

/** What every command of `npm run generate` gets: where to write, and when to end. */
export type CommandContext = {
  print: (line: string) => void;
  /** First Ctrl-C: start nothing new. */
  stop: AbortSignal;
  /** Second Ctrl-C: end what runs. */
  end: AbortSignal;
};

/** Lends the arena's database, brought up to this version's tables: the arena may never have been started. */
export async function withArena<Result>(
  work: (connections: Connections) => Promise<Result>,
): Promise<Result> {
  return withDatabase(async (connections) => {
    await migrate(connections.url, "prisma/migrations");
    return work(connections);
  });
}
