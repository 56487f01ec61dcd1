import type { GateAccessor, GateView } from "@/lib/generation/gate/gate-accessors";
import {
  array,
  forbid,
  integer,
  type JsonRecord,
  optionalReference,
  record,
  records,
} from "@/lib/generation/gate/gate-fields";
import type { GateLimits } from "@/lib/generation/gate/gate-limits";
import { GateRefusal, refuse } from "@/lib/generation/gate/gate-refusal";

/** What showing a mesh once costs, and the box of its positions. */
export type GateMesh = {
  primitives: number;
  triangles: number;
  vertices: number;
  min: [number, number, number];
  max: [number, number, number];
};

const BYTE = 5120;
const UNSIGNED_BYTE = 5121;
const SHORT = 5122;
const UNSIGNED_SHORT = 5123;
const UNSIGNED_INT = 5125;
const FLOAT = 5126;

const TRIANGLES = 4;
/** Index that restarts a strip, by component type: no vertex may have it. */
const RESTART = new Map([
  [UNSIGNED_BYTE, 0xff],
  [UNSIGNED_SHORT, 0xffff],
  [UNSIGNED_INT, 0xffffffff],
]);

const SEMANTIC =
  /^(?:(POSITION|NORMAL|TANGENT)|(TEXCOORD|COLOR|JOINTS|WEIGHTS)_\d{1,2}|_[A-Za-z0-9_]{1,60})$/;

const SHAPES = new Map([
  [
    "POSITION",
    { sizes: [3], plain: [FLOAT], quantized: [BYTE, UNSIGNED_BYTE, SHORT, UNSIGNED_SHORT] },
  ],
  ["NORMAL", { sizes: [3], plain: [FLOAT], quantized: [BYTE, SHORT] }],
  ["TANGENT", { sizes: [4], plain: [FLOAT], quantized: [BYTE, SHORT] }],
  [
    "TEXCOORD",
    { sizes: [2], plain: [FLOAT, UNSIGNED_BYTE, UNSIGNED_SHORT], quantized: [BYTE, SHORT] },
  ],
  ["COLOR", { sizes: [3, 4], plain: [FLOAT, UNSIGNED_BYTE, UNSIGNED_SHORT], quantized: [] }],
  ["JOINTS", { sizes: [4], plain: [UNSIGNED_BYTE, UNSIGNED_SHORT], quantized: [] }],
  ["WEIGHTS", { sizes: [4], plain: [FLOAT, UNSIGNED_BYTE, UNSIGNED_SHORT], quantized: [] }],
]);

export type MeshContext = {
  views: readonly GateView[];
  accessors: readonly GateAccessor[];
  materials: number;
  limits: GateLimits;
};

/** The meshes: triangles only, every index inside its vertices, every attribute of a known shape. */
export function readMeshes(root: JsonRecord, context: MeshContext): GateMesh[] {
  const quantized = array(root, "extensionsRequired", "extensionsRequired", 100).includes(
    "KHR_mesh_quantization",
  );
  const users = new Map<number, Set<GateAccessor>>();
  let primitives = 0;
  return records(root, "meshes", context.limits.meshes).map((mesh, at) => {
    const where = `meshes[${at}]`;
    forbid(mesh, ["weights"], where);
    const list = array(mesh, "primitives", `${where}.primitives`, context.limits.primitives);
    if (list.length === 0) refuse("structure", `${where} has no primitives`);
    primitives += list.length;
    if (primitives > context.limits.primitives) refuse("limit", "too many primitives");
    return list
      .map((one, n) => record(one, `${where}.primitives[${n}]`))
      .map((one, n) =>
        readPrimitive(one, `${where}.primitives[${n}]`, { ...context, quantized, users }),
      )
      .reduce(joinMeshes);
  });
}

type PrimitiveContext = MeshContext & {
  quantized: boolean;
  /** By buffer view: which accessors read vertices from it. */
  users: Map<number, Set<GateAccessor>>;
};

