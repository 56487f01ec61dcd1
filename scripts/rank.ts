import { progressLine } from "@/lib/rank/progress-line";
import {
  parseRankArguments,
  RANK_USAGE,
  type RankCommand,
  UsageError,
} from "@/lib/rank/rank-arguments";
import { type Ranking, rankVotes } from "@/lib/rank/rank-votes";
import { rankingJson } from "@/lib/rank/ranking-json";
import { rankingCaption, rankingTable } from "@/lib/rank/ranking-table";
import type { VoteBytes } from "@/lib/vote-file/open-vote-file";
import { VoteFileError } from "@/lib/vote-file/vote-file-error";

/** Between two redraws of the progress bar. */
const REDRAW_MS = 100;

async function main(): Promise<number> {
  const [task] = process.argv.slice(2);
  if (task === "--verify" || task === "--recompute") return maintain(task);
  const progress = process.stderr.isTTY ? showProgress() : null;
  try {
    const command = parseRankArguments(process.argv.slice(2));
    if (!command) {
      console.log(RANK_USAGE);
      return 0;
    }
    const source = command.file ?? standardInput();
    const ranking = await rankVotes(source, { ...command, onProgress: progress?.show });
    progress?.clear();
    print(ranking, command);
    return 0;
  } catch (error) {
    progress?.clear();
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${RANK_USAGE}`);
      return 2;
    }
    if (!(error instanceof VoteFileError)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** The two tasks that work on the arena's own database, which ranking a file never loads. */
async function maintain(task: "--verify" | "--recompute"): Promise<number> {
  const { recomputeArena, verifyArena } = await import("@/lib/rank/maintain");
  const { isGood, lines } = await (task === "--verify" ? verifyArena() : recomputeArena());
  for (const line of lines) console.log(line);
  return isGood ? 0 : 1;
}

function print(ranking: Ranking, command: RankCommand): void {
  const { count, first } = ranking.file.bad;
  for (const { line, reason } of first) console.error(`line ${line}: ${reason}`);
  if (count > first.length) console.error(`… and ${count - first.length} more bad rows`);
  if (command.json) {
    console.error(rankingCaption(ranking, command));
    console.log(rankingJson(ranking));
  } else {
    process.stdout.write(rankingTable(ranking, command));
  }
}

function standardInput(): VoteBytes {
  if (process.stdin.isTTY) throw new UsageError("Name a file, or pipe one in.");
  return { name: "standard input", size: null, pieces: process.stdin };
}

function showProgress(): { show: (read: number, size: number | null) => void; clear: () => void } {
  let drawnAt = Number.NEGATIVE_INFINITY;
  return {
    show(read, size) {
      if (performance.now() - drawnAt < REDRAW_MS) return;
      drawnAt = performance.now();
      process.stderr.write(`\r${progressLine(read, size)}\x1b[K`);
    },
    clear: () => process.stderr.write("\r\x1b[K"),
  };
}

// A reader such as `head` may go away before the end.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});
process.exitCode = await main();
