import type { ReactNode } from "react";

export type Fact = { name: string; value: ReactNode };

/** Names and values, one pair a line; a fact that nobody recorded is left out. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="divide-y divide-line text-sm">
      {facts
        .filter(({ value }) => value !== undefined && value !== null)
        .map(({ name, value }) => (
          <div key={name} className="flex justify-between gap-6 py-2">
            <dt className="shrink-0 text-ink-2">{name}</dt>
            <dd className="min-w-0 break-words text-right tabular-nums">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** A value in words, where it was recorded. */
export function told<Value>(
  value: Value | null | undefined,
  toText: (value: Value) => string,
): string | null {
  return value === null || value === undefined ? null : toText(value);
}
