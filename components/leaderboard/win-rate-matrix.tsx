import type { ReactNode } from "react";
import { countText, NOTHING } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { MatrixView, MatrixWindow } from "@/lib/leaderboard/matrix-window";
import type { BoardRow } from "@/lib/leaderboard/schema";
import { behind } from "./board-address";
import { FIGURE_LINKS, FigureLink } from "./figure-link";
import { battlesText, toMatrixCell } from "./matrix-cell";

type WinRateMatrixProps = {
  window: MatrixWindow;
  /** Everyone on the board, for their names. */
  entrants: Pick<BoardRow, "slug" | "name">[];
  board: string;
  /** What the figures mean, and the way to others: it stands still while they change. */
  intro: ReactNode;
};

/** With more columns than this their names stand upright. */
const MANY_COLUMNS = 10;

/** A real table, so that it can be read out and copied; colour only repeats the printed number. */
export function WinRateMatrix({ window, entrants, board, intro }: WinRateMatrixProps) {
  const names = new Map(entrants.map(({ slug, name }) => [slug, name]));
  const nameOf = (slug: string) => names.get(slug) ?? slug;
  const isDense = window.columns.length > MANY_COLUMNS;
  return (
    <section aria-labelledby="matrix" className="pt-12">
      <h2 id="matrix" className="scroll-mt-4 font-semibold text-lg tracking-[-0.01em]">
        Win rates
      </h2>
      {intro}
      <section
        aria-label="Win-rate matrix, scrolls sideways"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="relative mt-4 w-fit max-w-full overflow-x-auto rounded-card border border-line bg-surface p-2"
      >
        <table
          className={`border-separate border-spacing-0.5 text-sm tabular-nums ${FIGURE_LINKS}`}
        >
          <thead>
            <tr>
              <th scope="col" className="sticky left-0 z-1 bg-surface">
                <span className="sr-only">Row against column</span>
              </th>
              {window.columns.map((slug) => (
                <th
                  key={slug}
                  scope="col"
                  className={`px-1 pb-1.5 align-bottom font-normal text-ink-2 text-xs normal-nums leading-4 ${isDense ? "h-28 min-w-11" : "w-20 min-w-18"}`}
                >
                  <QuietLink
                    href={behind.entrant(slug)}
                    className={
                      isDense
                        ? "inline-block max-h-40 leading-6 pointer-coarse:leading-[44px] rotate-180 overflow-hidden text-ellipsis whitespace-nowrap text-left [writing-mode:vertical-rl]"
                        : "block"
                    }
                  >
                    {nameOf(slug)}
                  </QuietLink>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {window.rows.map((row, i) => (
              <tr key={row}>
                <th
                  scope="row"
                  className="sticky left-0 z-1 min-w-24 max-w-28 bg-surface pr-3 pl-2 text-left font-medium text-[13px] normal-nums leading-4 md:max-w-40"
                >
                  <QuietLink href={behind.entrant(row)} className="block py-1">
                    {nameOf(row)}
                  </QuietLink>
                </th>
                {window.columns.map((column, j) =>
                  row === column ? (
                    <td key={column} className="rounded-[4px] bg-sunk" />
                  ) : (
                    <Cell
                      key={column}
                      view={window.view}
                      value={window.values[i]?.[j] ?? null}
                      battles={window.battles[i]?.[j] ?? null}
                      pair={`${nameOf(row)} against ${nameOf(column)}`}
                      href={behind.pair(row, column, board)}
                    />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

type CellProps = {
  view: MatrixView;
  value: number | null;
  battles: number | null;
  pair: string;
  href: string;
};

const CELL_LINK = "flex h-12 min-w-11 flex-col items-center justify-center px-1 leading-4";

function Cell({ view, value, battles, pair, href }: CellProps) {
  if (battles === null || battles === 0)
    return (
      <td className="h-12 rounded-[4px] border border-line text-center text-ink-3">
        <span aria-hidden="true">{NOTHING}</span>
        <span className="sr-only">never met</span>
      </td>
    );
  const count = <span className="text-[11px] font-normal">{countText(battles)}</span>;
  if (value === null)
    return (
      <td className="rounded-[4px] border border-line text-ink-2">
        <FigureLink
          href={href}
          label={`Not rated, ${battlesText(battles)}: ${pair}`}
          className={CELL_LINK}
        >
          {NOTHING}
          {count}
        </FigureLink>
      </td>
    );
  const { text, words, fill, ink, isBold } = toMatrixCell(view, value, battles);
  return (
    <td className="rounded-[4px]" style={{ backgroundColor: fill, color: ink }}>
      <FigureLink
        href={href}
        label={`${words}: ${pair}`}
        className={`${CELL_LINK} ${isBold ? "font-semibold" : ""}`}
      >
        {text}
        {count}
      </FigureLink>
    </td>
  );
}
