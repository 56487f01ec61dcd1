import "server-only";
import { type CommandContext, withArena } from "@/lib/generation/commands/generation-command";
import { table } from "@/lib/generation/run-summary";
import { getQueueStatus } from "@/lib/queue/data";

/** `npm run generate -- --status`. Returns the exit code. */
export async function showQueue({ print }: CommandContext): Promise<number> {
  const status = await withArena(({ pool }) => getQueueStatus(pool));
  if (!status || status.entrants.size === 0) {
    print("The queue is empty.");
    return 0;
  }
  const header = ["entrant", "waiting", "running", "to retry", "failed"];
  const rows = [...status.entrants].map(([entrant, counts]) => [
    entrant,
    ...[counts.waiting, counts.running, counts.retrying, counts.failed].map(String),
  ]);
  for (const line of table([header, ...rows])) print(line);
  print(`\n${status.workers} workers hold a job.`);
  for (const { key, tries, error } of status.errors)
    print(`  ${key}, try ${tries}: ${error.split("\n", 1)[0]}`);
  return 0;
}
