import { LETTERS } from "@/components/battle/verdicts";
import { creationAddresses } from "@/components/creation/creation-address";
import { timeText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { ListedBattle } from "@/lib/battle/list-schema";
import type { Side } from "@/lib/battle/schema";

const SIDES: Side[] = ["left", "right"];

type BattleListProps = {
  battles: ListedBattle[];
  /** On a prompt's own page its title would only be repeated. */
  hidesPrompt?: boolean;
};

/** Battles that were voted in, each with both posters and its outcome; the whole row leads to the battle. */
export function BattleList({ battles, hidesPrompt = false }: BattleListProps) {
  return (
    <>
      {battles.some(({ isWithheld }) => isWithheld) && (
        <p className="max-w-[68ch] pb-2 text-[13px] text-ink-2 leading-5">
          You have an open battle on one of these prompts: its pictures are withheld until you have
          voted or skipped, or for half an hour at the most.
        </p>
      )}
      <ol className="grid gap-x-8 lg:grid-cols-2">
        {battles.map((battle) => (
          <li
            key={battle.id}
            className="relative flex items-center gap-3 border-line border-b py-3 hover:bg-sunk sm:gap-4"
          >
            <Pictures battle={battle} />
            <div className="flex min-w-0 flex-col gap-0.5">
              <QuietLink
                href={`/battles/${battle.id}`}
                className="font-medium text-[15px] leading-5 after:absolute after:inset-0"
              >
                {outcomeText(battle)}
              </QuietLink>
              <p className="flex flex-wrap gap-x-3 text-ink-2 text-sm leading-5">
                <span>A: {battle.left.name}</span>
                <span>B: {battle.right.name}</span>
              </p>
              {!hidesPrompt && (
                <p className="text-[13px] text-ink-3 leading-5">
                  <QuietLink
                    href={`/prompts/${battle.prompt.slug}`}
                    className="relative z-10 text-ink-2 underline underline-offset-4 hover:text-ink"
                  >
                    {battle.prompt.title}
                  </QuietLink>
                  , {battle.track}, {battle.category.replaceAll("-", " ")}
                </p>
              )}
              <time dateTime={battle.votedAt} className="text-[13px] text-ink-3 leading-5">
                {timeText(battle.votedAt)}
              </time>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function Pictures({ battle }: { battle: ListedBattle }) {
  if (battle.isWithheld)
    return (
      <p className="flex h-14 w-29 shrink-0 items-center justify-center rounded-control bg-sunk px-1.5 text-center text-ink-2 text-xs leading-4 sm:h-17 sm:w-35">
        Withheld until your own battle is over
      </p>
    );
  return (
    <div className="flex shrink-0 gap-1">
      {SIDES.map((side) => (
        <Picture key={side} side={side} battle={battle} />
      ))}
    </div>
  );
}

function Picture({ side, battle }: { side: Side; battle: ListedBattle }) {
  const { name, creationId } = battle[side];
  if (creationId === null)
    return (
      <span className="flex size-14 items-center justify-center rounded-control bg-sunk text-ink-2 text-xs sm:size-17">
        Hidden
      </span>
    );
  return (
    // biome-ignore lint/performance/noImgElement: served by the API as it is
    <img
      src={creationAddresses(creationId).posters[0]}
      width={68}
      height={68}
      loading="lazy"
      alt={`${LETTERS[side]}: ${battle.prompt.title} by ${name}`}
      className="size-14 rounded-control bg-stage sm:size-17"
    />
  );
}

function outcomeText({ outcome, left, right }: ListedBattle): string {
  if (outcome === "tie") return "Called a tie";
  if (outcome === "both_bad") return "Both found bad";
  return `${outcome === "left" ? left.name : right.name} preferred`;
}
