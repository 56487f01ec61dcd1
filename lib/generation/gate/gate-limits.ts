/** Part of provenance: raised whenever the gate accepts or refuses differently. */
export const GATE_VERSION = "1";

const MEBIBYTE = 1024 * 1024;

/** What an object may be at most. Real ones of the paper's 212 prompts stay under a third of each. */
export const GATE_LIMITS = {
  fileBytes: 64 * MEBIBYTE,
  jsonBytes: 16 * MEBIBYTE,
  /** Objects and arrays within one another. */
  jsonDepth: 32,
  /** Commas, colons and opening brackets, which bound the number of values. */
  jsonTokens: 2_000_000,
  nodes: 20_000,
  nodeDepth: 64,
  scenes: 16,
  meshes: 20_000,
  primitives: 20_000,
  attributes: 16,
  accessors: 100_000,
  bufferViews: 100_000,
  materials: 4_096,
  textures: 1_024,
  samplers: 1_024,
  images: 64,
  /** Together, in case many accessors look at the same bytes. */
  accessorBytes: 96 * MEBIBYTE,
  /** As drawn: a mesh counts once for each node that shows it. */
  drawnTriangles: 2_000_000,
  drawnVertices: 6_000_000,
  drawnPrimitives: 40_000,
  /** Of a position or a transform, in metres, also after all transforms. */
  coordinate: 1e6,
  /** Smallest length of the bounding box's diagonal, in metres. */
  extent: 1e-6,
  imageSide: 4_096,
  imagePixels: 64 * MEBIBYTE,
} as const;

export type GateLimits = { [name in keyof typeof GATE_LIMITS]: number };
