import { useSyncExternalStore } from "react";
import { CameraLink } from "./camera-link";

/** The cameras of all viewers that a page has open. Linked, they show every object from the same side. */
export const pageCameras = new CameraLink();

/** What they look at together: a viewer that opens later begins where the others stand. */
export const PAGE_SCENE = "page";
pageCameras.begin(PAGE_SCENE);

const listeners = new Set<() => void>();

function subscribe(notify: () => void) {
  listeners.add(notify);
  return () => void listeners.delete(notify);
}

function toggle() {
  pageCameras.setLinked(!pageCameras.isLinked);
  for (const notify of listeners) notify();
}

/** Whether the page's cameras are linked, and how to change it. */
export function usePageLink(): [isLinked: boolean, toggle: () => void] {
  return [
    useSyncExternalStore(
      subscribe,
      () => pageCameras.isLinked,
      () => true,
    ),
    toggle,
  ];
}
