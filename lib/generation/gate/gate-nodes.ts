import {
  array,
  forbid,
  indexOf,
  type JsonRecord,
  numbers,
  optionalReference,
  records,
} from "@/lib/generation/gate/gate-fields";
import type { GateLimits } from "@/lib/generation/gate/gate-limits";
import type { GateMesh } from "@/lib/generation/gate/gate-meshes";
import { refuse } from "@/lib/generation/gate/gate-refusal";
import { compose, IDENTITY, type Matrix, multiply, transformPoint } from "@/lib/generation/matrix";

/** What the default scene shows, each mesh counted for each node that shows it. */
export type GateScene = { nodes: number; triangles: number; vertices: number };

type Node = {
  children: number[];
  mesh: number | undefined;
  matrix: Matrix;
};

/** Walks the default scene: a forest of bounded depth whose every corner stays near the origin. */
export function readScene(
  root: JsonRecord,
  { meshes, limits }: { meshes: readonly GateMesh[]; limits: GateLimits },
): GateScene {
  const list = records(root, "nodes", limits.nodes);
  const nodes = list.map((json, at) => readNode(json, at, { count: list.length, meshes, limits }));
  const parents = parentsOf(nodes);
  const depths = checkForest(nodes, parents, limits);
  const roots = defaultSceneRoots(root, { parents, limits });
  return drawScene(roots, { nodes, meshes, limits, depths });
}

type NodeContext = { count: number; meshes: readonly GateMesh[]; limits: GateLimits };

function readNode(json: JsonRecord, at: number, { count, meshes, limits }: NodeContext): Node {
  const where = `nodes[${at}]`;
  forbid(json, ["skin", "camera", "weights"], where);
  const children = array(json, "children", `${where}.children`, count).map((child) =>
    indexOf(child, `${where}.children`, count),
  );
  const most = limits.coordinate;
  const matrix = numbers(json, "matrix", { where, length: 16, most });
  const translation = numbers(json, "translation", { where, length: 3, most });
  const rotation = numbers(json, "rotation", { where, length: 4, most: 1 });
  const scale = numbers(json, "scale", { where, length: 3, most });
  if (matrix && (translation || rotation || scale))
    refuse("structure", `${where} has a matrix and its parts`);
  if (matrix?.some((value, n) => n % 4 === 3 && value !== (n === 15 ? 1 : 0)))
    refuse("structure", `${where}.matrix is not affine`);
  if (rotation && Math.abs(Math.hypot(...rotation) - 1) > 0.005)
    refuse("value", `${where}.rotation is no unit quaternion`);
  return {
    children,
    mesh: optionalReference(json, "mesh", where, meshes.length),
    matrix: matrix ?? compose({ translation, rotation, scale }),
  };
}

function parentsOf(nodes: readonly Node[]): Int32Array {
  const parents = new Int32Array(nodes.length).fill(-1);
  for (const [at, node] of nodes.entries())
    for (const child of node.children) {
      if (parents[child] !== -1) refuse("graph", `nodes[${child}] has more than one parent`);
      parents[child] = at;
    }
  return parents;
}

/** Depth of every node from its root. With one parent each, what no root reaches is a cycle. */
function checkForest(nodes: readonly Node[], parents: Int32Array, limits: GateLimits): Int32Array {
  const depths = new Int32Array(nodes.length).fill(-1);
  const open = [...nodes.keys()].filter((at) => parents[at] === -1);
  for (const at of open) depths[at] = 1;
  let seen = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    seen++;
    const depth = depths[at] ?? 0;
    if (depth > limits.nodeDepth) refuse("graph", "the nodes are nested too deeply");
    for (const child of nodes[at]?.children ?? []) {
      depths[child] = depth + 1;
      open.push(child);
    }
  }
  if (seen !== nodes.length) refuse("graph", "the nodes form a cycle");
  return depths;
}

function defaultSceneRoots(
  root: JsonRecord,
  { parents, limits }: { parents: Int32Array; limits: GateLimits },
): number[] {
  const scenes = records(root, "scenes", limits.scenes).map((scene, at) => {
    const where = `scenes[${at}].nodes`;
    const roots = array(scene, "nodes", where, parents.length).map((node) =>
      indexOf(node, where, parents.length),
    );
    if (new Set(roots).size !== roots.length) refuse("graph", `${where} repeats a node`);
    if (roots.some((node) => parents[node] !== -1)) refuse("graph", `${where} is not all roots`);
    return roots;
  });
  const chosen = optionalReference(root, "scene", "scene", scenes.length) ?? 0;
  return scenes[chosen] ?? [];
}

type DrawContext = {
  nodes: readonly Node[];
  meshes: readonly GateMesh[];
  limits: GateLimits;
  depths: Int32Array;
};

function drawScene(roots: readonly number[], { nodes, meshes, limits }: DrawContext): GateScene {
  const drawn = { nodes: 0, triangles: 0, vertices: 0, primitives: 0 };
  const box = { min: [Infinity, Infinity, Infinity], max: [-Infinity, -Infinity, -Infinity] };
  const open = roots.map((at) => ({ at, parent: IDENTITY }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const node = nodes[next.at];
    if (!node) continue;
    drawn.nodes++;
    const world = multiply(next.parent, node.matrix);
    if (!world.every((value) => Math.abs(value) < limits.coordinate))
      refuse("value", `nodes[${next.at}]: the transform is too large`);
    const mesh = node.mesh === undefined ? undefined : meshes[node.mesh];
    if (mesh) draw(mesh, { world, drawn, box, limits });
    for (const child of node.children) open.push({ at: child, parent: world });
  }
  if (drawn.triangles === 0) refuse("empty", "no triangle in the default scene");
  if (Math.hypot(...box.max.map((value, n) => value - (box.min[n] ?? 0))) < limits.extent)
    refuse("value", "the object has no extent");
  return { nodes: drawn.nodes, triangles: drawn.triangles, vertices: drawn.vertices };
}

type Drawing = {
  world: Matrix;
  drawn: { triangles: number; vertices: number; primitives: number };
  box: { min: number[]; max: number[] };
  limits: GateLimits;
};

function draw(mesh: GateMesh, { world, drawn, box, limits }: Drawing): void {
  drawn.triangles += mesh.triangles;
  drawn.vertices += mesh.vertices;
  drawn.primitives += mesh.primitives;
  if (drawn.triangles > limits.drawnTriangles)
    refuse("limit", `more than ${limits.drawnTriangles} triangles`);
  if (drawn.vertices > limits.drawnVertices) refuse("limit", "too many vertices");
  if (drawn.primitives > limits.drawnPrimitives) refuse("limit", "too many primitives");
  for (let corner = 0; corner < 8; corner++) {
    const point = [0, 1, 2].map((axis) =>
      corner & (1 << axis) ? (mesh.max[axis] ?? 0) : (mesh.min[axis] ?? 0),
    );
    for (const [axis, value] of transformPoint(world, point).entries()) {
      if (!(Math.abs(value) < limits.coordinate)) refuse("value", "a corner is too far away");
      box.min[axis] = Math.min(box.min[axis] ?? value, value);
      box.max[axis] = Math.max(box.max[axis] ?? value, value);
    }
  }
}
