import { VoteFileError } from "./vote-file-error";

/** Whose column names a file has: our export's, or those of FastChat and arena-rank. */
export type VoteFormat = "polyduel" | "fastchat";

/** Where a row has what; null for a column that the file does not have. */
export type VoteColumns = {
  format: VoteFormat;
  /** Columns in all: what every row must have. */
  width: number;
  left: number;
  right: number;
  outcome: number;
  voter: number | null;
  prompt: number | null;
  seq: number | null;
  track: number | null;
  category: number | null;
  counted: number | null;
};

/** FastChat shows model_a first, which is our left. */
const REQUIRED = {
  polyduel: ["left_entrant", "right_entrant", "outcome"],
  fastchat: ["model_a", "model_b", "winner"],
} as const satisfies Record<VoteFormat, readonly string[]>;

/**
 * Finds the columns in a file's header row.
 * @throws VoteFileError when the header is neither format's, or names a column twice.
 */
export function findColumns(header: readonly string[]): VoteColumns {
  const place = (name: string): number | null => {
    const first = header.indexOf(name);
    if (first < 0) return null;
    if (header.includes(name, first + 1)) {
      throw new VoteFileError(`has two columns named ${name}`);
    }
    return first;
  };
  const format = formatOf(header);
  const [left, right, outcome] = REQUIRED[format].map(place);
  if (left == null || right == null || outcome == null) {
    const missing = REQUIRED[format].filter((name) => place(name) === null);
    throw new VoteFileError(`has no column ${missing.join(", ")}`);
  }
  const found = { format, width: header.length, left, right, outcome };
  if (format === "fastchat") {
    return {
      ...found,
      voter: place("judge"),
      prompt: place("question_id"),
      ...{ seq: null, track: null, category: null, counted: null },
    };
  }
  return {
    ...found,
    voter: place("voter"),
    prompt: place("prompt"),
    seq: place("seq"),
    track: place("track"),
    category: place("category"),
    counted: place("counted"),
  };
}

/** The format more of whose columns are there. */
function formatOf(header: readonly string[]): VoteFormat {
  const has = (format: VoteFormat) =>
    REQUIRED[format].filter((name) => header.includes(name)).length;
  const [ours, theirs] = [has("polyduel"), has("fastchat")];
  if (ours + theirs === 0) {
    const names = Object.values(REQUIRED).map((columns) => columns.join(", "));
    throw new VoteFileError(`names neither ${names.join(" nor ")} in its first line`);
  }
  return ours >= theirs ? "polyduel" : "fastchat";
}
