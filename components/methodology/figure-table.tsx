import type { ReactNode } from "react";

type FigureTableProps = { caption: ReactNode; columns: readonly string[]; children: ReactNode };

/** A small table of figures: the first column in words, the others numbers. */
export function FigureTable({ caption, columns, children }: FigureTableProps) {
  return (
    <table className="my-2 w-full border-collapse text-ink text-sm tabular-nums leading-5 [&_tbody_th]:py-2 [&_tbody_th]:pr-3 [&_tbody_th]:text-left [&_tbody_th]:font-normal [&_tbody_tr]:border-line [&_tbody_tr]:border-b">
      <caption className="caption-bottom pt-2 text-left text-[13px] text-ink-3 normal-nums leading-5">
        {caption}
      </caption>
      <thead>
        <tr className="border-line-strong border-b align-bottom text-ink-3 text-xs">
          {columns.map((column, index) => (
            <th
              key={column}
              scope="col"
              className={`pb-2 font-medium ${index === 0 ? "text-left" : "w-[4.75rem] text-right"}`}
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** A figure of a `FigureTable`. */
export function NumberCell({ children }: { children: ReactNode }) {
  return <td className="py-2 text-right align-top">{children}</td>;
}
