import { behind } from "@/components/leaderboard/board-address";
import { BoardSwitch } from "@/components/leaderboard/board-switch";
import { QuietLink } from "@/components/ui/quiet-link";

type PlotsHeaderProps = {
  boards: { board: string; label: string }[];
  /** The board shown; null for the published set. */
  board: string | null;
  publishedName: string;
};

/** What the page is, and which board or published set it shows. */
export function PlotsHeader({ boards, board, publishedName }: PlotsHeaderProps) {
  const back =
    board === null || board === "all"
      ? "/leaderboard"
      : { pathname: "/leaderboard", query: { board } };
  return (
    <header className="flex flex-col gap-4">
      <div>
        <h1 className="font-semibold text-2xl tracking-[-0.02em]">Plots</h1>
        <p className="max-w-[68ch] pt-1 text-[15px] text-ink-2">
          How ratings came about, how sure they are, and what they go with. Every figure can be
          downloaded; the numbers stand on the{" "}
          <QuietLink href={back} className="underline underline-offset-4 hover:text-ink">
            leaderboard
          </QuietLink>
          .
        </p>
      </div>
      <BoardSwitch boards={boards} current={board} toHref={behind.plots} />
      <nav
        aria-label="Published sets"
        className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-[13px] text-ink-3"
      >
        For comparison, published numbers:
        <QuietLink
          href={{ pathname: "/leaderboard/plots", query: { set: "3dcodebench" } }}
          aria-current={board === null ? "page" : undefined}
          scroll={false}
          className="flex h-9 items-center rounded-full border border-line-strong px-3.5 text-ink-2 hover:border-ink-3 hover:text-ink aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-canvas pointer-coarse:h-11"
        >
          {publishedName}
        </QuietLink>
      </nav>
    </header>
  );
}
