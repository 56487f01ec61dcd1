"use client";

import { Maximize2, Minimize2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useEffectEvent, useState } from "react";
import { ToolButton } from "@/components/ui/tool-button";
import type { SideCamera } from "@/components/viewer/camera-link";
import { CanvasBoundary } from "@/components/viewer/canvas-boundary";
import type { Graphics } from "@/components/viewer/graphics";
import { StageNote } from "@/components/viewer/load-bar";
import { useContextRecovery } from "@/components/viewer/use-context-recovery";
import { useMaterials } from "@/components/viewer/use-materials";
import { useObject } from "@/components/viewer/use-object";
import { Viewer, type ViewerState } from "@/components/viewer/viewer";
import type { Look } from "@/components/viewer/viewer-canvas";
import type { ServedBattle, Side } from "@/lib/battle/schema";
import type { SideStatus } from "./battle-state";
import { SideCover } from "./side-cover";
import { LETTERS } from "./verdicts";

const ViewerCanvas = dynamic(
  () => import("@/components/viewer/viewer-canvas").then((module) => module.ViewerCanvas),
  { ssr: false },
);

/** What both sides of a pair are told alike. */
export type SharedSideProps = {
  /** Null between battles: the canvas stays, empty and covered. */
  battle: ServedBattle | null;
  /** Posters come first; the code that draws is fetched once they are on screen. */
  isPrimed: boolean;
  /** "none" draws posters only, on both sides alike. */
  graphics: Graphics | null;
  isShown: boolean;
  look: Look;
  onPosterSettled: (side: Side) => void;
  onStatus: (battle: ServedBattle, side: Side, status: SideStatus) => void;
  onOrbit: (side: Side) => void;
  /** The server no longer gives out this battle's files. */
  onGone: () => void;
  /** WebGL cannot be had, or was lost again and again. */
  onGiveUp: () => void;
  onSkip: () => void;
};

type BattleSideProps = SharedSideProps & {
  side: Side;
  verdict: "picked" | "passed" | null;
  camera: SideCamera;
  /** Address of the file with materials, once the vote has opened them. */
  materialUrl: string | null;
  /** Filling the screen alone, hidden behind the other, or neither. */
  stance: "alone" | "behind" | "beside";
  /** Null where both are spread together. */
  onExpand: (() => void) | null;
};

const GONE = new Set([403, 404, 410]);

/** Loads one side's object and tells the battle how far it is. */
export function BattleSide(props: BattleSideProps) {
  const { side, battle, graphics, camera, look, stance, onExpand } = props;
  const [attempt, setAttempt] = useState(0);
  const letter = LETTERS[side];
  const isPosters = graphics === "none";
  const isLive = graphics !== null && !isPosters;

  function report(status: SideStatus) {
    if (battle) props.onStatus(battle, side, status);
  }

  const load = useObject({
    url: isLive ? (battle?.[side].glbUrl ?? null) : null,
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

  const recovery = useContextRecovery({
    sceneId: battle?.battleId ?? null,
    onLost: () => report("loading"),
    onGiveUp: props.onGiveUp,
  });
  const materials = useMaterials({
    url: props.materialUrl,
    isChosen: look.shading === "rendered" && battle?.display === "clay",
  });
  const object = materials.object ?? (load.status === "loaded" ? load.object : null);
  const shading = materials.isWanting ? "clay" : look.shading;

  return (
    <Viewer
      letter={letter}
      state={toViewerState({ ...props, status: load.status, isRestoring: recovery.isRestoring })}
      verdict={props.verdict}
      posterUrls={battle?.[side].posterUrls ?? []}
      background={isLive && props.isShown ? look.background : "mid"}
      camera={camera}
      className={
        stance === "beside" ? "" : `[grid-area:1/1] ${stance === "behind" ? "invisible" : ""}`
      }
      onOrbit={() => props.onOrbit(side)}
      onPosterSettled={() => {
        props.onPosterSettled(side);
        if (isPosters) report("ready");
      }}
      canvas={
        isLive &&
        props.isPrimed && (
          <CanvasBoundary onError={props.onGiveUp}>
            <ViewerCanvas
              key={recovery.canvasKey}
              graphics={graphics}
              sceneId={battle?.battleId ?? null}
              object={object}
              look={shading === look.shading ? look : { ...look, shading }}
              camera={camera}
              revival={recovery.revival}
              onDrawn={() => {
                recovery.handleDrawn();
                report("ready");
              }}
              onOrbit={() => props.onOrbit(side)}
              onLost={recovery.handleLost}
              onRestored={recovery.handleRestored}
            />
          </CanvasBoundary>
        )
      }
      cover={
        battle && (
          <SideCover
            side={side}
            load={load}
            isRestoring={recovery.isRestoring}
            onRetry={retry}
            onSkip={props.onSkip}
          />
        )
      }
    >
      {props.isShown && materials.note && <StageNote>{materials.note}</StageNote>}
      {onExpand && (
        <ToolButton
          ground="stage"
          label={stance === "beside" ? `Expand creation ${letter}` : "Back to both"}
          onClick={onExpand}
          className="absolute! top-1 right-1 group-data-[background=dark]/viewer:text-stage"
        >
          {stance === "beside" ? (
            <Maximize2 className="size-4.5" aria-hidden="true" />
          ) : (
            <Minimize2 className="size-4.5" aria-hidden="true" />
          )}
        </ToolButton>
      )}
    </Viewer>
  );
}

type Situation = Pick<BattleSideProps, "battle" | "graphics" | "isShown"> & {
  status: "loading" | "loaded" | "failed";
  isRestoring: boolean;
};

function toViewerState(situation: Situation): ViewerState {
  const { battle, graphics, isShown, status, isRestoring } = situation;
  if (battle === null) return "loading";
  if (graphics === "none") return "posters";
  if (isShown) return "shown";
  if (status === "failed") return "failed";
  return status === "loaded" && !isRestoring ? "ready" : "loading";
}
