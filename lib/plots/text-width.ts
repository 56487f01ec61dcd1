/** Widths in Inter by kind of letter, as a share of the font size; a little generous, so that labels keep apart. */
const NARROW = /[ijl.,:;'|!()[\]tfr1 -]/;
const WIDE = /[mwMW@%]/;
const CAPITAL = /[A-Z0-9&#$]/;

/** About how wide a text is when it is set in Inter: pixels for a font size in pixels. */
export function textWidth(text: string, fontPx: number): number {
  let ems = 0;
  for (const letter of text) {
    if (NARROW.test(letter)) ems += 0.36;
    else if (WIDE.test(letter)) ems += 0.9;
    else if (CAPITAL.test(letter)) ems += 0.68;
    else ems += letter.charCodeAt(0) > 0x2e7f ? 1 : 0.58;
  }
  return ems * fontPx;
}

/** The text, or as much of it as fits into `widthPx` with an ellipsis. */
export function shortenText(text: string, fontPx: number, widthPx: number): string {
  if (textWidth(text, fontPx) <= widthPx) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join("")}…`, fontPx) > widthPx) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
