"use client";

import {
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { ORBIT_STEP, ZOOM_STEP } from "@/lib/viewer/orbit";
import type { Shading } from "@/lib/viewer/stage";
import { CanvasBoundary } from "./canvas-boundary";
import { useGraphics } from "./graphics";
import { LoadBar, StageNote } from "./load-bar";
import { PAGE_SCENE, pageCameras } from "./page-cameras";
import { PlaceNews } from "./place-news";
import { PosterTurntable } from "./poster-turntable";
import { SingleToolbar } from "./single-toolbar";
import { StageFailure } from "./stage-failure";
import { useContextRecovery } from "./use-context-recovery";
import { useMaterials } from "./use-materials";
import { useObject } from "./use-object";
import { useOrbitText } from "./use-orbit-text";
import { ViewSurface } from "./view-surface";
import { ViewToolbar } from "./view-toolbar";
import { type Look, ViewerCanvas } from "./viewer-canvas";

type SingleViewerProps = {
  /** As it stands after "creation". */
  name: string;
  files: {
    glb: string;
    /** Null where the script made none. */
    materials: string | null;
    posters: string[];
  };
  onClose: () => void;
};

const GEOMETRY: readonly Shading[] = ["clay", "normals", "wireframe"];
const nothing = () => {};

/**
 * One object, live, over its own poster, which shows until the object is drawn. Takes the focus from
 * what opened it.
 */
export function SingleViewer({ name, files, onClose }: SingleViewerProps) {
  const section = useRef<HTMLElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const sceneId = useId();
  const graphics = useGraphics();
  const [hasGivenUp, setGivenUp] = useState(false);
  const [isDrawn, setDrawn] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [refusal, setRefusal] = useState<number | null>(null);
  const [look, setLook] = useState<Look>({ shading: "clay", background: "mid", hasGrid: false });
  const [camera] = useState(() => pageCameras.join(sceneId));
  useEffect(() => () => pageCameras.leave(sceneId), [sceneId]);
  useOrbitText(section, camera);

  const isLive = graphics !== null && graphics !== "none" && !hasGivenUp;
  const load = useObject({ url: isLive ? files.glb : null, attempt, onFail: setRefusal });
  const recovery = useContextRecovery({
    sceneId,
    onLost: () => setDrawn(false),
    onGiveUp: () => setGivenUp(true),
  });
  const materials = useMaterials({
    url: files.materials,
    isChosen: look.shading === "rendered",
  });
  const object = materials.object ?? (load.status === "loaded" ? load.object : null);
  const shading = materials.isWanting ? "clay" : look.shading;
  const isShown = isLive && isDrawn && load.status !== "failed";

  useLayoutEffect(() => {
    const { activeElement, body } = document;
    // Not from a reader who has gone on while the code came.
    const isHere = section.current?.parentElement?.contains(activeElement);
    if (!isHere && activeElement !== body) return;
    (surface.current ?? section.current)?.focus({ preventScroll: true });
  }, []);

  function retry() {
    setRefusal(null);
    setDrawn(false);
    setAttempt((count) => count + 1);
  }
  const retryOnline = useEffectEvent(retry);
  useEffect(() => {
    if (load.status !== "failed") return;
    const onOnline = () => retryOnline();
    window.addEventListener("online", onOnline);
    return () => window.removeEventListener("online", onOnline);
  }, [load.status]);

  function onKeyDown(event: KeyboardEvent) {
    // In a toolbar Escape closes the tooltip first.
    const isInToolbar = event.target instanceof Element && event.target.closest("[role=toolbar]");
    if (event.key === "Escape" && !isInToolbar) onClose();
  }

  return (
    <section
      ref={section}
      aria-label={`View of creation ${name}`}
      tabIndex={-1}
      data-state={toState({ isLive, isShown, hasFailed: load.status === "failed" })}
      data-background={isShown ? look.background : undefined}
      onKeyDown={onKeyDown}
      className="group/viewer absolute inset-0 overflow-hidden text-stage-ink outline-none"
    >
      {isLive ? (
        <div className={`absolute inset-0 ${isShown ? "" : "opacity-0"}`}>
          <ViewSurface ref={surface} name={name} camera={camera} isLive={isShown} onOrbit={nothing}>
            <CanvasBoundary onError={() => setGivenUp(true)}>
              <ViewerCanvas
                key={recovery.canvasKey}
                graphics={graphics}
                sceneId={PAGE_SCENE}
                object={object}
                look={{ ...look, shading }}
                camera={camera}
                revival={recovery.revival}
                onDrawn={() => {
                  recovery.handleDrawn();
                  setDrawn(true);
                }}
                onOrbit={nothing}
                onLost={recovery.handleLost}
                onRestored={recovery.handleRestored}
              />
            </CanvasBoundary>
          </ViewSurface>
        </div>
      ) : (
        <PosterTurntable
          name={name}
          posterUrls={files.posters}
          camera={camera}
          onTurn={nothing}
          onLoad={nothing}
        />
      )}
      {isLive && load.status === "loading" && (
        <LoadBar name={name} progress={load.progress} isSlow={load.isSlow} />
      )}
      {isLive && load.status === "failed" && <StageFailure status={refusal} onRetry={retry} />}
      {recovery.isRestoring && isLive && <StageNote>Restoring the view…</StageNote>}
      {isShown && materials.note && <StageNote>{materials.note}</StageNote>}
      {isShown && (
        <ViewToolbar
          name={name}
          onTurn={(direction) => camera.turn(direction * ORBIT_STEP, 0)}
          onZoom={(direction) => camera.zoom(direction > 0 ? ZOOM_STEP : 1 / ZOOM_STEP)}
          onHome={() => camera.home()}
        />
      )}
      <SingleToolbar
        name={name}
        isLive={isShown}
        shadings={files.materials ? [...GEOMETRY, "rendered"] : GEOMETRY}
        look={look}
        onLook={setLook}
        onClose={onClose}
      />
      <PlaceNews camera={camera} />
    </section>
  );
}

type Situation = { isLive: boolean; isShown: boolean; hasFailed: boolean };

/** What the viewer is at, as tests and styles see it. */
function toState({ isLive, isShown, hasFailed }: Situation) {
  if (!isLive) return "posters";
  if (isShown) return "shown";
  return hasFailed ? "failed" : "loading";
}
