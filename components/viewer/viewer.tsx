"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useRef } from "react";
import type { Background } from "@/lib/viewer/backdrop";
import { ORBIT_STEP, ZOOM_STEP } from "@/lib/viewer/orbit";
import type { SideCamera } from "./camera-link";
import { PosterCover } from "./poster-cover";
import { useOrbitText } from "./use-orbit-text";
import { ViewSurface } from "./view-surface";

// Posters come before whatever is not needed to show them.
const PosterTurntable = dynamic(
  () => import("./poster-turntable").then((module) => module.PosterTurntable),
  { ssr: false },
);
const ViewToolbar = dynamic(() => import("./view-toolbar").then((module) => module.ViewToolbar), {
  ssr: false,
});

export type Letter = "A" | "B";

/** What a viewer is at, as tests and styles see it. */
export type ViewerState = "loading" | "ready" | "shown" | "failed" | "posters";

type ViewerProps = {
  letter: Letter;
  state: ViewerState;
  /** After the vote: ringed, dimmed, or as it was. */
  verdict: "picked" | "passed" | null;
  posterUrls: string[];
  background: Background;
  camera: SideCamera;
  /** The live canvas, or null where posters stand in for it. */
  canvas: ReactNode;
  /** What lies over the poster while it covers the canvas: progress, or a failure and what helps. */
  cover: ReactNode;
  /** More in the corner over the view: a note, a button. */
  children: ReactNode;
  className: string;
  onOrbit: () => void;
  /** The first poster is there, or will not come. */
  onPosterSettled: () => void;
};

/** One side of a battle: a poster that gives way to a live view, or a turntable of posters. */
export function Viewer(props: ViewerProps) {
  const { letter, state, verdict, posterUrls, background, camera } = props;
  const isLive = state === "shown";
  const section = useRef<HTMLElement>(null);

  useOrbitText(section, camera);

  function act(change: () => void) {
    change();
    props.onOrbit();
  }
  const turnBy = (azimuth: number, polar: number) => act(() => camera.turn(azimuth, polar));
  const zoomBy = (factor: number) => act(() => camera.zoom(factor));

  return (
    <section
      ref={section}
      aria-label={`Creation ${letter}`}
      data-state={state}
      data-background={background}
      data-verdict={verdict ?? undefined}
      className={`group/viewer relative min-h-0 overflow-hidden rounded-card bg-stage text-stage-ink outline outline-line transition-opacity duration-200 data-[verdict=passed]:opacity-70 data-[verdict=picked]:outline-2 data-[verdict=picked]:outline-accent data-[verdict=picked]:outline-offset-2 ${props.className}`}
    >
      {state === "posters" ? (
        <PosterTurntable
          name={letter}
          posterUrls={posterUrls}
          camera={camera}
          onTurn={props.onOrbit}
          onLoad={props.onPosterSettled}
        />
      ) : (
        <>
          <ViewSurface name={letter} camera={camera} isLive={isLive} onOrbit={props.onOrbit}>
            {props.canvas}
          </ViewSurface>
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
          name={letter}
          onTurn={(direction) => turnBy(direction * ORBIT_STEP, 0)}
          onZoom={(direction) => zoomBy(direction > 0 ? ZOOM_STEP : 1 / ZOOM_STEP)}
          onHome={() => camera.home()}
        />
      )}
      {props.children}
    </section>
  );
}
