import type { Accessor, Document, Primitive, TypedArray } from "@gltf-transform/core";

/** Normals that differ by less are one when vertices are put in order. */
const NORMAL_STEPS = 1000;
/** Bits an axis of the curve along which vertices are strung. */
const CURVE_BITS = 10;

/**
 * Puts vertices and triangles in an order that depends on where they are, not on how they came about.
 * Blender sums normals in several threads and orders vertices by their last bits: without this, the
 * same script gives other bytes each time. It also takes away an order that would tell how a thing
 * was modelled. Needs indexed triangles.
 */
export function orderCanonically(document: Document): void {
  for (const mesh of document.getRoot().listMeshes())
    for (const primitive of mesh.listPrimitives()) orderPrimitive(primitive);
}

function orderPrimitive(primitive: Primitive): void {
  const indices = primitive.getIndices();
  const corners = indices?.getArray();
  const position = primitive.getAttribute("POSITION");
  if (!indices || !corners || !position) return;
  const order = orderVertices(primitive, position.getCount());
  const rank = new Uint32Array(order.length);
  for (const [place, vertex] of order.entries()) rank[vertex] = place;
  for (const semantic of primitive.listSemantics()) {
    const accessor = primitive.getAttribute(semantic);
    if (accessor) primitive.setAttribute(semantic, permuted(accessor, order));
  }
  const renumbered = new Uint32Array(corners.length);
  for (let at = 0; at < corners.length; at++) renumbered[at] = rank[corners[at] ?? 0] ?? 0;
  const ordered = orderTriangles(renumbered, order.length);
  const fit = order.length > 65_535 ? ordered : Uint16Array.from(ordered);
  primitive.setIndices(indices.clone().setArray(fit));
}

type Column = { array: TypedArray; size: number; at: number; steps?: number };

/** Vertices along a curve, then by position, normal (as far as it is certain) and everything else. */
function orderVertices(primitive: Primitive, count: number): Uint32Array {
  const normals = columnsOf(primitive.getAttribute("NORMAL"));
  const others = primitive
    .listSemantics()
    .filter((semantic) => semantic !== "POSITION" && semantic !== "NORMAL")
    .sort()
    .flatMap((semantic) => columnsOf(primitive.getAttribute(semantic)));
  const columns = [
    ...columnsOf(primitive.getAttribute("POSITION")),
    ...normals.map((column) => ({ ...column, steps: NORMAL_STEPS })),
    ...others,
    ...normals,
  ];
  const along = placesOnCurve(columns.slice(0, 3), count);
  return Uint32Array.from({ length: count }, (_, n) => n).sort((a, b) => {
    const distance = (along[a] ?? 0) - (along[b] ?? 0);
    if (distance !== 0) return distance;
    for (const column of columns) {
      const difference = valueAt(column, a) - valueAt(column, b);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/**
 * Place of each position on a Z-order curve through its box: neighbours on it are neighbours in space,
 * which compresses better than an order by coordinates.
 */
function placesOnCurve(axes: readonly Column[], count: number): Uint32Array {
  const places = new Uint32Array(count);
  for (const [axis, column] of axes.entries()) {
    let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let vertex = 0; vertex < count; vertex++) {
      least = Math.min(least, valueAt(column, vertex));
      greatest = Math.max(greatest, valueAt(column, vertex));
    }
    const scale = greatest > least ? (2 ** CURVE_BITS - 1) / (greatest - least) : 0;
    for (let vertex = 0; vertex < count; vertex++) {
      const step = Math.round((valueAt(column, vertex) - least) * scale);
      places[vertex] = (places[vertex] ?? 0) | (spread(step) << axis);
    }
  }
  return places;
}

/** Two zero bits between each bit and the next. */
function spread(step: number): number {
  let bits = 0;
  for (let n = 0; n < CURVE_BITS; n++) bits |= ((step >> n) & 1) << (3 * n);
  return bits;
}

function columnsOf(accessor: Accessor | null): Column[] {
  const array = accessor?.getArray();
  if (!accessor || !array) return [];
  const size = accessor.getElementSize();
  return Array.from({ length: size }, (_, at) => ({ array, size, at }));
}

function valueAt({ array, size, at, steps }: Column, vertex: number): number {
  const value = array[vertex * size + at] ?? 0;
  return steps === undefined ? value : Math.round(value * steps);
}

function permuted(accessor: Accessor, order: Uint32Array): Accessor {
  const array = accessor.getArray();
  if (!array) return accessor;
  const size = accessor.getElementSize();
  const moved = array.slice();
  for (const [place, vertex] of order.entries())
    for (let at = 0; at < size; at++) moved[place * size + at] = array[vertex * size + at] ?? 0;
  return accessor.clone().setArray(moved);
}

/** Each triangle from its lowest vertex on, which keeps its winding, and all of them by their vertices. */
function orderTriangles(corners: Uint32Array, vertices: number): Uint32Array {
  const count = corners.length / 3;
  const leading = new Float64Array(count);
  for (let n = 0; n < count; n++) {
    const [a = 0, b = 0, c = 0] = corners.subarray(n * 3, n * 3 + 3);
    if (b < a && b < c) corners.set([b, c, a], n * 3);
    else if (c < a && c < b) corners.set([c, a, b], n * 3);
    leading[n] = (corners[n * 3] ?? 0) * vertices + (corners[n * 3 + 1] ?? 0);
  }
  const last = (n: number) => corners[n * 3 + 2] ?? 0;
  const order = Uint32Array.from({ length: count }, (_, n) => n).sort(
    (a, b) => (leading[a] ?? 0) - (leading[b] ?? 0) || last(a) - last(b),
  );
  const ordered = new Uint32Array(corners.length);
  for (const [place, n] of order.entries())
    ordered.set(corners.subarray(n * 3, n * 3 + 3), place * 3);
  return ordered;
}
