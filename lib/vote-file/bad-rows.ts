/** How many bad rows are told one by one. */
const LISTED = 10;
/** Longer texts from a file are cut to this many characters. */
const SHOWN = 40;

/** A row that could not be counted: the line it begins on, from 1, and why. */
export type BadRow = { line: number; reason: string };

/** All bad rows of a file by number, the first ten in full. */
export type BadRows = { count: number; first: BadRow[] };

export function noBadRows(): BadRows {
  return { count: 0, first: [] };
}

/** Counts one more; `reason` is only asked for when it will be shown. */
export function addBadRow(rows: BadRows, line: number, reason: () => string): void {
  rows.count++;
  if (rows.first.length < LISTED) rows.first.push({ line, reason: reason() });
}

/** A text from a file, quoted and cut, with everything escaped that could steer a terminal. */
export function quoteText(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, 4 * SHOWN + 4));
  const characters = [...text];
  const isCut = characters.length > SHOWN;
  return `"${escapeControls(characters.slice(0, SHOWN).join(""))}${isCut ? "…" : ""}"`;
}

/** Control, format and unassigned characters as \u{…}; the rest as it is. */
export function escapeControls(text: string): string {
  return text.replace(
    /\p{C}/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
