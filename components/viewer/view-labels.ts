import type { Shading } from "@/lib/viewer/stage";

/** Shadings as a voter reads them. "rendered" is the file's own materials. */
export const SHADING_LABELS: Record<Shading, string> = {
  clay: "Clay",
  normals: "Normals",
  wireframe: "Wireframe",
  rendered: "Materials",
};
