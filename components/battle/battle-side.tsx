"use client";

import dynamic from "next/dynamic";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { CanvasBoundary } from "@/components/viewer/canvas-boundary";
import { FailedCover } from "@/components/viewer/failed-cover";
import type { Graphics } from "@/components/viewer/graphics";
import { LoadBar, StageNote } from "@/components/viewer/load-bar";
import { type ObjectLoad, useObject } from "@/components/viewer/use-object";
import type { ViewHandle } from "@/components/viewer/view-handle";
import { Viewer, type ViewerState } from "@/components/viewer/viewer";
import type { ServedBattle, Side } from "@/lib/battle/schema";
import type { SideStatus } from "./battle-state";
import { LETTERS } from "./verdicts";

const ViewerCanvas = dynamic(
  () => import("@/components/viewer/viewer-canvas").then((module) => module.ViewerCanvas),
  { ssr: false },
);

type BattleSideProps = {
  side: Side;
  /** Null between battles: the canvas stays, empty and covered. */
  battle: ServedBattle | null;
  /** Posters come first; the code that draws is fetched once they are on screen. */
  isPrimed: boolean;
  /** "none" draws posters only, on both sides alike. */
  graphics: Graphics | null;
  isShown: boolean;
  verdict: "picked" | "passed" | null;
  handle: RefObject<ViewHandle | null>;
  onPosterSettled: (side: Side) => void;
  onStatus: (battle: ServedBattle, side: Side, status: SideStatus) => void;
  onOrbit: (side: Side) => void;
  /** The server no longer gives out this battle's files. */
  onGone: () => void;
  /** WebGL cannot be had, or was lost twice in one battle. */
  onGiveUp: () => void;
  onSkip: () => void;
};

const GONE = new Set([403, 404, 410]);

/** Loads one side's object and tells the battle how far it is. */
export function BattleSide(props: BattleSideProps) {
  const { side, battle, graphics, handle } = props;
  const [attempt, setAttempt] = useState(0);
  const [context, setContext] = useState(0);
  const lostIn = useRef<ServedBattle | null>(null);
  const isPosters = graphics === "none";

  function report(status: SideStatus) {
    if (battle) props.onStatus(battle, side, status);
  }

  const load = useObject({
    url: graphics === null || isPosters ? null : (battle?.[side].glbUrl ?? null),
    shading: battle?.display ?? "clay",
    attempt,
    onFail: (status) => {
      if (status !== null && GONE.has(status)) props.onGone();
      else report("failed");
    },
  });
  const hasFailed = battle !== null && load.status === "failed";

  function retry() {
    report("loading");
    setAttempt((count) => count + 1);
  }

  const retryOnline = useEffectEvent(retry);
  useEffect(() => {
    if (!hasFailed) return;
    const onOnline = () => retryOnline();
    window.addEventListener("online", onOnline);
    return () => window.removeEventListener("online", onOnline);
  }, [hasFailed]);

  const onLost = useEffectEvent(() => {
    if (lostIn.current === battle) return props.onGiveUp();
    lostIn.current = battle;
    report("loading");
    setContext((count) => count + 1);
  });
  const [loseContext] = useState(() => () => onLost());

  return (
    <Viewer
      letter={LETTERS[side]}
      state={toViewerState({ battle, load, isPosters, isShown: props.isShown })}
      verdict={props.verdict}
      posterUrls={battle?.[side].posterUrls ?? []}
      handle={handle}
      onOrbit={() => props.onOrbit(side)}
      onPosterSettled={() => {
        props.onPosterSettled(side);
        if (isPosters) report("ready");
      }}
      canvas={
        graphics !== null &&
        !isPosters &&
        props.isPrimed && (
          <CanvasBoundary onError={props.onGiveUp}>
            <ViewerCanvas
              key={context}
              graphics={graphics}
              object={load.status === "loaded" ? load.object : null}
              handle={handle}
              onDrawn={() => report("ready")}
              onOrbit={() => props.onOrbit(side)}
              onLost={loseContext}
            />
          </CanvasBoundary>
        )
      }
      cover={battle && <Cover side={side} load={load} onRetry={retry} onSkip={props.onSkip} />}
    />
  );
}

type CoverProps = { side: Side; load: ObjectLoad; onRetry: () => void; onSkip: () => void };

function Cover({ side, load, onRetry, onSkip }: CoverProps) {
  const letter = LETTERS[side];
  const other = LETTERS[side === "left" ? "right" : "left"];
  if (load.status === "failed") {
    return <FailedCover letter={letter} onRetry={onRetry} onSkip={onSkip} />;
  }
  if (load.status === "loaded") return <StageNote>{`Ready, waiting for ${other}`}</StageNote>;
  return <LoadBar letter={letter} progress={load.progress} isSlow={load.isSlow} />;
}

type Situation = {
  battle: ServedBattle | null;
  load: ObjectLoad;
  isPosters: boolean;
  isShown: boolean;
};

function toViewerState({ battle, load, isPosters, isShown }: Situation): ViewerState {
  if (battle === null) return "loading";
  if (isPosters) return "posters";
  if (isShown) return "shown";
  if (load.status === "failed") return "failed";
  return load.status === "loaded" ? "ready" : "loading";
}
