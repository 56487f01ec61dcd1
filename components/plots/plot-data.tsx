import type { ColumnKind, PlotTable } from "@/lib/plots/plot-table";
import { cellText } from "./figure-text";

type PlotDataProps = {
  /** What the table is of, for its label. */
  title: string;
  table: PlotTable;
  downloadUrl: string;
};

/** A longer table is cut to its first rows: at a hundred entrants the tables would be most of the page. */
const MOST_ROWS = 25;
const CUT_ROWS = 12;

const WORDS: ReadonlySet<ColumnKind> = new Set(["text", "time", "flag"]);

const CONTROL =
  "py-2 leading-5 underline decoration-line-strong underline-offset-4 hover:text-ink pointer-coarse:py-3";

/** The figures behind a plot: a table to open, and all of them to download. */
export function PlotData({ title, table, downloadUrl }: PlotDataProps) {
  const { rows } = table;
  const shown = rows.length > MOST_ROWS ? rows.slice(0, CUT_ROWS) : rows;
  return (
    <div className="relative text-[13px] text-ink-2">
      <details>
        <summary className={`w-fit list-inside ${CONTROL}`}>Data table</summary>
        <DataTable title={title} table={{ ...table, rows: shown }} />
        {shown.length < rows.length && (
          <p className="pt-2 text-ink-3">
            The first {shown.length} of {rows.length} rows; the download has all of them.
          </p>
        )}
      </details>
      <a
        href={downloadUrl}
        download
        aria-label={`Download CSV: ${title}`}
        className={`absolute top-0 left-28 ${CONTROL}`}
      >
        Download CSV
      </a>
    </div>
  );
}

/** Slugs are for programs: people read names. Cells carry no classes, because there are a thousand of them. */
function DataTable({ title, table: { columns, rows } }: { title: string; table: PlotTable }) {
  const shown = columns.flatMap((column, at) =>
    column.name === "entrant" ? [] : [{ ...column, at }],
  );
  return (
    <section
      aria-label={`Figures: ${title}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative max-h-96 w-fit max-w-full overflow-auto rounded-control border border-line"
    >
      <table className="border-collapse whitespace-nowrap text-right tabular-nums [&_:is(td,th)]:px-3 [&_:is(td,th)]:py-1.5 [&_th]:font-normal [&_tr+tr]:border-line [&_tr+tr]:border-t">
        <thead className="border-line border-b text-ink-3 text-xs">
          <tr>
            {shown.map(({ name, title: head, kind }) => (
              <th key={name} scope="col" className={leftIf(kind)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join()}>
              {shown.map(({ name, kind, at }, place) => {
                const text = cellText(row[at] ?? null, kind);
                return place === 0 ? (
                  <th key={name} scope="row" className="text-left">
                    {text}
                  </th>
                ) : (
                  <td key={name} className={leftIf(kind)}>
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function leftIf(kind: ColumnKind): string | undefined {
  return WORDS.has(kind) ? "text-left" : undefined;
}
