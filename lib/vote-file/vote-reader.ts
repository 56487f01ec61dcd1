import { type BoardScope, toScope } from "@/lib/leaderboard/scope";
import { addBadRow, type BadRows, noBadRows } from "./bad-rows";
import { type ByteTable, byteTableOf, createByteTable } from "./byte-table";
import { type CsvRecord, createCsvReader } from "./csv-reader";
import {
  type CheckedRow,
  checkRow,
  describeProblem,
  endOf,
  isBlankLine,
  isEmptyField,
  startOf,
} from "./row-check";
import { findColumns, type VoteColumns, type VoteFormat } from "./vote-columns";
import { VoteFileError } from "./vote-file-error";

/** More entrants than a fit can serve: a column that holds something else, most likely. */
export const MAX_ENTRANTS = 2048;
/**
 * More different prompts than clustering can hold sums for. FastChat's question_id is often each vote's
 * own, and clusters of one vote change nothing, so leaving them out is what they amount to.
 */
export const MAX_PROMPTS = 2 ** 18;

/** A vote in numbers: entrants, voters and prompts by first appearance, the outcome by place in OUTCOMES. */
export type FileVote = {
  left: number;
  right: number;
  outcome: number;
  /** 0 where the file has none, or nobody asked. */
  voter: number;
  prompt: number;
  seq: number;
};

/** What a whole file held. */
export type VoteFileSummary = {
  format: VoteFormat;
  /** Rows below the header, blank lines aside: votes + excluded + elsewhere + bad. */
  rows: number;
  votes: number;
  /** Marked as not counted. */
  excluded: number;
  /** Good, but of another board. */
  elsewhere: number;
  bad: BadRows;
  /** Names by number. */
  entrants: string[];
  /** Whether votes carry their voter and prompt: such a column is there, was asked for and can serve. */
  hasVoters: boolean;
  hasPrompts: boolean;
  hasTooManyPrompts: boolean;
  /** The highest seq of any good row, 0 without such a column. */
  throughSeq: number;
  isInSeqOrder: boolean;
};

export type VoteReaderOptions = {
  /** `all`, `<track>` or `<track>/<category>`. */
  board: string;
  /** Whether to tell voters and prompts apart. */
  clusters: boolean;
  /** Gets every vote that counts; the same object each time, good until it returns. */
  onVote: (vote: FileVote) => void;
};

export type VoteReader = {
  /** @throws VoteFileError when the file is none that can be read. */
  push(bytes: Uint8Array): void;
  /** @throws VoteFileError also when no row could be used. */
  end(): VoteFileSummary;
};

/** Reads and checks a vote file that comes in pieces: rows become votes, or are counted as why not. */
export function createVoteReader(options: VoteReaderOptions): VoteReader {
  let rows: RowReader | null = null;
  let isFirst = true;
  const csv = createCsvReader((record) => {
    if (rows) rows.read(record);
    else if (!isBlankLine(record)) rows = createRowReader(readHeader(record), options);
  });
  return {
    push(bytes) {
      if (isFirst && bytes.length > 0) {
        requireText(bytes);
        isFirst = false;
      }
      csv.push(bytes);
    },
    end() {
      csv.end();
      if (!rows) throw new VoteFileError("is empty");
      return rows.finish();
    },
  };
}

type RowReader = { read(record: CsvRecord): void; finish(): VoteFileSummary };

function createRowReader(columns: VoteColumns, options: VoteReaderOptions): RowReader {
  const { onVote, clusters } = options;
  const isHere = toBoardTest(toScope(options.board), columns);
  const entrants = createByteTable();
  const names: string[] = [];
  const voters = createByteTable();
  let prompts: ByteTable | null = createByteTable();
  const voterColumn = clusters ? columns.voter : null;
  const promptColumn = clusters ? columns.prompt : null;
  const row: CheckedRow = { outcome: 0, seq: 0, isExcluded: false };
  const vote: FileVote = { left: 0, right: 0, outcome: 0, voter: 0, prompt: 0, seq: 0 };
  const bad = noBadRows();
  let [read, votes, excluded, elsewhere, lastSeq, throughSeq] = [0, 0, 0, 0, 0, 0];
  let isInSeqOrder = true;

  function entrantOf(record: CsvRecord, column: number): number {
    const id = entrants.idOf(record.bytes, startOf(record, column), endOf(record, column));
    if (id === names.length) {
      if (id >= MAX_ENTRANTS) throw new VoteFileError(`has more than ${MAX_ENTRANTS} entrants`);
      names.push(textOf(record, column));
    }
    return id;
  }

  function promptOf(record: CsvRecord, column: number): number {
    const prompt = prompts ? clusterOf(prompts, record, column) : 0;
    if (prompt >= MAX_PROMPTS) prompts = null;
    return prompts ? prompt : 0;
  }

  return {
    read(record) {
      if (isBlankLine(record)) return;
      read++;
      const problem = checkRow(record, columns, lastSeq, row);
      if (problem) {
        addBadRow(bad, record.line, () => describeProblem(problem, record, columns));
        return;
      }
      if (row.seq < lastSeq) isInSeqOrder = false;
      lastSeq = row.seq;
      throughSeq = Math.max(throughSeq, row.seq);
      if (row.isExcluded) {
        excluded++;
      } else if (!isHere(record)) {
        elsewhere++;
      } else {
        votes++;
        vote.left = entrantOf(record, columns.left);
        vote.right = entrantOf(record, columns.right);
        vote.outcome = row.outcome;
        vote.voter = voterColumn === null ? 0 : clusterOf(voters, record, voterColumn);
        vote.prompt = promptColumn === null ? 0 : promptOf(record, promptColumn);
        vote.seq = row.seq;
        onVote(vote);
      }
    },
    finish: () => ({
      ...{ format: columns.format, rows: read, votes, excluded, elsewhere, bad, entrants: names },
      hasVoters: voterColumn !== null,
      hasPrompts: promptColumn !== null && prompts !== null,
      hasTooManyPrompts: promptColumn !== null && prompts === null,
      ...{ throughSeq, isInSeqOrder },
    }),
  };
}

/** A vote whose voter or prompt is not known is a cluster of its own. */
function clusterOf(table: ByteTable, record: CsvRecord, column: number): number {
  if (isEmptyField(record, column)) return table.addNameless();
  return table.idOf(record.bytes, startOf(record, column), endOf(record, column));
}

/** Whether a row is of the board. */
function toBoardTest(scope: BoardScope, columns: VoteColumns): (record: CsvRecord) => boolean {
  const tests = (["track", "category"] as const).flatMap((name) => {
    const wanted = scope[name];
    if (wanted === undefined) return [];
    const column = columns[name];
    if (column === null) throw new VoteFileError(`has no column ${name}, which --board needs`);
    return [{ column, table: byteTableOf([wanted]) }];
  });
  return (record) =>
    tests.every(
      ({ column, table }) =>
        table.find(record.bytes, startOf(record, column), endOf(record, column)) === 0,
    );
}

function readHeader(record: CsvRecord): VoteColumns {
  if (record.problem) throw new VoteFileError(`has a bad header row: ${record.problem}`);
  return findColumns(Array.from({ length: record.fields }, (_, column) => textOf(record, column)));
}

function textOf(record: CsvRecord, column: number): string {
  const bytes = record.bytes.subarray(startOf(record, column), endOf(record, column));
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new VoteFileError(`is not UTF-8 text: see line ${record.line}`, { cause: error });
  }
}

function requireText(bytes: Uint8Array): void {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw new VoteFileError("is compressed: unpack it");
  if (bytes.includes(0)) throw new VoteFileError("is not UTF-8 text");
}
