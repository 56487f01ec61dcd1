import type { Orbit } from "@/lib/viewer/orbit";

/** A camera's place, and the shape of the viewport that it was found in. */
export type Place = { orbit: Orbit; aspect: number };

/** What can be done to one view, whether it is drawn live or turned through posters. */
export type ViewHandle = {
  /** Back to the view that the posters show. */
  home: () => void;
  /** Turns by angles in radians: positive azimuth to the right, positive polar downwards. */
  turn: (azimuth: number, polar: number) => void;
  /** Scales the distance: below 1 comes closer. */
  zoom: (factor: number) => void;
  /** Moves what is looked at, in bounding radii: positive to the right and down. */
  pan: (right: number, down: number) => void;
  /** Stands at once where another camera stands. */
  follow: (place: Place) => void;
};
