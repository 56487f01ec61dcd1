import type { ReactNode } from "react";

type AdminTableProps = {
  label: string;
  /** Heads of the columns of words. */
  columns: readonly string[];
  /** Heads of the columns of figures, which come after them and stand to the right. */
  figures?: readonly string[];
  /** What ticks every row, in a column before the others. */
  tickAll?: ReactNode;
  /** There is a last column of what can be done; its head is only heard. */
  hasActions?: boolean;
  /** Where lines may break; nowhere unless said. */
  wraps?: "rows" | "everywhere";
  isTight?: boolean;
  /** The rows. */
  children: ReactNode;
};

/** A table of /admin. It may be wider than the page: it scrolls by itself, and by keyboard. */
export function AdminTable(props: AdminTableProps) {
  const { label, columns, figures, tickAll, hasActions, wraps, isTight, children } = props;
  return (
    <section
      aria-label={label}
      // A box that scrolls must be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls
      tabIndex={0}
      className="relative overflow-x-auto rounded-card border border-line bg-surface"
    >
      <table
        className={`w-full text-sm tabular-nums ${figures ? "text-right" : "text-left"} ${wraps ? "" : "whitespace-nowrap"}`}
      >
        <thead className={`text-ink-2 ${wraps === "rows" ? "whitespace-nowrap" : ""}`}>
          <tr
            className={`border-line border-b *:py-3 *:font-medium ${isTight ? "*:px-3" : "*:px-4"}`}
          >
            {tickAll && <td>{tickAll}</td>}
            {columns.map((column) => (
              <th key={column} scope="col" className={figures && "text-left"}>
                {column}
              </th>
            ))}
            {figures?.map((figure) => (
              <th key={figure} scope="col">
                {figure}
              </th>
            ))}
            {hasActions && (
              <td>
                <span className="sr-only">Actions</span>
              </td>
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
