"use client";

import { useRef, useState } from "react";
import { useGraphics } from "@/components/viewer/graphics";
import type { ViewHandle } from "@/components/viewer/view-handle";
import { BattleNotice } from "./battle-notice";
import { BattleSide } from "./battle-side";
import { isShown, statusText } from "./battle-state";
import { HelpDialog } from "./help-dialog";
import { PromptStrip } from "./prompt-strip";
import { revealSentence } from "./reveal-bar";
import { useShortcutPreference } from "./shortcut-preference";
import { useBattle } from "./use-battle";
import { usePosterPriority } from "./use-poster-priority";
import { useShortcuts } from "./use-shortcuts";
import { VerdictSlot } from "./verdict-slot";
import { verdictOn } from "./verdicts";

/** The arena: a prompt, two anonymous objects, a verdict, and then the names. */
export function Battle() {
  const browserGraphics = useGraphics();
  const [hasGivenUp, setGivenUp] = useState(false);
  const graphics = hasGivenUp ? "none" : browserGraphics;

  const { state, vote, skip, next, ...arena } = useBattle(
    graphics === "none" ? "posters" : "webgl",
  );
  const [hasKeys] = useShortcutPreference();
  const leftView = useRef<ViewHandle>(null);
  const rightView = useRef<ViewHandle>(null);
  const help = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const [isPrimed, onPosterSettled] = usePosterPriority();

  const battle = "battle" in state ? state.battle : null;
  const outcome = state.phase === "revealed" ? state.result.outcome : null;

  function resetViews() {
    leftView.current?.home();
    rightView.current?.home();
  }

  function giveUp() {
    // Both sides fall back together: a live view beside a still one is no fair fight.
    setGivenUp(true);
    arena.redraw();
  }

  function goOn() {
    next();
    // The pressed button is about to go; the prompt is where the next battle begins.
    heading.current?.focus({ preventScroll: true });
  }

  useShortcuts(
    hasKeys
      ? {
          a: () => vote("left"),
          b: () => vote("right"),
          t: () => vote("tie"),
          x: () => vote("both_bad"),
          s: skip,
          r: resetViews,
          enter: () => state.phase === "revealed" && goOn(),
          "?": () => help.current?.showModal(),
        }
      : {},
  );

  if (state.phase === "stopped") {
    return (
      <main id="content" className="flex flex-1 flex-col">
        <BattleNotice stop={state.stop} onRetry={() => next()} />
      </main>
    );
  }

  const side = {
    battle,
    graphics,
    isShown: isShown(state),
    isPrimed,
    onPosterSettled,
    onStatus: arena.reportSide,
    onOrbit: arena.markOrbited,
    onGone: arena.lose,
    onGiveUp: giveUp,
    onSkip: skip,
  };

  return (
    <main
      id="content"
      data-phase={state.phase}
      className="flex flex-1 flex-col px-3 md:block md:px-6 short:flex"
    >
      <PromptStrip battle={battle} headingRef={heading} />
      <div className="grid min-h-[320px] flex-1 grid-rows-2 gap-2 pb-1 md:h-[clamp(320px,calc(100dvh-304px),46vw)] md:grid-cols-2 md:grid-rows-1 md:gap-4 md:pb-0 short:h-auto short:min-h-[160px] short:grid-cols-2 short:grid-rows-1 short:gap-2 short:pb-1">
        <BattleSide
          {...side}
          side="left"
          handle={leftView}
          verdict={outcome && verdictOn("left", outcome)}
        />
        <BattleSide
          {...side}
          side="right"
          handle={rightView}
          verdict={outcome && verdictOn("right", outcome)}
        />
      </div>
      <VerdictSlot
        state={state}
        hasKeys={hasKeys}
        onHelp={() => help.current?.showModal()}
        onVote={vote}
        onSkip={skip}
        onNext={goOn}
        onWaited={arena.endWait}
      />
      <HelpDialog ref={help} />
      <p aria-live="polite" className="sr-only">
        {state.phase === "revealed" ? revealSentence(state.result) : statusText(state)}
      </p>
      <noscript>
        <p className="py-4 text-center">
          Battles need JavaScript. <a href="/leaderboard">The leaderboard</a> does not.
        </p>
      </noscript>
    </main>
  );
}
