/** The words of a badge; `title` is read out, and `isMuted` says that there is no figure. */
export type Badge = { label: string; value: string; title: string; isMuted: boolean };

const HEIGHT = 20;
const PADDING = 7;
/** The cube before the label, with the gap after it. */
const LOGO = 17;

/** White keeps 4.5:1 on each of these. */
const LABEL_FILL = "#3f3f46";
const VALUE_FILL = "#4f46e5";
const MUTED_FILL = "#6b7280";

/** Widths at 11 px of Verdana, which most badges are set in, by the narrow and the wide letters; the rest in between. */
const WIDTHS: [characters: RegExp, width: number][] = [
  [/[ijl|']/, 3.1],
  [/[.,;:!()[\]·\s]/, 4.2],
  [/[frt/-]/, 4.6],
  [/[mwMW%±–]/, 9.4],
  [/[A-Z]/, 7.6],
  [/[^\p{ASCII}]/u, 9.4],
];
const USUAL_WIDTH = 6.8;

/**
 * A badge as a self-contained SVG, 20 px high: the label beside the cube, then the value. Its width follows from the
 * text, which is squeezed or spread to it where the reader's font is another.
 */
export function drawBadge({ label, value, title, isMuted }: Badge): string {
  const labelText = textWidth(label);
  const valueText = textWidth(value);
  const split = LOGO + labelText + 2 * PADDING;
  const width = split + valueText + 2 * PADDING;
  const name = escapeXml(title);
  const fill = isMuted ? MUTED_FILL : VALUE_FILL;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${name}">`,
    `<title>${name}</title>`,
    `<clipPath id="r"><rect width="${width}" height="${HEIGHT}" rx="4"/></clipPath>`,
    `<g clip-path="url(#r)"><path fill="${LABEL_FILL}" d="M0 0h${split}v${HEIGHT}H0z"/><path fill="${fill}" d="M${split} 0h${width - split}v${HEIGHT}H${split}z"/></g>`,
    `<g fill="#fff" transform="translate(${PADDING - 1} 3.5) scale(.5417)"><path opacity=".6" d="M11 1.6v9.6L2.6 6.4zM13 1.6v9.6l8.4-4.8z"/><path d="M2 7.6l9 5.1v9.7l-9-5.1zM22 7.6l-9 5.1v9.7l9-5.1z"/></g>`,
    `<g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">`,
    drawText(label, PADDING + LOGO, labelText),
    drawText(value, split + PADDING, valueText),
    "</g></svg>\n",
  ].join("");
}

function drawText(text: string, x: number, width: number): string {
  return `<text x="${x}" y="14" textLength="${width}">${escapeXml(text)}</text>`;
}

/** Whole px. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width += WIDTHS.find(([characters]) => characters.test(character))?.[1] ?? USUAL_WIDTH;
  return Math.ceil(width);
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for XML: markup escaped, and what XML 1.0 has no place for left out. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
