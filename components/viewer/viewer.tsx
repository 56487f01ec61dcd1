"use client";

import type { KeyboardEvent, ReactNode, RefObject } from "react";
import { ORBIT_STEP, ZOOM_STEP } from "@/lib/viewer/orbit";
import { PosterCover } from "./poster-cover";
import { PosterTurntable } from "./poster-turntable";
import type { ViewHandle } from "./view-handle";
import { ViewToolbar } from "./view-toolbar";

export type Letter = "A" | "B";

/** What a viewer is at, as tests and styles see it. */
export type ViewerState = "loading" | "ready" | "shown" | "failed" | "posters";

type ViewerProps = {
  letter: Letter;
  state: ViewerState;
  /** After the vote: ringed, dimmed, or as it was. */
  verdict: "picked" | "passed" | null;
  posterUrls: string[];
  handle: RefObject<ViewHandle | null>;
  /** The live canvas, or null where posters stand in for it. */
  canvas: ReactNode;
  /** What lies over the poster while it covers the canvas: progress, or a failure and what helps. */
  cover: ReactNode;
  onOrbit: () => void;
  /** The first poster is there, or will not come. */
  onPosterSettled: () => void;
};

/** One side of a battle: a poster that gives way to a live view, or a turntable of posters. */
export function Viewer(props: ViewerProps) {
  const { letter, state, verdict, posterUrls, handle, canvas } = props;
  const isLive = state === "shown";

  function turnBy(azimuth: number, polar: number) {
    handle.current?.turn(azimuth, polar);
    props.onOrbit();
  }

  function zoomBy(factor: number) {
    handle.current?.zoom(factor);
    props.onOrbit();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      ArrowLeft: () => turnBy(-ORBIT_STEP, 0),
      ArrowRight: () => turnBy(ORBIT_STEP, 0),
      ArrowUp: () => turnBy(0, -ORBIT_STEP),
      ArrowDown: () => turnBy(0, ORBIT_STEP),
      PageUp: () => zoomBy(ZOOM_STEP),
      PageDown: () => zoomBy(1 / ZOOM_STEP),
      Home: () => handle.current?.home(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  return (
    <section
      aria-label={`Creation ${letter}`}
      data-state={state}
      data-verdict={verdict ?? undefined}
      className="group/viewer relative min-h-0 overflow-hidden rounded-card bg-stage text-stage-ink outline outline-line transition-opacity duration-200 data-[verdict=passed]:opacity-70 data-[verdict=picked]:outline-2 data-[verdict=picked]:outline-accent data-[verdict=picked]:outline-offset-2"
    >
      {state === "posters" ? (
        <PosterTurntable
          letter={letter}
          posterUrls={posterUrls}
          handle={handle}
          onTurn={props.onOrbit}
          onLoad={props.onPosterSettled}
        />
      ) : (
        <>
          <div
            // Screen readers hand the arrow keys to an application; they orbit the object.
            role="application"
            aria-label={`Interactive 3D view of creation ${letter}. Arrow keys orbit, Page Up and Page Down zoom.`}
            tabIndex={isLive ? 0 : -1}
            onKeyDown={onKeyDown}
            onDoubleClick={() => handle.current?.home()}
            // The ring lies on top of the canvas, which would cover an outline of its own parent.
            className="absolute inset-0 cursor-grab outline-none after:pointer-events-none after:absolute after:inset-0 after:rounded-card after:outline-stage-accent after:-outline-offset-3 active:cursor-grabbing focus-visible:after:outline-3"
          >
            {canvas}
          </div>
          {!isLive && (
            <PosterCover
              key={posterUrls[0]}
              letter={letter}
              posterUrl={posterUrls[0] ?? null}
              onSettled={props.onPosterSettled}
            >
              {props.cover}
            </PosterCover>
          )}
        </>
      )}
      <p className="pointer-events-none absolute top-3 left-3 flex h-8 items-center gap-2 text-stage-ink short:top-2 short:left-2">
        <span
          aria-hidden="true"
          className="flex size-8 items-center justify-center rounded-control bg-stage-panel font-semibold text-[15px] outline outline-stage-line"
        >
          {letter}
        </span>
        {verdict === "picked" && (
          <span className="animate-appear rounded-full bg-stage-accent px-2.5 py-1 font-medium text-[13px] text-stage-panel">
            Your pick
          </span>
        )}
      </p>
      {isLive && (
        <ViewToolbar
          letter={letter}
          onTurn={(direction) => turnBy(direction * ORBIT_STEP, 0)}
          onZoom={(direction) => zoomBy(direction > 0 ? ZOOM_STEP : 1 / ZOOM_STEP)}
          onHome={() => handle.current?.home()}
        />
      )}
    </section>
  );
}