function readPrimitive(primitive: JsonRecord, where: string, context: PrimitiveContext): GateMesh {
  forbid(primitive, ["targets"], where);
  const mode = integer(primitive, "mode", { where, most: 6, absent: TRIANGLES });
  optionalReference(primitive, "material", where, context.materials);
  const attributes = record(primitive.attributes, `${where}.attributes`);
  if (Object.keys(attributes).length > context.limits.attributes)
    refuse("limit", `${where} has too many attributes`);
  const entries = Object.entries(attributes).map(([name, value]) => {
    if (!SEMANTIC.test(name)) refuse("structure", `${where} has an attribute of unknown name`);
    const at = optionalReference(attributes, name, where, context.accessors.length);
    const accessor = at === undefined ? undefined : context.accessors[at];
    if (!accessor || typeof value !== "number") return refuse("reference", where);
    checkAttribute(name, accessor, context);
    return { name, accessor };
  });
  const position = entries.find(({ name }) => name === "POSITION")?.accessor;
  if (!position) return refuse("structure", `${where} has no positions`);
  const vertices = position.count;
  if (entries.some(({ accessor }) => accessor.count !== vertices))
    refuse("range", `${where}: attributes of different length`);
  const corners = cornersOf(primitive, where, { ...context, vertices });
  if (mode === TRIANGLES && corners % 3 !== 0)
    refuse("range", `${where}: ${corners} corners make no whole triangles`);
  const [minX, minY, minZ] = position.min;
  const [maxX, maxY, maxZ] = position.max;
  return {
    primitives: 1,
    triangles: trianglesOf(mode, corners),
    vertices,
    min: [minX ?? 0, minY ?? 0, minZ ?? 0],
    max: [maxX ?? 0, maxY ?? 0, maxZ ?? 0],
  };
}

function checkAttribute(name: string, accessor: GateAccessor, context: PrimitiveContext): void {
  const { where } = accessor;
  const view = context.views[accessor.view];
  if (!view) throw new GateRefusal("reference", where);
  if (accessor.stride % 4 !== 0 || accessor.offset % 4 !== 0 || view.offset % 4 !== 0)
    refuse("range", `${where}: vertex data is not aligned to four bytes`);
  const users = context.users.get(accessor.view) ?? new Set<GateAccessor>();
  context.users.set(accessor.view, users.add(accessor));
  if (users.size > 1 && view.stride === undefined)
    refuse("range", `${where}: interleaved vertex data without a stride`);
  const shape = SHAPES.get(name.replace(/_\d+$/, ""));
  if (!shape) return;
  const types = context.quantized ? [...shape.plain, ...shape.quantized] : shape.plain;
  if (!shape.sizes.includes(accessor.size) || !types.includes(accessor.componentType))
    refuse("structure", `${where} has no fit type for ${name}`);
  if (name !== "POSITION") return;
  if (!accessor.bounded) refuse("structure", `${where}: positions without min and max`);
  const reach = Math.max(...accessor.min.map(Math.abs), ...accessor.max.map(Math.abs));
  if (reach >= context.limits.coordinate) refuse("value", `${where}: a position is too far away`);
}

/** How many corners are drawn: indices, or vertices without them. */
function cornersOf(
  primitive: JsonRecord,
  where: string,
  { accessors, views, vertices }: PrimitiveContext & { vertices: number },
): number {
  const at = optionalReference(primitive, "indices", where, accessors.length);
  if (at === undefined) return vertices;
  const indices = accessors[at];
  const restart = indices && RESTART.get(indices.componentType);
  if (indices?.size !== 1 || restart === undefined || indices.normalized)
    return refuse("structure", `${where}: indices of the wrong type`);
  if (views[indices.view]?.stride !== undefined)
    refuse("structure", `${where}: indices with a stride`);
  const greatest = indices.max[0] ?? 0;
  if (greatest >= vertices || greatest === restart)
    refuse("range", `${where}: an index points behind the vertices`);
  return indices.count;
}

/** Points and lines are legal but have no surface: they count as nothing and are dropped later. */
function trianglesOf(mode: number, corners: number): number {
  if (mode < TRIANGLES) return 0;
  return mode === TRIANGLES ? corners / 3 : Math.max(0, corners - 2);
}

function joinMeshes(a: GateMesh, b: GateMesh): GateMesh {
  return {
    primitives: a.primitives + b.primitives,
    triangles: a.triangles + b.triangles,
    vertices: a.vertices + b.vertices,
    min: [Math.min(a.min[0], b.min[0]), Math.min(a.min[1], b.min[1]), Math.min(a.min[2], b.min[2])],
    max: [Math.max(a.max[0], b.max[0]), Math.max(a.max[1], b.max[1]), Math.max(a.max[2], b.max[2])],
  };
}
