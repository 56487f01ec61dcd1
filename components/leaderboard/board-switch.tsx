import { QuietLink } from "@/components/ui/quiet-link";

type BoardSwitchProps = { boards: { board: string; label: string }[]; current: string };

/** What is ranked: everything, a track, a category. The choice lives in the address. */
export function BoardSwitch({ boards, current }: BoardSwitchProps) {
  if (boards.length < 2) return null;
  return (
    <nav aria-label="Boards" className="flex flex-wrap gap-1.5">
      {boards.map(({ board, label }) => (
        <QuietLink
          key={board}
          href={board === "all" ? "/leaderboard" : { pathname: "/leaderboard", query: { board } }}
          aria-current={board === current ? "page" : undefined}
          scroll={false}
          className="flex h-9 items-center rounded-full border border-line-strong px-3.5 text-[13px] text-ink-2 hover:border-ink-3 hover:text-ink aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-canvas pointer-coarse:h-11"
        >
          {label}
        </QuietLink>
      ))}
    </nav>
  );
}
