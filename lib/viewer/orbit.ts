import { framingDistance, type Vector, viewPosition } from "./framing";

/**
 * Where a voter's camera stands around an object, as plain values: radians in three's spherical
 * convention (azimuth about Y from +Z, polar from +Y), lengths in bounding radii. The same orbit shows
 * two objects of any size alike.
 */
export type Orbit = { azimuth: number; polar: number; distance: number; target: Vector };

/** One press of an arrow key, or of a turn button. */
export const ORBIT_STEP = Math.PI / 8;

/** One press of Page Up; Page Down is its inverse. */
export const ZOOM_STEP = 0.8;

/** Nobody gets lost: never over the poles, into the object, far away, or off to the side. */
export const ORBIT_LIMITS = {
  minPolar: Math.PI / 16,
  maxPolar: (15 * Math.PI) / 16,
  minDistance: 1.05,
  maxDistance: 9,
  /** How far the target may be panned from the centre, along each axis. */
  pan: 0.6,
} as const;

/** The view that posters show: the first of the paper's four, with the whole object in frame. */
export function homeOrbit(aspect: number): Orbit {
  const [x, y, z] = viewPosition(45, aspect);
  const distance = framingDistance(aspect);
  return {
    azimuth: Math.atan2(x, z),
    polar: Math.acos(y / distance),
    distance,
    target: [0, 0, 0],
  };
}

/** Camera position of an orbit. */
export function orbitPosition({ azimuth, polar, distance, target }: Orbit): Vector {
  const [x, y, z] = target;
  const horizontal = distance * Math.sin(polar);
  return [
    x + horizontal * Math.sin(azimuth),
    y + distance * Math.cos(polar),
    z + horizontal * Math.cos(azimuth),
  ];
}
