/** What a voter can do to one view, whether it is drawn live or turned through posters. */
export type ViewHandle = {
  /** Back to the view that the posters show. */
  home: () => void;
  /** Turns by angles in radians: positive azimuth to the right, positive polar downwards. */
  turn: (azimuth: number, polar: number) => void;
  /** Scales the distance: below 1 comes closer. */
  zoom: (factor: number) => void;
};
