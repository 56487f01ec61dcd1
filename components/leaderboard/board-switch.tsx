import { PillLink } from "@/components/ui/pill-link";
import { toScope } from "@/lib/leaderboard/scope";

type BoardSwitchProps = {
  boards: { board: string; label: string }[];
  /** Null when none of them is shown. */
  current: string | null;
  /** Where a board is shown. */
  toHref: (board: string) => string;
};

/** What is ranked: everything or a track and, below it, that track's categories. The choice lives in the address. */
export function BoardSwitch({ boards, current, toHref }: BoardSwitchProps) {
  if (boards.length < 2) return null;
  const wide = boards.filter(({ board }) => toScope(board).category === undefined);
  // Where there is but one track, its categories are everybody's.
  const only = wide.length === 2 ? wide[1]?.board : undefined;
  const track = toScope(current ?? "all").track ?? only;
  const narrow = boards.filter(({ board }) => {
    const scope = toScope(board);
    return scope.category !== undefined && scope.track === track;
  });
  return (
    <nav aria-label="Boards" className="flex flex-col gap-2">
      <Choices choices={wide} current={current} toHref={toHref} />
      {narrow.length > 0 && (
        <Choices
          choices={narrow.map(({ board }) => ({ board, label: toCategoryName(board) }))}
          current={current}
          toHref={toHref}
        />
      )}
    </nav>
  );
}

type ChoicesProps = Pick<BoardSwitchProps, "current" | "toHref"> & {
  choices: BoardSwitchProps["boards"];
};

function Choices({ choices, current, toHref }: ChoicesProps) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {choices.map(({ board, label }) => (
        <li key={board}>
          <PillLink
            href={toHref(board)}
            aria-current={board === current ? "page" : undefined}
            scroll={false}
          >
            {label}
          </PillLink>
        </li>
      ))}
    </ul>
  );
}

function toCategoryName(board: string): string {
  const name = (toScope(board).category ?? board).replaceAll("-", " ");
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
