"use client";

import dynamic from "next/dynamic";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { CameraLink } from "@/components/viewer/camera-link";
import { useGraphics } from "@/components/viewer/graphics";
import { SHADING_LABELS } from "@/components/viewer/view-labels";
import { BattleNotice } from "./battle-notice";
import { type BattleState, isShown, statusText } from "./battle-state";
import { HelpDialog } from "./help-dialog";
import { type Materials, Pair } from "./pair";
import { PromptStrip } from "./prompt-strip";
import { revealSentence } from "./reveal-bar";
import { useShortcutPreference } from "./shortcut-preference";
import { createPreference } from "./stored-preference";
import { useBattle } from "./use-battle";
import { useIsCompact } from "./use-is-compact";
import { usePosterPriority } from "./use-poster-priority";
import { useShortcuts } from "./use-shortcuts";
import { useSpread } from "./use-spread";
import { useViewSettings } from "./use-view-settings";
import { VerdictSlot } from "./verdict-slot";

const ViewAnnouncer = dynamic(
  () => import("@/components/viewer/view-announcer").then((module) => module.ViewAnnouncer),
  { ssr: false },
);

const useTips = createPreference("tips", ["unseen", "seen"], "unseen");

/** The arena: a prompt, two anonymous objects, a verdict, and then the names. */
export function Battle() {
  const browserGraphics = useGraphics();
  const [hasGivenUp, setGivenUp] = useState(false);
  const graphics = hasGivenUp ? "none" : browserGraphics;

  const { state, vote, skip, next, ...arena } = useBattle((battle) => ({
    shading: graphics === "none" ? battle.display : settings.look.shading,
    linked: settings.isLinked,
    viewer: graphics === "none" ? "posters" : "webgl",
  }));
  const battle = "battle" in state ? state.battle : null;
  const materials = materialsOf(state);
  const settings = useViewSettings(battle, materials !== null);
  const [hasKeys] = useShortcutPreference();
  const [tips, setTips] = useTips();
  const [link] = useState(() => new CameraLink());
  const main = useRef<HTMLElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const [isPrimed, onPosterSettled] = usePosterPriority();

  const { spread, enter, leave } = useSpread(main);
  const isAlone = spread === "left" || spread === "right";
  const isCompact = useIsCompact();
  const outcome = state.phase === "revealed" ? state.result.outcome : null;

  const { isLinked, look } = settings;
  useEffect(() => link.begin(battle?.battleId ?? null), [link, battle]);
  useEffect(() => link.setLinked(isLinked), [link, isLinked]);

  function toggleSpread() {
    if (spread !== null) leave();
    else enter(isCompact ? "left" : "pair");
  }

  function giveUp() {
    // Both sides fall back together: a live view beside a still one is no fair fight.
    setGivenUp(true);
    arena.redraw();
  }

  function goOn() {
    next();
    // A pair is looked at as a pair first.
    if (isAlone) leave(() => heading.current);
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
          r: () => link.home(),
          l: settings.toggleLink,
          w: settings.cycleShading,
          f: toggleSpread,
          enter: () => state.phase === "revealed" && goOn(),
          "?": () => help.current?.showModal(),
        }
      : {},
  );

  const leaveSpread = useEffectEvent(leave);
  const isStopped = state.phase === "stopped";
  useEffect(() => {
    if (isStopped) leaveSpread();
  }, [isStopped]);

  if (state.phase === "stopped") {
    return (
      <main id="content" className="flex flex-1 flex-col">
        <BattleNotice stop={state.stop} onRetry={() => next()} />
      </main>
    );
  }

  const shared = {
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
      ref={main}
      id="content"
      data-phase={state.phase}
      data-spread={spread ?? undefined}
      className={`flex flex-1 flex-col px-3 md:px-6 short:flex ${
        spread === null ? "md:block" : "fixed inset-0 z-40 overflow-y-auto bg-canvas pt-2 md:pt-0"
      }`}
    >
      {!isAlone && <PromptStrip battle={battle} headingRef={heading} />}
      <Pair
        shared={shared}
        outcome={outcome}
        materials={materials}
        settings={settings}
        link={link}
        spread={spread}
        isCompact={isCompact}
        hasKeys={hasKeys}
        onTipsSeen={battle && tips === "unseen" ? () => setTips("seen") : null}
        onSpread={enter}
        onLeave={() => leave()}
      />
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
      {isPrimed && (
        <ViewAnnouncer
          link={link}
          lookText={`${isLinked ? "Cameras linked" : "Cameras free"}. ${SHADING_LABELS[look.shading]} shading.`}
        />
      )}
      <noscript>
        <p className="py-4 text-center">
          Battles need JavaScript. <a href="/leaderboard">The leaderboard</a> does not.
        </p>
      </noscript>
    </main>
  );
}

/** Where the objects with their materials are: opened by the vote, on tracks that are judged in clay. */
function materialsOf(state: BattleState): Materials | null {
  if (state.phase !== "revealed" || state.battle.display !== "clay") return null;
  const { left, right } = state.result.reveal;
  if (left.materialsUrl === null && right.materialsUrl === null) return null;
  return { left: left.materialsUrl, right: right.materialsUrl };
}
