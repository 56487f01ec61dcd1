import {
  integer,
  type JsonRecord,
  numbers,
  records,
  reference,
} from "@/lib/generation/gate/gate-fields";
import type { GateLimits } from "@/lib/generation/gate/gate-limits";
import { refuse } from "@/lib/generation/gate/gate-refusal";

/** A byte range of the binary chunk. */
export type GateView = { offset: number; length: number; stride: number | undefined };

type Component = Float32Array | Int8Array | Uint8Array | Int16Array | Uint16Array | Uint32Array;

/** An accessor whose every byte is known to lie inside the file, and what its values span. */
export type GateAccessor = {
  where: string;
  view: number;
  componentType: number;
  /** Numbers an element. */
  size: number;
  count: number;
  normalized: boolean;
  /** Byte distance between elements and from the view's start. */
  stride: number;
  offset: number;
  /** Per number of an element; of float accessors all values are finite. */
  min: number[];
  max: number[];
  /** Whether min and max were in the file (and then agreed with the values). */
  bounded: boolean;
};

const SIZES = new Map<unknown, number>([
  ["SCALAR", 1],
  ["VEC2", 2],
  ["VEC3", 3],
  ["VEC4", 4],
]);

const COMPONENTS = new Map<number, { bytes: number; on: (bin: Uint8Array) => Component }>([
  [5120, { bytes: 1, on: (b) => new Int8Array(b.buffer, b.byteOffset, b.byteLength) }],
  [5121, { bytes: 1, on: (b) => b }],
  [5122, { bytes: 2, on: (b) => new Int16Array(b.buffer, b.byteOffset, b.byteLength >> 1) }],
  [5123, { bytes: 2, on: (b) => new Uint16Array(b.buffer, b.byteOffset, b.byteLength >> 1) }],
  [5125, { bytes: 4, on: (b) => new Uint32Array(b.buffer, b.byteOffset, b.byteLength >> 2) }],
  [5126, { bytes: 4, on: (b) => new Float32Array(b.buffer, b.byteOffset, b.byteLength >> 2) }],
]);

/** The buffer views, all of them ranges of the one binary chunk. */
export function readViews(root: JsonRecord, bin: Uint8Array, limits: GateLimits): GateView[] {
  const buffers = records(root, "buffers", 1);
  const [buffer] = buffers;
  const bytes = buffer
    ? integer(buffer, "byteLength", { where: "buffers[0]", least: 1, most: bin.byteLength })
    : 0;
  // The chunk may only be padded to a multiple of four beyond its buffer.
  if (bin.byteLength - bytes > 3) refuse("range", "binary data that no buffer owns");
  return records(root, "bufferViews", limits.bufferViews).map((view, at) => {
    const where = `bufferViews[${at}]`;
    reference(view, "buffer", where, buffers.length);
    const offset = integer(view, "byteOffset", { where, most: bytes, absent: 0 });
    const length = integer(view, "byteLength", { where, least: 1, most: bytes - offset });
    const stride =
      view.byteStride === undefined
        ? undefined
        : integer(view, "byteStride", { where, least: 4, most: 252 });
    if (stride !== undefined && (stride % 4 !== 0 || stride > length))
      refuse("range", `${where}.byteStride does not fit`);
    return { offset, length, stride };
  });
}

/** The accessors, range-checked, read through once. */
export function readAccessors(
  root: JsonRecord,
  { views, bin, limits }: { views: readonly GateView[]; bin: Uint8Array; limits: GateLimits },
): GateAccessor[] {
  let total = 0;
  return records(root, "accessors", limits.accessors).map((json, at) => {
    const where = `accessors[${at}]`;
    const accessor = readAccessor(json, where, views);
    total += accessor.count * accessor.stride;
    if (total > limits.accessorBytes) refuse("limit", "the accessors read too many bytes");
    const span = measure(accessor, bin, views);
    const bounded = checkBounds(json, { accessor, ...span });
    return { ...accessor, ...span, bounded };
  });
}

type Layout = Omit<GateAccessor, "min" | "max" | "bounded">;

function readAccessor(json: JsonRecord, where: string, views: readonly GateView[]): Layout {
  if (json.sparse !== undefined) refuse("sparse", `${where} is sparse`);
  const view = reference(json, "bufferView", where, views.length);
  const range = views[view] ?? refuse("reference", where);
  const componentType = integer(json, "componentType", { where, most: 5126 });
  const component = COMPONENTS.get(componentType);
  if (!component) return refuse("structure", `${where}.componentType is unknown`);
  const size = SIZES.get(json.type);
  if (size === undefined) return refuse("unsupported", `${where}.type`);
  const elementBytes = size * component.bytes;
  const offset = integer(json, "byteOffset", { where, most: range.length, absent: 0 });
  if (offset % component.bytes !== 0 || (range.offset + offset) % component.bytes !== 0)
    refuse("range", `${where} is not aligned`);
  const stride = range.stride ?? elementBytes;
  if (stride < elementBytes) refuse("range", `${where}: the stride is smaller than an element`);
  const room = Math.floor((range.length - offset - elementBytes) / stride) + 1;
  const count = integer(json, "count", { where, least: 1, most: Math.max(0, room) });
  const { normalized = false } = json;
  if (typeof normalized !== "boolean") refuse("structure", `${where}.normalized`);
  return { where, view, componentType, size, count, normalized, stride, offset };
}

/** Least and greatest value per number of an element. A float that is not finite is refused. */
function measure(accessor: Layout, bin: Uint8Array, views: readonly GateView[]) {
  const component = COMPONENTS.get(accessor.componentType);
  const view = views[accessor.view];
  if (!component || !view) return refuse("reference", accessor.where);
  const values = component.on(bin);
  const first = (view.offset + accessor.offset) / component.bytes;
  const step = accessor.stride / component.bytes;
  const min: number[] = [];
  const max: number[] = [];
  for (let part = 0; part < accessor.size; part++) {
    let least = Number.POSITIVE_INFINITY;
    let greatest = Number.NEGATIVE_INFINITY;
    let sum = 0;
    for (let n = 0, at = first + part; n < accessor.count; n++, at += step) {
      const value = values[at] ?? Number.NaN;
      sum += value * 0;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    // 0 · x is 0 for every finite x and NaN for the others: one test for the whole column.
    if (sum !== 0) refuse("value", `${accessor.where} holds a value that is not finite`);
    min.push(least);
    max.push(greatest);
  }
  return { min, max };
}

/** three.js frames objects by the file's min and max, so they must be the truth. */
function checkBounds(
  json: JsonRecord,
  { accessor, min, max }: { accessor: Layout; min: number[]; max: number[] },
): boolean {
  const rule = { where: accessor.where, length: accessor.size, most: Number.MAX_VALUE };
  const saidMin = numbers(json, "min", rule);
  const saidMax = numbers(json, "max", rule);
  if (differs(saidMin, min) || differs(saidMax, max))
    refuse("value", `${accessor.where}: min or max is not that of the values`);
  return saidMin !== undefined && saidMax !== undefined;
}

/** Compared as 32-bit floats: JSON may carry fewer or more digits than the values have. */
function differs(said: number[] | undefined, real: number[]): boolean {
  if (said === undefined) return false;
  return said.some((value, at) => Math.fround(value) !== Math.fround(real[at] ?? Number.NaN));
}
