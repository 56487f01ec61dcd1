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

/** Part of provenance: raised whenever the same input gives other bytes. */
export const OPTIMISER_VERSION = "1";

/** Drawing modes below are points and lines, those above strips and fans. */
const TRIANGLES = 4;

/** Above this an object is simplified down to it, as far as the error allows. */
const SIMPLIFY_ABOVE_TRIANGLES = 200_000;
/** Of the mesh's extent, which is at most its diagonal; half of the 0.2 % that is promised. */
const SIMPLIFY_ERROR = 0.001;

export type OptimiseOptions = {
  /** Whether the file keeps its materials; clay, the paper's way, has none. */
  materials: boolean;
  /** Triangles drawn, as the gate counted them. */
  triangles: number;
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
    flatten(),
    bakeTransforms,
    join({ keepNamed: false }),
    weld(),
    orderCanonically,
    ...simplification(options.triangles),
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

function simplification(triangles: number) {
  if (triangles <= SIMPLIFY_ABOVE_TRIANGLES) return [];
  const ratio = SIMPLIFY_ABOVE_TRIANGLES / triangles;
  return [simplify({ simplifier: MeshoptSimplifier, ratio, error: SIMPLIFY_ERROR })];
}

function listPrimitives(document: Document): Primitive[] {
  return document
    .getRoot()
    .listMeshes()
    .flatMap((mesh) => mesh.listPrimitives());
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
