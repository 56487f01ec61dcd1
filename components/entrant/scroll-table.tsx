import type { ReactNode } from "react";

type ScrollTableProps = {
  label: string;
  columns: readonly string[];
  /** Long tables scroll in a box of their own, under their head. */
  isTall?: boolean;
  children: ReactNode;
};

/**
 * A table of figures, the first column names, that scrolls in its own box where it is too wide. It gives its
 * links their look, because a hundred rows that each carry it make a heavy page.
 */
export function ScrollTable({ label, columns, isTall = false, children }: ScrollTableProps) {
  const [first, ...rest] = columns;
  return (
    <section
      aria-label={label}
      // A box that scrolls must be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls
      tabIndex={0}
      className={`relative w-full overflow-auto rounded-card border border-line bg-surface ${isTall ? "max-h-[32rem]" : ""}`}
    >
      <table className="w-full border-separate border-spacing-0 text-right text-sm tabular-nums">
        <thead>
          <tr className="*:sticky *:top-0 *:z-10 *:h-10 *:whitespace-nowrap *:border-line *:border-b *:bg-surface *:px-4 *:font-medium *:text-ink-2">
            <th scope="col" className="text-left">
              {first}
            </th>
            {rest.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr:not(:last-child)>*]:border-line [&>tr:not(:last-child)>*]:border-b [&_td]:whitespace-nowrap [&_td]:px-4 [&_td]:py-2.5 [&_th]:min-w-32 sm:[&_th]:min-w-48 [&_th]:px-4 [&_th]:py-2.5 [&_th]:text-left [&_th]:font-medium [&_a]:underline [&_a]:decoration-line-strong [&_a]:underline-offset-4 [&_a:hover]:decoration-ink pointer-coarse:[&_a]:inline-block pointer-coarse:[&_a]:py-2">
          {children}
        </tbody>
      </table>
    </section>
  );
}
