"use client";

import { useId } from "react";
import type { Outcome } from "@/lib/vote/schema";
import { type BattleState, canVote, statusText } from "./battle-state";
import { Countdown } from "./countdown";
import { HelpButton } from "./help-button";
import { RevealBar } from "./reveal-bar";
import { VerdictBar } from "./verdict-bar";

const VERDICT_GRID = [
  "grid-cols-6 grid-rows-[20px_44px_44px] gap-1.5",
  "[grid-template-areas:'note_note_note_note_note_note'_'left_left_tie_tie_right_right'_'bad_bad_bad_skip_skip_skip']",
  "md:grid-cols-[1fr_7rem_7rem_1fr] md:grid-rows-[44px_44px] md:gap-2",
  "md:[grid-template-areas:'left_tie_tie_right'_'note_bad_skip_keys']",
  "short:grid-cols-[7.5rem_1.5fr_1fr_1.5fr_1fr_.8fr] short:grid-rows-[44px] short:gap-1.5",
  "short:[grid-template-areas:'note_left_tie_right_bad_skip']",
].join(" ");

const REVEAL_GRID = [
  "grid-cols-2 grid-rows-[1fr_44px] gap-2",
  "[grid-template-areas:'left_right'_'next_next']",
  "md:grid-cols-[1fr_17rem_1fr] md:grid-rows-[112px] md:gap-3",
  "md:[grid-template-areas:'left_next_right']",
  "short:grid-cols-[1fr_auto_1fr] short:grid-rows-[44px]",
  "short:[grid-template-areas:'left_next_right']",
].join(" ");

type VerdictSlotProps = {
  state: BattleState;
  hasKeys: boolean;
  onHelp: () => void;
  onVote: (outcome: Outcome) => void;
  onSkip: () => void;
  onNext: () => void;
  onWaited: () => void;
};

/** One slot of fixed height: verdicts before the vote, names after it. Nothing around it moves. */
export function VerdictSlot(props: VerdictSlotProps) {
  const { state, hasKeys } = props;
  const reasonId = useId();
  const isRevealed = state.phase === "revealed";
  return (
    <div className="sticky bottom-0 z-10 -mx-3 bg-canvas px-3 pt-1 pb-[max(8px,env(safe-area-inset-bottom))] md:static md:mx-0 md:px-0 md:pt-4 md:pb-0 short:pt-1 short:pb-1">
      <div
        className={`grid h-[120px] md:h-28 md:content-center short:h-[52px] short:content-center ${isRevealed ? REVEAL_GRID : VERDICT_GRID}`}
      >
        {isRevealed ? (
          <RevealBar
            battleId={state.battle.battleId}
            result={state.result}
            hasKeys={hasKeys}
            onNext={props.onNext}
          />
        ) : (
          <>
            <p
              id={reasonId}
              className="flex min-w-0 items-center justify-center text-center text-[13px] text-ink-2 leading-4 [grid-area:note] md:justify-start md:text-left md:text-sm short:text-xs"
            >
              <StatusText state={state} onWaited={props.onWaited} />
            </p>
            <VerdictBar
              pressed={state.phase === "casting" ? state.outcome : null}
              isOpen={canVote(state)}
              canSkip={state.phase === "judging"}
              hasKeys={hasKeys}
              reasonId={reasonId}
              onVote={props.onVote}
              onSkip={props.onSkip}
            />
            <HelpButton onOpen={props.onHelp} />
          </>
        )}
      </div>
    </div>
  );
}

function StatusText({ state, onWaited }: { state: BattleState; onWaited: () => void }) {
  if (state.phase === "judging" && state.waitUntil !== null) {
    return (
      <span className="text-warn">
        {state.note} <Countdown key={state.waitUntil} until={state.waitUntil} onEnd={onWaited} />
      </span>
    );
  }
  return <span className={isWarning(state) ? "text-warn" : ""}>{statusText(state)}</span>;
}

function isWarning(state: BattleState): boolean {
  return state.phase === "judging" && state.note !== null;
}
