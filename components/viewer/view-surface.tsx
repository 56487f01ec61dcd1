import type { KeyboardEvent, ReactNode, Ref } from "react";
import { ORBIT_STEP, PAN_STEP, ZOOM_STEP } from "@/lib/viewer/orbit";
import type { SideCamera } from "./camera-link";

type ViewSurfaceProps = {
  ref?: Ref<HTMLDivElement>;
  /** As it stands after "creation". */
  name: string;
  camera: SideCamera;
  /** The object is drawn and can be turned. */
  isLive: boolean;
  /** The view was moved by a key. */
  onOrbit: () => void;
  /** The canvas. */
  children: ReactNode;
};

/** Where a live view is drawn, and turned by the keys that dragging and pinching stand for. */
export function ViewSurface({ ref, name, camera, isLive, onOrbit, children }: ViewSurfaceProps) {
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = (right: number, down: number) =>
      event.shiftKey
        ? camera.pan(right * PAN_STEP, down * PAN_STEP)
        : camera.turn(right * ORBIT_STEP, down * ORBIT_STEP);
    const move = {
      ArrowLeft: () => step(-1, 0),
      ArrowRight: () => step(1, 0),
      ArrowUp: () => step(0, -1),
      ArrowDown: () => step(0, 1),
      PageUp: () => camera.zoom(ZOOM_STEP),
      PageDown: () => camera.zoom(1 / ZOOM_STEP),
    }[event.key];
    if (!move && event.key !== "Home") return;
    event.preventDefault();
    if (!move) return camera.home();
    move();
    onOrbit();
  }

  return (
    <div
      ref={ref}
      // Screen readers hand the arrow keys to an application; they orbit the object.
      role="application"
      aria-label={`Interactive 3D view of creation ${name}. Arrow keys orbit, Page Up and Page Down zoom.`}
      tabIndex={isLive ? 0 : -1}
      onKeyDown={onKeyDown}
      onDoubleClick={() => camera.home()}
      // The ring lies on top of the canvas, which would cover an outline of its own parent.
      className="absolute inset-0 cursor-grab outline-none after:pointer-events-none after:absolute after:inset-0 after:rounded-card after:outline-stage-accent after:-outline-offset-3 active:cursor-grabbing focus-visible:after:outline-3"
    >
      {children}
    </div>
  );
}
