import { ArrowRight, CodeXml, Scale } from "lucide-react";
import { useRef, useState } from "react";
import { CopyLink } from "@/components/reveal/copy-link";
import { sizeText } from "@/components/reveal/facts";
import { InsideDialog } from "@/components/reveal/inside-dialog";
import { Button } from "@/components/ui/button";
import { KeyHint } from "@/components/ui/kbd";
import { QuietLink } from "@/components/ui/quiet-link";
import type { Side } from "@/lib/battle/schema";
import type { Reveal, RevealedEntrant, VoteResult } from "@/lib/vote/schema";
import { LETTERS, VERDICTS, verdictOn } from "./verdicts";

type RevealBarProps = {
  battleId: string;
  result: VoteResult;
  hasKeys: boolean;
  onNext: () => void;
};

const ACTION =
  "flex h-11 min-w-11 items-center justify-center gap-1.5 rounded-control px-2 text-[13px] text-ink-2 hover:bg-sunk hover:text-ink";

/** Who made which, in the very place where the verdict was given. */
export function RevealBar({ battleId, result, hasKeys, onNext }: RevealBarProps) {
  const { outcome, reveal } = result;
  const inside = useRef<HTMLDialogElement>(null);
  const [isInsideWanted, setInsideWanted] = useState(false);
  const aside = agreementText(reveal.agreement) ?? `${VERDICTS[outcome].said}.`;

  function openInside() {
    setInsideWanted(true);
    inside.current?.showModal();
  }

  return (
    <>
      <RevealCard side="left" result={result} />
      <RevealCard side="right" result={result} />
      <div className="flex items-center gap-1 [grid-area:next] md:flex-col md:justify-center md:gap-0.5 short:flex-row">
        <Button
          look="primary"
          // Focus lands here so that Enter goes on, and a screen reader hears what comes next.
          ref={focusOnMount}
          aria-keyshortcuts={hasKeys ? "Enter" : undefined}
          onClick={onNext}
          className="min-w-0 flex-1 md:w-full md:flex-none short:w-auto"
        >
          Next battle
          {hasKeys ? (
            <KeyHint>Enter</KeyHint>
          ) : (
            <ArrowRight className="size-4" aria-hidden="true" />
          )}
        </Button>
        <div className="flex md:w-full md:justify-between">
          <button type="button" onClick={openInside} className={ACTION}>
            <CodeXml className="size-4" aria-hidden="true" />
            Code
          </button>
          <QuietLink
            href={`/compare/${reveal.left.slug}/${reveal.right.slug}`}
            className={`${ACTION} max-md:hidden short:hidden`}
          >
            <Scale className="size-4" aria-hidden="true" />
            Compare
          </QuietLink>
          <CopyLink path={`/battles/${battleId}`} className={`${ACTION} short:hidden`} />
        </div>
        <p className="hidden h-5 text-[13px] text-ink-2 md:block short:hidden">{aside}</p>
      </div>
      <InsideDialog
        ref={inside}
        battleId={battleId}
        isWanted={isInsideWanted}
        names={{ left: reveal.left.name, right: reveal.right.name }}
      />
    </>
  );
}

function RevealCard({ side, result }: { side: Side; result: VoteResult }) {
  const entrant = result.reveal[side];
  const isPicked = verdictOn(side, result.outcome) === "picked";
  return (
    <article
      aria-label={`Creation ${LETTERS[side]}`}
      className={`flex min-w-0 animate-appear flex-col justify-center gap-1 rounded-card border bg-surface px-3 md:px-5 short:flex-row short:items-center short:justify-between short:gap-3 short:px-3 ${
        isPicked ? "border-accent" : "border-line"
      } ${side === "left" ? "[grid-area:left]" : "[grid-area:right]"}`}
    >
      <div className="flex min-w-0 items-center gap-2">
        <span
          aria-hidden="true"
          className="hidden size-6 shrink-0 items-center justify-center rounded-[6px] bg-sunk font-semibold text-ink-2 text-xs sm:flex short:hidden"
        >
          {LETTERS[side]}
        </span>
        <h2 className="truncate font-semibold text-[15px] md:text-[17px] short:text-[15px]">
          <QuietLink
            href={`/compare/${result.reveal.left.slug}/${result.reveal.right.slug}`}
            className="underline-offset-4 hover:underline"
            title={entrant.name}
          >
            {entrant.name}
          </QuietLink>
        </h2>
      </div>
      <p className="truncate text-[13px] text-ink-2 tabular-nums md:text-sm short:shrink-0">
        {standingText(entrant)}
      </p>
      <p className="hidden truncate text-[13px] text-ink-3 tabular-nums md:block short:hidden">
        {sizeText(entrant)}
      </p>
    </article>
  );
}

function focusOnMount(node: HTMLButtonElement | null) {
  node?.focus({ preventScroll: true });
}

/** "1042 ± 38 · rank 1", or that there is no rating yet. */
function standingText({ rating, lower, upper, rank }: RevealedEntrant): string {
  if (rating === null) return "Not yet rated";
  const spread = lower === null || upper === null ? "" : ` ± ${Math.round((upper - lower) / 2)}`;
  return `${Math.round(rating)}${spread}${rank === null ? "" : ` · rank ${rank}`}`;
}

function agreementText(agreement: Reveal["agreement"]): string | null {
  if (!agreement || agreement.n === 0) return null;
  return `${Math.round((100 * agreement.same) / agreement.n)} % of voters agree (n = ${agreement.n})`;
}

/** The reveal as one sentence, for the live region. */
export function revealSentence({ outcome, reveal }: VoteResult): string {
  const made = (side: Side) =>
    `${LETTERS[side]} was made by ${reveal[side].name}, ${standingText(reveal[side])}.`;
  const agreement = agreementText(reveal.agreement);
  return [`${VERDICTS[outcome].said}.`, made("left"), made("right"), agreement && `${agreement}.`]
    .filter(Boolean)
    .join(" ");
}
