import type { Orbit } from "./orbit";

const AROUND = [
  "the front",
  "front right",
  "the right",
  "back right",
  "the back",
  "back left",
  "the left",
  "front left",
] as const;

/**
 * From where an orbit looks, in words: "front left, slightly above". The front is Blender's (−Y there,
 * +Z in glTF), right and left are an observer's who faces it.
 */
export function describeOrbit({ azimuth, polar }: Pick<Orbit, "azimuth" | "polar">): string {
  const eighth = Math.round(azimuth / (Math.PI / 4));
  const around = AROUND[((eighth % 8) + 8) % 8];
  const elevation = 90 - (polar * 180) / Math.PI;
  const side = elevation > 0 ? "above" : "below";
  const height = Math.abs(elevation);
  if (height < 8) return `${around}, at its height`;
  if (height < 30) return `${around}, slightly ${side}`;
  if (height < 60) return `${around}, ${side}`;
  return `${around}, far ${side}`;
}
