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

/** One press of an arrow key with Shift, in bounding radii. */
export const PAN_STEP = 0.1;

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
  return orbitAt(viewPosition(45, aspect), [0, 0, 0]);
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

/** The orbit of a camera that stands here and looks there: the inverse of `orbitPosition`. */
export function orbitAt(position: Vector, target: Vector): Orbit {
  const x = position[0] - target[0];
  const y = position[1] - target[1];
  const z = position[2] - target[2];
  const distance = Math.hypot(x, y, z);
  return {
    azimuth: Math.atan2(x, z),
    polar: distance > 0 ? Math.acos(y / distance) : 0,
    distance,
    target,
  };
}

/** The same view in a viewport of another shape: the object keeps its share of the frame. */
export function reframe(orbit: Orbit, from: number, to: number): Orbit {
  if (from === to) return orbit;
  return { ...orbit, distance: (orbit.distance * framingDistance(to)) / framingDistance(from) };
}

/** Which of `count` pictures, evenly around the object from home on, shows it most like an orbit does. */
export function nearestView(orbit: Orbit, count: number): number {
  const turns = (orbit.azimuth - homeOrbit(1).azimuth) / (2 * Math.PI);
  const steps = Math.round(turns * count);
  return ((steps % count) + count) % count;
}

/** The orbit of the picture with an index, at home's height and distance. */
export function viewOrbit(index: number, count: number): Orbit {
  const home = homeOrbit(1);
  return { ...home, azimuth: home.azimuth + (index * 2 * Math.PI) / count };
}
