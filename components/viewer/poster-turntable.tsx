"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { nearestView, viewOrbit } from "@/lib/viewer/orbit";
import type { SideCamera } from "./camera-link";

type PosterTurntableProps = {
  /** As it stands after "creation". */
  name: string;
  posterUrls: string[];
  camera: SideCamera;
  onTurn: () => void;
  /** The first poster is on screen, or there will be none. */
  onLoad: () => void;
};

/** This far a finger drags the object a quarter turn. */
const PIXELS_PER_VIEW = 72;

/** Four stills, a quarter turn apart, for browsers that cannot draw the object itself. */
export function PosterTurntable(props: PosterTurntableProps) {
  const { name, posterUrls, camera, onTurn, onLoad } = props;
  const count = posterUrls.length;
  const [index, setIndex] = useState(0);
  /** Ahead of the state when several turns come between two renders. */
  const latest = useRef(0);
  const dragFrom = useRef<number | null>(null);

  const show = useEffectEvent((next: number) => {
    latest.current = ((next % count) + count) % count;
    setIndex(latest.current);
    camera.move({ orbit: viewOrbit(latest.current, count), aspect: 1 });
  });

  useEffect(() => {
    if (count === 0) return;
    return camera.attach({
      home: () => show(0),
      turn: (azimuth) => show(latest.current + Math.sign(azimuth)),
      zoom: () => {},
      pan: () => {},
      follow: ({ orbit }) => show(nearestView(orbit, count)),
    });
  }, [camera, count]);

  function turn(steps: number) {
    for (let step = 0; step < Math.abs(steps); step++) camera.turn(Math.sign(steps), 0);
    onTurn();
  }

  function onPointerMove(event: PointerEvent) {
    if (dragFrom.current === null) return;
    const steps = Math.trunc((dragFrom.current - event.clientX) / PIXELS_PER_VIEW);
    if (steps === 0) return;
    dragFrom.current -= steps * PIXELS_PER_VIEW;
    turn(steps);
  }

  function onKeyDown(event: KeyboardEvent) {
    const steps = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!steps) return;
    event.preventDefault();
    turn(steps);
  }

  return (
    <fieldset
      aria-label={`Still pictures of creation ${name}`}
      onKeyDown={onKeyDown}
      className="absolute inset-0"
    >
      <div
        className="absolute inset-0 cursor-ew-resize touch-pan-y"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          dragFrom.current = event.clientX;
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          dragFrom.current = null;
        }}
        onPointerCancel={() => {
          dragFrom.current = null;
        }}
      >
        {posterUrls.map((url, at) => (
          // biome-ignore lint/performance/noImgElement: as in PosterCover
          <img
            key={url}
            src={url}
            alt={`Creation ${name}, view ${at + 1} of ${posterUrls.length}`}
            hidden={at !== index}
            draggable={false}
            onLoad={at === 0 ? onLoad : undefined}
            onError={at === 0 ? onLoad : undefined}
            className="absolute inset-0 size-full select-none object-contain"
          />
        ))}
      </div>
      <TurnButton label={`Previous view of ${name}`} side="left-2" onClick={() => turn(-1)}>
        <ChevronLeft className="size-5" aria-hidden="true" />
      </TurnButton>
      <TurnButton label={`Next view of ${name}`} side="right-2" onClick={() => turn(1)}>
        <ChevronRight className="size-5" aria-hidden="true" />
      </TurnButton>
      <p
        aria-hidden="true"
        className="pointer-events-none absolute bottom-3 left-1/2 -translate-x-1/2 rounded-control bg-stage-panel px-2.5 py-1 text-[13px] text-stage-ink-2 tabular-nums outline outline-stage-line"
      >
        {index + 1} / {posterUrls.length}
      </p>
    </fieldset>
  );
}

type TurnButtonProps = {
  label: string;
  side: "left-2" | "right-2";
  onClick: () => void;
  children: React.ReactNode;
};

function TurnButton({ label, side, onClick, children }: TurnButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className={`absolute top-1/2 ${side} flex size-11 -translate-y-1/2 items-center justify-center rounded-full bg-stage-panel text-stage-ink-2 outline outline-stage-line hover:text-stage-ink focus-visible:outline-2 focus-visible:outline-stage-accent`}
    >
      {children}
    </button>
  );
}
