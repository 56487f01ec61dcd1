import { LETTERS, type VERDICTS, verdictOn } from "@/components/battle/verdicts";
import { compareAddress } from "@/components/compare/compare-address";
import { creationAddresses } from "@/components/creation/creation-address";
import { TextLink } from "@/components/entrant/text-link";
import { buttonClass } from "@/components/ui/button";
import { QuietLink } from "@/components/ui/quiet-link";
import type { Side } from "@/lib/battle/schema";
import type { BattleRecord } from "@/lib/reveal/schema";
import { CopyLink } from "./copy-link";
import { CreationInside } from "./creation-inside";

const SIDES: Side[] = ["left", "right"];
const VIEWS = ["front right", "back right", "back left", "front left"];

/** What the voter decided, as somebody else reads it. */
const DECIDED = {
  left: "The voter preferred A.",
  right: "The voter preferred B.",
  tie: "The voter called it a tie.",
  both_bad: "The voter found both bad.",
} satisfies Record<keyof typeof VERDICTS, string>;

/** A battle that is over, for whoever was sent its address: both objects, the verdict, and the code. */
export function BattleRecordView({ record }: { record: BattleRecord }) {
  const { battleId, prompt, outcome, left, right } = record;
  return (
    <div className="flex flex-col gap-8">
      <header className="flex flex-col gap-2">
        <p className="text-ink-2 text-sm">A battle on Polyduel</p>
        <h1 className="font-semibold text-2xl tracking-[-0.02em]">
          <TextLink href={`/prompts/${prompt.slug}`}>{prompt.title}</TextLink>
        </h1>
        <p className="max-w-[68ch] text-pretty text-[15px] text-ink-2 leading-relaxed">
          {prompt.text}
        </p>
        <p className="font-medium text-[15px]">{DECIDED[outcome]}</p>
        <div className="flex flex-wrap gap-2 pt-1">
          <QuietLink href="/" className={buttonClass("primary")}>
            Judge a battle yourself
          </QuietLink>
          <QuietLink
            href={compareAddress({ first: left.slug, second: right.slug })}
            className={buttonClass("secondary")}
          >
            Compare these two
          </QuietLink>
          <CopyLink path={`/battles/${battleId}`} className={buttonClass("secondary")} />
        </div>
      </header>
      <div className="grid gap-8 lg:grid-cols-2 lg:gap-6">
        {SIDES.map((side) => (
          <RecordSide key={side} side={side} record={record} />
        ))}
      </div>
    </div>
  );
}

function RecordSide({ side, record }: { side: Side; record: BattleRecord }) {
  const creation = record[side];
  const isPicked = verdictOn(side, record.outcome) === "picked";
  return (
    <section aria-labelledby={`creation-${side}`} className="flex min-w-0 flex-col gap-3">
      <div className="flex min-h-11 items-center gap-3">
        <span
          aria-hidden="true"
          className="flex size-8 shrink-0 items-center justify-center rounded-control bg-sunk font-semibold text-[15px]"
        >
          {LETTERS[side]}
        </span>
        <h2 id={`creation-${side}`} className="truncate font-semibold text-[17px]">
          <TextLink href={`/entrants/${creation.slug}`}>{creation.name}</TextLink>
        </h2>
        {isPicked && (
          <span className="shrink-0 rounded-full bg-accent px-2.5 py-1 font-medium text-[13px] text-on-accent">
            Preferred
          </span>
        )}
      </div>
      <div className="grid grid-cols-2 gap-px overflow-hidden rounded-card bg-stage-line outline outline-line">
        {creation.posterUrls.map((url, view) => (
          // biome-ignore lint/performance/noImgElement: served by the API as it is
          <img
            key={url}
            src={url}
            width={512}
            height={512}
            alt={`${creation.name}: ${record.prompt.title}, seen from ${VIEWS[view]}`}
            className="size-full bg-stage"
          />
        ))}
      </div>
      {creation.creationId && (
        <p className="text-sm">
          <TextLink href={creationAddresses(creation.creationId).page}>
            Look around, record and downloads of {LETTERS[side]}
          </TextLink>
        </p>
      )}
      <CreationInside creation={creation} letter={LETTERS[side]} />
    </section>
  );
}
