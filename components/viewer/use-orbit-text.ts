import { type RefObject, useEffect } from "react";
import type { Orbit } from "@/lib/viewer/orbit";
import type { SideCamera } from "./camera-link";

/** Keeps where a camera stands on its element, past React: a camera moves in every frame. */
export function useOrbitText(element: RefObject<HTMLElement | null>, camera: SideCamera): void {
  useEffect(
    () =>
      camera.listen(({ orbit }) => element.current?.setAttribute("data-orbit", toOrbitText(orbit))),
    [element, camera],
  );
}

/** "azimuth,polar,distance,x,y,z": radians and bounding radii, the same for two views that are alike. */
function toOrbitText({ azimuth, polar, distance, target }: Orbit): string {
  return [azimuth, polar, distance, ...target].map((value) => value.toFixed(5)).join(",");
}
