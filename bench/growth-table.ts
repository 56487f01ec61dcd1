/** One measured quantity over sizes. */
export type GrowthRow = {
  name: string;
  unit: "ms" | "s" | "MB" | "%" | "votes";
  values: (number | null)[];
};

/** Every value with its growth from the size before: a table for people. */
export function growthTable(heading: string, sizes: readonly number[], rows: GrowthRow[]): string {
  const cells = rows.map(({ name, unit, values }) => [
    `${name}, ${unit}`,
    ...values.map((value, index) => cellText(value, values[index - 1] ?? null)),
  ]);
  const lines = [[heading, ...sizes.map(sizeText)], ...cells];
  const widths = lines[0]?.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? "").length)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths?.[0] ?? 0) : cell.padStart(widths?.[column] ?? 0),
        )
        .join("   "),
    )
    .join("\n");
}

export function sizeText(votes: number): string {
  return votes >= 1_000_000 ? `${votes / 1_000_000} M votes` : `${votes / 1_000} k votes`;
}

function cellText(value: number | null, before: number | null): string {
  if (value === null) return "not measured";
  const growth =
    before === null || before === 0 ? "      " : `×${(value / before).toFixed(2)}`.padStart(6);
  return `${figure(value)} ${growth}`;
}

/** Three digits that count. */
export function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
