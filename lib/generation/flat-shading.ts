import type { Document, Primitive, TypedArray } from "@gltf-transform/core";

/** Normals of a triangle's corners that differ by less are one (cosine of 0.2°). */
const SAME = Math.cos((0.2 * Math.PI) / 180);
/** A quad that is bent by less than this looks flat: each of its triangles may have a normal of its own. */
const FLAT = Math.cos((2 * Math.PI) / 180);
/** From this share of the area on, a rest that is no piece of its own is taken for flat too. */
const NEARLY_ALL = 0.98;
/** Fewer triangles are not worth a draw call of their own. */
const FEWEST_TRIANGLES = 64;

/**
 * Drops the normals of flat-shaded triangles: without them, glTF has viewers shade flat, and corners
 * that differed in their normals alone become one vertex, a quarter of them for quads. Where only a
 * part is flat it becomes a primitive of its own if `split` allows; else the whole keeps its normals.
 */
export function dropFlatNormals(document: Document, { split }: { split: boolean }): void {
  for (const mesh of document.getRoot().listMeshes())
    for (const primitive of mesh.listPrimitives()) {
      // Its tangents come from the normals.
      if (primitive.getMaterial()?.getNormalTexture()) continue;
      const { flat, other, flatShare } = separate(primitive);
      const isOtherWorthIt = split && isWorthIt(other);
      if (flatShare >= NEARLY_ALL && !isOtherWorthIt) primitive.setAttribute("NORMAL", null);
      else if (split && isWorthIt(flat)) {
        const flatPart = withIndices(document, primitive, flat).setAttribute("NORMAL", null);
        mesh.addPrimitive(flatPart).addPrimitive(withIndices(document, primitive, other));
        primitive.dispose();
      }
    }
}

function isWorthIt(corners: readonly number[]): boolean {
  return corners.length / 3 >= FEWEST_TRIANGLES;
}

type Separated = { flat: number[]; other: number[]; flatShare: number };

/** The corners of triangles that are shaded flat, and those of the others. */
function separate(primitive: Primitive): Separated {
  const separated: Separated = { flat: [], other: [], flatShare: 0 };
  const positions = primitive.getAttribute("POSITION")?.getArray();
  const normals = primitive.getAttribute("NORMAL")?.getArray();
  if (!positions || !normals) return separated;
  const indices = primitive.getIndices()?.getArray() ?? countTo(positions.length / 3);
  let [area, flatArea] = [0, 0];
  for (let at = 0; at + 2 < indices.length; at += 3) {
    const corners = [indices[at] ?? 0, indices[at + 1] ?? 0, indices[at + 2] ?? 0] as const;
    const normal = normalOf(positions, corners);
    const size = Math.hypot(...normal);
    const isFlat = size === 0 || isShadedFlat(normals, corners, { normal, size });
    (isFlat ? separated.flat : separated.other).push(...corners);
    area += size;
    if (isFlat) flatArea += size;
  }
  return { ...separated, flatShare: area > 0 ? flatArea / area : 0 };
}

type Corners = readonly [number, number, number];
type Vector = readonly [number, number, number];

/** Along the right-hand rule, as long as twice the triangle's area. */
function normalOf(positions: TypedArray, [a, b, c]: Corners): Vector {
  const along = (to: number, axis: number) =>
    (positions[to * 3 + axis] ?? 0) - (positions[a * 3 + axis] ?? 0);
  const [ux, uy, uz] = [along(b, 0), along(b, 1), along(b, 2)];
  const [vx, vy, vz] = [along(c, 0), along(c, 1), along(c, 2)];
  return [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
}

function isShadedFlat(
  normals: TypedArray,
  [a, b, c]: Corners,
  { normal: [x, y, z], size }: { normal: Vector; size: number },
): boolean {
  const [nx, ny, nz] = [normals[a * 3] ?? 0, normals[a * 3 + 1] ?? 0, normals[a * 3 + 2] ?? 0];
  const towards = (corner: number) =>
    nx * (normals[corner * 3] ?? 0) +
    ny * (normals[corner * 3 + 1] ?? 0) +
    nz * (normals[corner * 3 + 2] ?? 0);
  return towards(b) >= SAME && towards(c) >= SAME && (nx * x + ny * y + nz * z) / size >= FLAT;
}

/** The same vertices, other triangles: welding drops those that nothing uses. */
function withIndices(document: Document, primitive: Primitive, corners: number[]): Primitive {
  const buffer = primitive.getAttribute("POSITION")?.getBuffer() ?? null;
  const accessor = document.createAccessor().setType("SCALAR").setArray(Uint32Array.from(corners));
  return primitive.clone().setIndices(accessor.setBuffer(buffer));
}

function countTo(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, n) => n);
}
