import { quoteText } from "./bad-rows";
import { byteTableOf } from "./byte-table";
import type { CsvRecord } from "./csv-reader";
import { outcomeNumber } from "./outcome-words";
import type { VoteColumns } from "./vote-columns";

const COUNTED_WORDS = byteTableOf(["t", "true", "True", "TRUE"]);
const EXCLUDED_WORDS = byteTableOf(["f", "false", "False", "FALSE"]);
/** Digits of a whole number that is safe from rounding. */
const MOST_DIGITS = 15;

/** What a good row says, before names are numbered; one object for all rows. */
export type CheckedRow = { outcome: number; seq: number; isExcluded: boolean };

export type RowProblem =
  | "quoting"
  | "width"
  | "outcome"
  | "no_left"
  | "no_right"
  | "itself"
  | "seq"
  | "seq_again"
  | "counted";

export function startOf(record: CsvRecord, column: number): number {
  return (record.separators[column] ?? 0) + 1;
}

export function endOf(record: CsvRecord, column: number): number {
  return record.separators[column + 1] ?? 0;
}

export function isEmptyField(record: CsvRecord, column: number): boolean {
  return startOf(record, column) >= endOf(record, column);
}

export function isBlankLine(record: CsvRecord): boolean {
  return record.fields === 1 && isEmptyField(record, 0);
}

/**
 * Checks one row and fills `row`. `lastSeq` is the seq of the good row before.
 * @returns what is wrong first, or null for a good row.
 */
export function checkRow(
  record: CsvRecord,
  columns: VoteColumns,
  lastSeq: number,
  row: CheckedRow,
): RowProblem | null {
  if (record.problem) return "quoting";
  if (record.fields !== columns.width) return "width";
  const { bytes } = record;
  row.outcome = outcomeNumber(
    bytes,
    startOf(record, columns.outcome),
    endOf(record, columns.outcome),
  );
  if (row.outcome < 0) return "outcome";
  if (isEmptyField(record, columns.left)) return "no_left";
  if (isEmptyField(record, columns.right)) return "no_right";
  if (isSame(record, columns.left, columns.right)) return "itself";
  row.seq = columns.seq === null ? 0 : wholeNumber(record, columns.seq);
  if (row.seq < 0) return "seq";
  if (columns.seq !== null && row.seq === lastSeq) return "seq_again";
  row.isExcluded = false;
  if (columns.counted !== null) {
    const [start, end] = [startOf(record, columns.counted), endOf(record, columns.counted)];
    row.isExcluded = EXCLUDED_WORDS.find(bytes, start, end) >= 0;
    if (!row.isExcluded && COUNTED_WORDS.find(bytes, start, end) < 0) return "counted";
  }
  return null;
}

/** The problem in words, with what the row has instead. */
export function describeProblem(
  problem: RowProblem,
  record: CsvRecord,
  columns: VoteColumns,
): string {
  const said = (column: number | null) =>
    column === null
      ? '""'
      : quoteText(record.bytes.subarray(startOf(record, column), endOf(record, column)));
  switch (problem) {
    case "quoting":
      return record.problem ?? "";
    case "width":
      return `${record.fields} columns, not ${columns.width}`;
    case "outcome":
      return `the outcome ${said(columns.outcome)} is unknown`;
    case "no_left":
      return "the first entrant is empty";
    case "no_right":
      return "the second entrant is empty";
    case "itself":
      return `${said(columns.left)} is set against itself`;
    case "seq":
      return `the seq ${said(columns.seq)} is no whole number from 1`;
    case "seq_again":
      return `the seq ${said(columns.seq)} is that of the row before`;
    case "counted":
      return `counted is ${said(columns.counted)}, neither t nor f`;
  }
}

function isSame(record: CsvRecord, column: number, other: number): boolean {
  const { bytes } = record;
  const start = startOf(record, column);
  const shift = startOf(record, other) - start;
  const end = endOf(record, column);
  if (endOf(record, other) - end !== shift) return false;
  for (let index = start; index < end; index++) {
    if (bytes[index] !== bytes[index + shift]) return false;
  }
  return true;
}

/** The field as a whole number from 1, or −1. */
function wholeNumber(record: CsvRecord, column: number): number {
  const { bytes } = record;
  const start = startOf(record, column);
  const end = endOf(record, column);
  if (start >= end || end - start > MOST_DIGITS) return -1;
  let value = 0;
  for (let index = start; index < end; index++) {
    const digit = (bytes[index] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = 10 * value + digit;
  }
  return value > 0 ? value : -1;
}
