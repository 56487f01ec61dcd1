import { BattleList } from "@/components/battle-list/battle-list";
import { BattlePager } from "@/components/battle-list/battle-pager";
import { buttonClass } from "@/components/ui/button";
import { countText, percentText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { ComparedEntrant, Comparison, ComparisonDetail } from "@/lib/compare/schema";
import { addRecords, countRecord, type VoteRecord, winRateOf } from "@/lib/vote/vote-record";
import { BoardFigures } from "./board-figures";
import { compareAddress } from "./compare-address";
import { ComparisonTable } from "./comparison-table";
import { OutcomeFilter } from "./outcome-filter";

/** Two entrants against each other: in all, on each board where they met, and the battles themselves. */
export function ComparisonView({ detail }: { detail: ComparisonDetail }) {
  const { comparison, board, boardLabel } = detail;
  const { first, second, scopes } = comparison;
  const total = addRecords(scopes.map(({ record }) => record));
  return (
    <>
      <header className="flex flex-col gap-2 pb-6">
        <p className="text-ink-2 text-sm">Head to head</p>
        <h1 className="text-balance font-semibold text-2xl tracking-[-0.02em]">
          <EntrantLink entrant={first} /> <span className="font-normal text-ink-3">against</span>{" "}
          <EntrantLink entrant={second} />
        </h1>
        <p className="max-w-[68ch] text-[15px] text-ink-2">{sentence(comparison, total)}</p>
        <div className="flex flex-wrap gap-2 pt-1">
          <QuietLink
            href={compareAddress({ first: second.slug, second: first.slug, board })}
            className={buttonClass("secondary")}
          >
            Swap sides
          </QuietLink>
          <QuietLink href="/compare" className={buttonClass("secondary")}>
            Compare others
          </QuietLink>
        </div>
      </header>
      <ComparisonTable comparison={comparison} board={board} total={total} />
      <section aria-labelledby="board" className="pt-10">
        <h2 id="board" className="font-semibold text-lg tracking-[-0.01em] first-letter:uppercase">
          {boardLabel}
        </h2>
        <BoardFigures detail={detail} />
      </section>
      <Battles detail={detail} />
    </>
  );
}

function EntrantLink({ entrant }: { entrant: ComparedEntrant }) {
  return (
    <QuietLink
      href={`/entrants/${entrant.slug}`}
      className="underline decoration-line-strong decoration-1 underline-offset-[5px] hover:decoration-ink"
    >
      {entrant.name}
    </QuietLink>
  );
}

function Battles({ detail }: { detail: ComparisonDetail }) {
  const { comparison, board, boardLabel, outcome, isOlder, battles } = detail;
  const place = {
    ...{ first: comparison.first.slug, second: comparison.second.slug },
    ...{ board, outcome },
  };
  return (
    <section aria-labelledby="battles" className="pt-10">
      <h2 id="battles" className="scroll-mt-4 font-semibold text-lg tracking-[-0.01em]">
        Battles
      </h2>
      <p className="max-w-[68ch] pt-1 pb-3 text-ink-2 text-sm">
        Every counted vote between the two on {board === "all" ? "any track" : boardLabel}, newest
        first. Each opens with both objects and their code.
      </p>
      <OutcomeFilter detail={detail} />
      {battles.battles.length > 0 ? (
        <BattleList battles={battles.battles} />
      ) : (
        <p className="rounded-card border border-line bg-surface p-6 text-[15px] text-ink-2">
          {emptyText(detail)}
        </p>
      )}
      <BattlePager
        isOlder={isOlder}
        next={battles.next}
        hrefOf={(before) => compareAddress({ ...place, before })}
      />
    </section>
  );
}

function emptyText({ isOlder, outcome, record }: ComparisonDetail): string {
  if (isOlder) return "There are no older battles than the ones before this page.";
  if (outcome && countRecord(record) > 0)
    return "No battle here ended so. Choose another outcome above.";
  return "These two have not met here in a counted vote yet.";
}

function sentence({ first, second }: Comparison, total: VoteRecord): string {
  const rate = winRateOf(total);
  if (rate === null) return "These two have not met in a counted vote yet.";
  const votes = countRecord(total);
  const more = Math.max(total.wins, total.losses);
  const fewer = Math.min(total.wins, total.losses);
  const counted = `${countText(votes)} ${votes === 1 ? "vote" : "votes"}`;
  const record = `${countText(more)} to ${countText(fewer)} in ${counted}`;
  if (rate === 0.5) return `Even so far: ${record}.`;
  const leader = rate > 0.5 ? first.name : second.name;
  return `${leader} is ahead: ${record}, a win rate of ${percentText(Math.max(rate, 1 - rate))}.`;
}
