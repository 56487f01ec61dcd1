/** Characters of error text that an attempt keeps, and that a repairing model is shown (arXiv:2606.01057). */
export const ERROR_TEXT_LIMIT = 3000;
const HEAD_SHARE = 0.7;
const GAP = "\n[...]\n";

/**
 * Error text as it is stored: whole up to the limit, else 70 % head and 30 % tail around a gap mark.
 * Memory addresses are blanked, so that the same failure gives the same text; NUL, which Postgres
 * refuses, and lone halves of surrogate pairs are replaced.
 */
export function toErrorText(text: string, limit = ERROR_TEXT_LIMIT): string {
  const clean = text
    .toWellFormed()
    .replaceAll("\u0000", "\ufffd")
    .replace(/\bat 0x[0-9a-fA-F]+/g, "at 0x...")
    .trim();
  if (clean.length <= limit) return clean;
  const head = Math.floor((limit - GAP.length) * HEAD_SHARE);
  const tail = limit - GAP.length - head;
  return (clean.slice(0, head) + GAP + clean.slice(-tail)).toWellFormed();
}
