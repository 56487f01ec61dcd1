import {
  type DecodedRecord,
  decodeQuotedRecord,
  doubled,
  INCOMPLETE,
  MALFORMED,
} from "./quoted-record";

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** A record longer than this, in bytes, is taken for one whose quotes were never closed. */
const LONGEST_RECORD = 16 * 2 ** 20;

/**
 * One record: field i, of `fields`, is bytes[separators[i] + 1 .. separators[i + 1]), unquoted. `line`
 * is the line it begins on, from 1. With a `problem` it has no fields.
 */
export type CsvRecord = {
  bytes: Uint8Array;
  separators: Int32Array;
  fields: number;
  line: number;
  problem: string | null;
};

export type CsvReader = {
  /** Takes the next bytes of the file, in pieces of any size, and hands on the records they complete. */
  push(bytes: Uint8Array): void;
  /** Takes what is left as the last record, which needs no line break. */
  end(): void;
};

/**
 * Splits CSV (RFC 4180; also "\n" line ends and a byte order mark) into records, byte by byte: no string
 * is made. `onRecord` gets the same object each time, good until it returns. A blank line is a record of
 * one empty field. After a record with a problem reading goes on at the next line.
 */
export function createCsvReader(
  onRecord: (record: CsvRecord) => void,
  longest = LONGEST_RECORD,
): CsvReader {
  let buffer = new Uint8Array(0);
  let filled = 0;
  let line = 1;
  let isAtStart = true;
  /** Within the rest of a line of which too much has been read already. */
  let isSkipping = false;
  let separators: Int32Array = new Int32Array(64);
  const decoded: DecodedRecord = {
    bytes: new Uint8Array(0),
    separators: new Int32Array(64),
    fields: 0,
    breaks: 0,
  };
  const record: CsvRecord = { bytes: buffer, separators, fields: 0, line, problem: null };

  function append(bytes: Uint8Array): void {
    if (filled + bytes.length > buffer.length) {
      const larger = new Uint8Array(2 * (filled + bytes.length));
      larger.set(buffer.subarray(0, filled));
      buffer = larger;
    }
    buffer.set(bytes, filled);
    filled += bytes.length;
  }

  function hand(problem: string | null, breaks: number): void {
    record.line = line;
    record.problem = problem;
    if (problem) record.fields = 0;
    onRecord(record);
    line += 1 + breaks;
  }

  /** The slow path, for the record at `from`: where the next one begins, or INCOMPLETE. */
  function readQuoted(from: number, isEnd: boolean): number {
    const next = decodeQuotedRecord(buffer, from, filled, decoded);
    if (next === MALFORMED) return refuse(from, "something follows a closing quote");
    if (next === INCOMPLETE) {
      return isEnd ? refuse(from, "a quote is never closed") : INCOMPLETE;
    }
    record.bytes = decoded.bytes;
    record.separators = decoded.separators;
    record.fields = decoded.fields;
    hand(null, decoded.breaks);
    return next;
  }

  /** Gives up on the record at `from`, but not on the lines after its first. */
  function refuse(from: number, problem: string): number {
    const lineBreak = buffer.indexOf(LF, from);
    if (lineBreak < 0 || lineBreak >= filled) return INCOMPLETE;
    hand(problem, 0);
    return lineBreak + 1;
  }

  /** Hands on every complete record from `from`; where the first incomplete one begins. */
  function scan(from: number, isEnd: boolean): number {
    const bytes = buffer;
    const end = filled;
    let start = from;
    let fields = 0;
    let marks = separators;
    marks[0] = start - 1;
    for (let index = start; index < end; index++) {
      const byte = bytes[index] ?? 0;
      // Nearly every byte of a vote file is a letter, a digit, "-" or "_", all above the comma.
      if (byte > COMMA) continue;
      if (byte === COMMA) {
        fields++;
        if (fields + 1 >= marks.length) {
          marks = doubled(marks);
          separators = marks;
        }
        marks[fields] = index;
      } else if (byte === LF) {
        const isReturn = index > start && bytes[index - 1] === CR;
        marks[fields + 1] = isReturn ? index - 1 : index;
        record.bytes = bytes;
        record.separators = marks;
        record.fields = fields + 1;
        hand(null, 0);
        start = index + 1;
        fields = 0;
        marks[0] = index;
      } else if (byte === QUOTE && index === (marks[fields] ?? 0) + 1) {
        const next = readQuoted(start, isEnd);
        if (next === INCOMPLETE) return start;
        start = next;
        fields = 0;
        marks[0] = start - 1;
        index = start - 1;
      }
    }
    return start;
  }

  function read(isEnd: boolean): void {
    let start = 0;
    if (isAtStart) {
      if (filled < BYTE_ORDER_MARK.length && !isEnd) return;
      isAtStart = false;
      if (BYTE_ORDER_MARK.every((byte, index) => index < filled && buffer[index] === byte)) {
        start = BYTE_ORDER_MARK.length;
      }
    }
    if (isSkipping) {
      const lineBreak = buffer.indexOf(LF);
      isSkipping = lineBreak < 0 || lineBreak >= filled;
      start = isSkipping ? filled : lineBreak + 1;
    }
    start = scan(start, isEnd);
    while (filled - start >= longest) start = skipLine(start, isEnd);
    buffer.copyWithin(0, start, filled);
    filled -= start;
  }

  /** Passes over the line at `start`, of a record that is too long; where the first incomplete one begins. */
  function skipLine(start: number, isEnd: boolean): number {
    const problem = `longer than ${longest} bytes, or a quote is never closed`;
    const next = refuse(start, problem);
    if (next !== INCOMPLETE) return scan(next, isEnd);
    hand(problem, 0);
    isSkipping = true;
    return filled;
  }

  return {
    push(bytes) {
      append(bytes);
      read(false);
    },
    end() {
      if (filled > 0 && buffer[filled - 1] !== LF) append(Uint8Array.of(LF));
      read(true);
    },
  };
}
