import type { Document } from "@gltf-transform/core";
import * as z from "zod";
import { findConnectedParts, isWatertight } from "@/lib/generation/connected-parts";
import { findContactClusters } from "@/lib/generation/contact-clusters";
import {
  type Bounds,
  boundsOf,
  collectTriangles,
  diagonalOf,
  type TriangleSoup,
} from "@/lib/generation/triangle-soup";
import { weldPositions } from "@/lib/generation/weld-positions";

/** Share of the diagonal by which equal bounds may differ: less than an eye could see. */
const BOUNDS_TOLERANCE = 1e-4;
/** Vertices nearer than this share of the diagonal are one vertex. */
const WELD_SHARE = 1e-5;

const triple = z.tuple([z.number(), z.number(), z.number()]);

export const meshStatsSchema = z.object({
  triangles: z.int().nonnegative(),
  /** As exported: split at hard edges and seams. */
  vertices: z.int().nonnegative(),
  /** Nodes that draw a mesh. */
  meshes: z.int().nonnegative(),
  materials: z.int().nonnegative(),
  /** Metres, Y up. */
  bounds: z.object({ min: triple, max: triple, extent: triple }),
  /** Pieces of surface that share no vertex. */
  parts: z.int().nonnegative(),
  /** Groups of parts that touch. */
  clusters: z.int().nonnegative(),
  /** Share of the surface outside the largest group: what floats. */
  floatingAreaShare: z.number().min(0).max(1),
  watertight: z.boolean(),
});

export type MeshStats = z.infer<typeof meshStatsSchema>;

/**
 * What can be said of an object's geometry, from the raw GLB: quantisation would already move vertices
 * apart or together. Throws when there is no triangle, which the gate has ruled out.
 */
export function computeMeshStats(document: Document): MeshStats {
  const soup = collectTriangles(document);
  const bounds = boundsOf(soup);
  if (!bounds) throw new Error("no triangle to measure");
  return {
    triangles: soup.triangles.length / 3,
    vertices: soup.positions.length / 3,
    meshes: soup.meshes,
    materials: document.getRoot().listMaterials().length,
    bounds: describeBounds(bounds),
    ...describeTopology(soup, bounds),
  };
}

/** Bounds with their extent, to a millionth of the diagonal: what is beyond is the exporter's rounding. */
export function describeBounds(bounds: Bounds): MeshStats["bounds"] {
  const digits = Math.min(20, Math.max(0, 6 - Math.floor(Math.log10(diagonalOf(bounds)))));
  // Adding zero turns -0, which JSON would not give back, into 0.
  const round = (value: number) => Number(value.toFixed(digits)) + 0;
  const { min, max } = bounds;
  return {
    min: [round(min[0]), round(min[1]), round(min[2])],
    max: [round(max[0]), round(max[1]), round(max[2])],
    extent: [round(max[0] - min[0]), round(max[1] - min[1]), round(max[2] - min[2])],
  };
}

/** Whether two objects fill the same box, as far as an eye could see. */
export function sameBounds(one: MeshStats["bounds"], other: MeshStats["bounds"]): boolean {
  const tolerance = Math.hypot(...one.extent) * BOUNDS_TOLERANCE;
  return ([0, 1, 2] as const).every(
    (axis) =>
      Math.abs(one.min[axis] - other.min[axis]) <= tolerance &&
      Math.abs(one.max[axis] - other.max[axis]) <= tolerance,
  );
}

function describeTopology(soup: TriangleSoup, bounds: Bounds) {
  const welded = weldPositions(soup.positions, diagonalOf(bounds) * WELD_SHARE);
  const triangles = soup.triangles.map((vertex) => welded[vertex] ?? vertex);
  const mesh = { positions: soup.positions, triangles };
  const parts = findConnectedParts(mesh);
  const clusterOf = findContactClusters(mesh, parts, bounds);
  const areas = new Map<number, number>();
  for (const [part, cluster] of clusterOf.entries())
    areas.set(cluster, (areas.get(cluster) ?? 0) + (parts.areas[part] ?? 0));
  const total = [...areas.values()].reduce((sum, area) => sum + area, 0);
  const largest = Math.max(...areas.values());
  return {
    parts: parts.areas.length,
    clusters: areas.size,
    floatingAreaShare: total > 0 ? Number(Math.max(0, 1 - largest / total).toFixed(4)) : 0,
    watertight: isWatertight(mesh),
  };
}
