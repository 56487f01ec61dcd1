import { BattleList } from "@/components/battle-list/battle-list";
import { BattlePager } from "@/components/battle-list/battle-pager";
import { ListPager } from "@/components/battle-list/list-pager";
import { CreationGallery } from "@/components/creation/creation-gallery";
import { countText } from "@/components/ui/number-text";
import type { BattlePage } from "@/lib/battle/list-schema";
import type { PromptContent, PromptDetail, PromptRanking } from "@/lib/prompt/schema";
import { promptAddress } from "./prompt-address";
import { PromptRankingTable } from "./prompt-ranking-table";
import { PromptSealed } from "./prompt-sealed";
import { PromptWords } from "./prompt-words";
import { TrackSwitch } from "./track-switch";

type PromptViewProps = { prompt: PromptDetail; content: PromptContent };

/** A prompt: its words, what every entrant made of it, who was preferred, and the battles. */
export function PromptView({ prompt, content }: PromptViewProps) {
  return (
    <>
      <PromptWords prompt={prompt} />
      {content.state === "withheld" ? (
        <PromptSealed />
      ) : content.ranking ? (
        <Shown prompt={prompt} {...content} ranking={content.ranking} />
      ) : (
        <p className="mt-8 rounded-card border border-line bg-surface p-6 text-[15px] text-ink-2">
          No entrant has been given this prompt yet.
        </p>
      )}
    </>
  );
}

const SECTIONS = [
  { id: "ranking", label: "Ranking on this prompt" },
  { id: "battles", label: "Battles" },
];

type ShownProps = {
  prompt: PromptDetail;
  ranking: PromptRanking;
  battles: BattlePage;
  isOlder: boolean;
};

function Shown({ prompt, ranking, battles, isOlder }: ShownProps) {
  const { track, ranked, page, isContinued, next } = ranking;
  const place = { prompt, track: track.slug };
  return (
    <>
      {prompt.tracks.length > 1 && <TrackSwitch prompt={prompt} current={track.slug} />}
      <nav aria-label="On this page" className="flex flex-wrap gap-x-5 pt-6 text-sm">
        {SECTIONS.map(({ id, label }) => (
          <a
            key={id}
            href={`#${id}`}
            className="flex min-h-9 items-center text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink pointer-coarse:min-h-11"
          >
            {label}
          </a>
        ))}
      </nav>
      <section aria-labelledby="creations" className="pt-6">
        <h2 id="creations" className="scroll-mt-4 font-semibold text-lg tracking-[-0.01em]">
          Creations
        </h2>
        <p className="max-w-[68ch] pt-1 pb-4 text-ink-2 text-sm">{madeText(ranking)}</p>
        <CreationGallery creations={page} title="entrant" />
        <ListPager
          label="Pages of creations"
          first={
            isContinued
              ? { href: `${promptAddress(place)}#creations`, text: "First creations" }
              : null
          }
          next={
            next
              ? {
                  href: `${promptAddress({ ...place, after: next })}#creations`,
                  text: "More creations",
                }
              : null
          }
        />
      </section>
      <section aria-labelledby="ranking" className="pt-10">
        <h2 id="ranking" className="scroll-mt-4 font-semibold text-lg tracking-[-0.01em]">
          Ranking on this prompt
        </h2>
        <PromptRankingTable creations={ranked} />
      </section>
      <section aria-labelledby="battles" className="pt-10">
        <h2 id="battles" className="scroll-mt-4 font-semibold text-lg tracking-[-0.01em]">
          Battles
        </h2>
        {battles.battles.length > 0 ? (
          <>
            <p className="max-w-[68ch] pt-1 pb-3 text-ink-2 text-sm">
              Every counted vote on this prompt, newest first. Each opens with both objects and
              their code.
            </p>
            <BattleList battles={battles.battles} hidesPrompt />
          </>
        ) : (
          <p className="mt-3 rounded-card border border-line bg-surface p-6 text-[15px] text-ink-2">
            {isOlder
              ? "There are no older battles than the ones before this page."
              : "No counted vote has been cast on this prompt yet."}
          </p>
        )}
        <BattlePager
          isOlder={isOlder}
          next={battles.next}
          hrefOf={(before) => promptAddress({ ...place, before })}
        />
      </section>
    </>
  );
}

function madeText({ ranked, page, isContinued, next }: PromptRanking): string {
  const entrants = new Set(ranked.map(({ entrant }) => entrant.slug)).size;
  const made = ranked.filter(({ status }) => status === "ok").length;
  const failed = ranked.length - made;
  const who = `${countText(entrants)} ${entrants === 1 ? "entrant" : "entrants"}`;
  if (made === 0) return `Nothing came of it: ${who}, all failed.`;
  const what = `${countText(made)} ${made === 1 ? "object" : "objects"}`;
  const lost = failed > 0 ? `, ${countText(failed)} failed` : "";
  const part = isContinued || next ? `, ${countText(page.length)} of them on this page` : "";
  return `${what} by ${who}${lost}. The most preferred come first${part}.`;
}
