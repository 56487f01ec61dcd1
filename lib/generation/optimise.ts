import { type Document, Node, type Primitive, type Property } from "@gltf-transform/core";
import {
  clearNodeTransform,
  convertPrimitiveToTriangles,
  dedup,
  dequantize,
  flatten,
  join,
  meshopt,
  prune,
  simplify,
  weld,
} from "@gltf-transform/functions";
import { MeshoptEncoder, MeshoptSimplifier } from "meshoptimizer";
import { orderCanonically } from "@/lib/generation/canonical-order";
import { dropFlatNormals } from "@/lib/generation/flat-shading";

/** Part of provenance: raised whenever the same input gives other bytes. */
export const OPTIMISER_VERSION = "2";

/** Drawing modes below are points and lines, those above strips and fans. */
const TRIANGLES = 4;

/** Above this an object is simplified down to it, as far as the error allows. */
const SIMPLIFY_ABOVE_TRIANGLES = 200_000;
/**
 * Errors to try, as shares of the mesh's extent, which is at most its diagonal; the first is half of
 * the 0.2 % that is promised. The simplifier's measure is an estimate that thin ends can slip through:
 * whoever finds so asks for the next, and the last leaves every triangle.
 */
export const SIMPLIFY_ERRORS = [0.001, 0.0003, 0.0001, 0] as const;

export type OptimiseOptions = {
  /** Whether the file keeps its materials; clay, the paper's way, has none. */
  materials: boolean;
  /** Triangles drawn, as the gate counted them. */
  triangles: number;
  /** One of SIMPLIFY_ERRORS; the first unless given. */
  simplifyError?: number;
};

/**
 * Makes a GLB small and nameless, in place: nothing that tells its maker is left, equal and sibling
 * meshes are joined, vertices welded, and everything is quantised and compressed by meshopt.
 */
export async function optimise(document: Document, options: OptimiseOptions): Promise<void> {
  document.setLogger(SILENT);
  removeNames(document);
  removeExtraScenes(document);
  if (!options.materials) removeMaterials(document);
  keepTriangles(document);
  await document.transform(
    dequantize(),
    dedup(),
    // Simplifying would part the pieces where they were split.
    (one: Document) => dropFlatNormals(one, { split: !isSimplified(options) }),
    flatten(),
    bakeTransforms,
    join({ keepNamed: false }),
    weld(),
    orderCanonically,
    ...simplification(options),
    prune({ keepAttributes: false, keepExtras: false }),
    meshopt({ encoder: MeshoptEncoder, level: "high" }),
  );
  // Joining and quantising make nodes, meshes and accessors of their own.
  removeNames(document);
}

/** Blindness: what exporters write about themselves and what scripts called their parts. */
function removeNames(document: Document): void {
  const root = document.getRoot();
  const asset = root.getAsset();
  for (const key of Object.keys(asset)) if (key !== "version") delete asset[key];
  asset.generator = "Polyduel";
  for (const property of listProperties(document)) property.setName("").setExtras({});
  for (const texture of root.listTextures()) texture.setURI("");
  for (const buffer of root.listBuffers()) buffer.setURI("");
}

function listProperties(document: Document): Property[] {
  const root = document.getRoot();
  const edges = document.getGraph().listEdges();
  return [...new Set<Property>([root, ...edges.map((edge) => edge.getChild())])];
}

/** Only what the viewers show: the default scene. */
function removeExtraScenes(document: Document): void {
  const root = document.getRoot();
  const shown = root.getDefaultScene() ?? root.listScenes()[0];
  for (const scene of root.listScenes()) if (scene !== shown) scene.dispose();
  if (shown) root.setDefaultScene(shown);
}

function removeMaterials(document: Document): void {
  const root = document.getRoot();
  for (const material of root.listMaterials()) material.dispose();
  for (const texture of root.listTextures()) texture.dispose();
  for (const primitive of listPrimitives(document))
    for (const semantic of primitive.listSemantics())
      if (semantic !== "POSITION" && semantic !== "NORMAL") primitive.setAttribute(semantic, null);
}

/** Drops points and lines, which have no surface, and writes strips and fans out. */
function keepTriangles(document: Document): void {
  for (const primitive of listPrimitives(document)) {
    if (primitive.getMode() < TRIANGLES) primitive.dispose();
    else if (primitive.getMode() > TRIANGLES) convertPrimitiveToTriangles(primitive);
  }
}

/**
 * Moves transforms into the vertices. Viewers take the box around a mesh's own box: under a rotated
 * node that is larger than the object, and two equal objects would be framed differently.
 */
function bakeTransforms(document: Document): void {
  for (const node of document.getRoot().listNodes()) {
    const mesh = node.getMesh();
    if (!mesh) continue;
    const isShared = mesh.listParents().some((owner) => owner instanceof Node && owner !== node);
    if (isShared) node.setMesh(mesh.clone());
    clearNodeTransform(node);
  }
}

/** Whether an object of so many triangles is simplified at all. */
export function isSimplified({
  triangles,
  simplifyError: error = SIMPLIFY_ERRORS[0],
}: OptimiseOptions): boolean {
  return triangles > SIMPLIFY_ABOVE_TRIANGLES && error > 0;
}

function simplification(options: OptimiseOptions) {
  if (!isSimplified(options)) return [];
  const { triangles, simplifyError: error = SIMPLIFY_ERRORS[0] } = options;
  const ratio = SIMPLIFY_ABOVE_TRIANGLES / triangles;
  return [simplify({ simplifier: MeshoptSimplifier, ratio, error })];
}

function listPrimitives(document: Document): Primitive[] {
  return document
    .getRoot()
    .listMeshes()
    .flatMap((mesh) => mesh.listPrimitives());
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
