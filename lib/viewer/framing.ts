/**
 * Where the camera stands. Lengths are in units of the object's bounding radius, so that two objects
 * framed alike are judged alike, whatever size their scripts gave them.
 */

/** Vertical field of view in degrees: the paper's 50 mm lens on a 36 mm sensor, 2·atan(18/50). */
export const FIELD_OF_VIEW_DEGREES = (2 * Math.atan(18 / 50) * 180) / Math.PI;

/** Camera height over distance is 0.6 / 1.8 in the paper's renders (arXiv:2606.01057). */
const ELEVATION_DEGREES = (Math.atan(0.6 / 1.8) * 180) / Math.PI;

/** The paper's four reference views, in Blender's azimuth (from +X towards +Y). */
export const VIEW_AZIMUTHS_DEGREES = [45, 135, 225, 315] as const;

/** Free space around the bounding sphere, as a factor of its radius. */
const MARGIN = 1.04;

export type Vector = readonly [x: number, y: number, z: number];

/**
 * Distance in bounding radii at which the whole bounding sphere is in view.
 * The narrower of the two fields of view decides, so the central square of any viewport shows the
 * same picture as a square one.
 */
export function framingDistance(aspect: number): number {
  const vertical = (FIELD_OF_VIEW_DEGREES * Math.PI) / 180;
  const horizontal = 2 * Math.atan(Math.tan(vertical / 2) * aspect);
  return MARGIN / Math.sin(Math.min(vertical, horizontal) / 2);
}

/**
 * Camera position in glTF axes (Y up) for an azimuth and elevation given in Blender's (Z up):
 * Blender (x, y, z) is glTF (x, z, -y).
 */
export function viewPosition(azimuthDegrees: number, aspect: number): Vector {
  const azimuth = (azimuthDegrees * Math.PI) / 180;
  const elevation = (ELEVATION_DEGREES * Math.PI) / 180;
  const distance = framingDistance(aspect);
  return [
    distance * Math.cos(elevation) * Math.cos(azimuth),
    distance * Math.sin(elevation),
    -distance * Math.cos(elevation) * Math.sin(azimuth),
  ];
}
