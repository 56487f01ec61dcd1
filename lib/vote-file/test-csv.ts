/** How a table is to be written as CSV. */
export type CsvStyle = { lineEnd: "\n" | "\r\n"; isQuoted: boolean; endsWithBreak: boolean };

const PLAIN: CsvStyle = { lineEnd: "\n", isQuoted: false, endsWithBreak: true };

/** For tests: a table as RFC 4180 CSV; quoted where it must be, or everywhere. */
export function writeCsv(rows: readonly (readonly string[])[], style = PLAIN): string {
  const { lineEnd, isQuoted, endsWithBreak } = style;
  const lines = rows.map((row) =>
    row
      .map((field) =>
        isQuoted || /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field,
      )
      .join(","),
  );
  return lines.join(lineEnd) + (endsWithBreak ? lineEnd : "");
}

/** For tests: the bytes of a text in pieces that end at the given places. */
export function inPieces(text: string, cuts: readonly number[]): Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length];
  ends.sort((x, y) => x - y);
  return ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end));
}
