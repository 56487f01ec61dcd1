import { parseArgs } from "node:util";
import { BOOTSTRAP_ROUNDS } from "@/lib/rating/bootstrap";
import { INTERVALS, type IntervalKind, METHODS, type Method, type RankOptions } from "./rank-votes";

export const RANK_USAGE = `Usage: npm run rank -- [options] votes.csv
       npm run rank -- --verify      compares the arena's ledger and tallies with a rebuild
       npm run rank -- --recompute   brings the arena's ledger, tallies and boards up to now

Ranks a vote file without a database: our export (seq, …, left_entrant, right_entrant, outcome, voter,
prompt), or FastChat's columns (model_a, model_b, winner; judge and question_id where present), whose
winner may also be said as arena-rank does. "-", or no file, reads a pipe.

  --json                  prints the body of /api/leaderboard instead of a table
  --board <board>         all (default), <track> or <track>/<category>; our export only
  --method <method>       bt (default: Bradley–Terry), davidson (ties modelled), elo (online, K = 4 and 8)
  --intervals <kind>      clustered (default where the file has voters or prompts), plain, bootstrap
  --bootstrap <rounds>    bootstrap intervals of so many rounds (${BOOTSTRAP_ROUNDS})
  --inflation-from <csv>  clusters by the votes of this file instead: a live board keeps what the last
                          full recompute found
  --seed <number>         of every random draw (0)
  --help                  prints this

Rows that cannot be counted are listed on the error output. Exit code: 0 ranked, 1 no ranking, 2 bad usage.`;

/** The command line, checked; `file` null for standard input. */
export type RankCommand = Omit<RankOptions, "onProgress"> & { file: string | null; json: boolean };

/** What is wrong with a command line, for whoever typed it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Reads a command line; null when it asks for help. Checked by hand, not by zod, whose 16 MB would be a
 * tenth of what ranking five million votes may take.
 * @throws UsageError
 */
export function parseRankArguments(argv: readonly string[]): RankCommand | null {
  const { values, positionals } = parse(argv);
  if (values.help) return null;
  if (positionals.length > 1) throw new UsageError("Name one file.");
  const file = positionals[0] ?? "-";
  const command: RankCommand = {
    file: file === "-" ? null : file,
    json: values.json ?? false,
    board: toBoard(values.board ?? "all"),
    method: oneOf(METHODS, "--method", values.method ?? "bt"),
    intervals: toIntervals(values.intervals, values.bootstrap),
    rounds: wholeNumber("--bootstrap", values.bootstrap ?? String(BOOTSTRAP_ROUNDS), 1, 1e6),
    seed: wholeNumber("--seed", values.seed ?? "0", 0, 2 ** 32 - 1),
    inflationFrom: values["inflation-from"] ?? null,
  };
  requireSense(command);
  return command;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        board: { type: "string" },
        method: { type: "string" },
        intervals: { type: "string" },
        bootstrap: { type: "string" },
        "inflation-from": { type: "string" },
        seed: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function toBoard(board: string): string {
  if (!/^[^/]+(?:\/[^/]+)?$/.test(board) || board.startsWith("all/")) {
    throw new UsageError("--board must be all, <track> or <track>/<category>.");
  }
  return board;
}

function toIntervals(kind: string | undefined, rounds: string | undefined): IntervalKind | null {
  if (kind === undefined) return rounds === undefined ? null : "bootstrap";
  const intervals = oneOf(INTERVALS, "--intervals", kind);
  if (rounds !== undefined && intervals !== "bootstrap") {
    throw new UsageError(`--bootstrap does not go with --intervals ${intervals}.`);
  }
  return intervals;
}

function requireSense({ method, intervals, inflationFrom }: RankCommand): void {
  if (method === "davidson" && intervals !== null && intervals !== "plain") {
    throw new UsageError("--method davidson has plain intervals only.");
  }
  if (method === "elo" && intervals !== null) {
    throw new UsageError("--method elo has no intervals.");
  }
  const isClustered = method === "bt" && (intervals === null || intervals === "clustered");
  if (inflationFrom !== null && !isClustered) {
    throw new UsageError("--inflation-from goes with clustered intervals of --method bt only.");
  }
  if (inflationFrom === "-") throw new UsageError("--inflation-from must name a file.");
}

function oneOf<Word extends Method | IntervalKind>(
  words: readonly Word[],
  option: string,
  given: string,
): Word {
  const word = words.find((candidate) => candidate === given);
  if (word === undefined) throw new UsageError(`${option} must be ${words.join(", ")}.`);
  return word;
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) {
    throw new UsageError(`${option} must be a whole number from ${least} to ${most}.`);
  }
  return value;
}
