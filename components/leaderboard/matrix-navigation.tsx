import { QuietLink } from "@/components/ui/quiet-link";
import type { BoardQuery } from "@/lib/leaderboard/board-query";
import {
  listWindowStarts,
  MATRIX_SPAN,
  MATRIX_VIEWS,
  type MatrixPlace,
  type MatrixView,
  type MatrixWindow,
} from "@/lib/leaderboard/matrix-window";
import { boardAddress } from "./board-address";

const VIEW_NAMES: Record<MatrixView, string> = {
  observed: "Observed",
  predicted: "Predicted",
  residual: "Residual",
};

type MatrixNavigationProps = { window: MatrixWindow; query: BoardQuery };

/** Which figures the matrix shows and, where it is larger than a screen can hold, which part of it. */
export function MatrixNavigation({ window, query }: MatrixNavigationProps) {
  const { view, size, firstRow, firstColumn } = window;
  const place = { view, rows: firstRow, columns: firstColumn };
  const toHref = (change: Partial<MatrixPlace>) =>
    `${boardAddress(query, { matrix: { ...place, ...change } })}#matrix`;
  const parts = listWindowStarts(size).map((start) => ({
    start,
    name: `${start}–${Math.min(start + MATRIX_SPAN - 1, size)}`,
  }));
  return (
    <nav aria-label="Parts of the matrix" className="flex flex-col gap-2 pb-4">
      <Choices
        name="Figures"
        choices={MATRIX_VIEWS.map((choice) => ({
          ...{ name: VIEW_NAMES[choice], href: toHref({ view: choice }) },
          isCurrent: choice === view,
        }))}
      />
      {parts.length > 1 && (
        <>
          <Choices
            name="Rows by rank"
            choices={parts.map(({ start, name }) => ({
              ...{ name, href: toHref({ rows: start }), isCurrent: start === firstRow },
            }))}
          />
          <Choices
            name="Columns by rank"
            choices={parts.map(({ start, name }) => ({
              ...{ name, href: toHref({ columns: start }), isCurrent: start === firstColumn },
            }))}
          />
        </>
      )}
    </nav>
  );
}

type ChoicesProps = {
  name: string;
  choices: { name: string; href: string; isCurrent: boolean }[];
};

function Choices({ name, choices }: ChoicesProps) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span className="w-32 text-[13px] text-ink-3">{name}</span>
      <ul aria-label={name} className="flex flex-wrap gap-1">
        {choices.map((choice) => (
          <li key={choice.name}>
            <QuietLink
              href={choice.href}
              scroll={false}
              aria-current={choice.isCurrent ? "true" : undefined}
              className="flex h-8 items-center rounded-control border border-line px-2.5 text-[13px] text-ink-2 tabular-nums hover:border-ink-3 hover:text-ink aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:h-11 pointer-coarse:px-3"
            >
              {choice.name}
            </QuietLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
