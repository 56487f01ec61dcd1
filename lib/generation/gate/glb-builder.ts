/** Makes small GLBs in code, sound or spoiled on purpose, for tests of what reads GLBs. */

const JSON_CHUNK = 0x4e4f534a;
const BIN_CHUNK = 0x004e4942;

type GltfJson = Record<string, unknown>;

/** Packs any JSON text or value and any bytes as a GLB, however wrong they are. */
export function packGlb(json: GltfJson | string, bin: Uint8Array = new Uint8Array()): Buffer {
  const text = Buffer.from(typeof json === "string" ? json : JSON.stringify(json));
  const chunks = [chunk(JSON_CHUNK, pad(text, 0x20))];
  if (bin.length > 0) chunks.push(chunk(BIN_CHUNK, pad(Buffer.from(bin), 0)));
  const body = Buffer.concat(chunks);
  const header = Buffer.alloc(12);
  header.write("glTF", "latin1");
  header.writeUInt32LE(2, 4);
  header.writeUInt32LE(12 + body.length, 8);
  return Buffer.concat([header, body]);
}

/** One chunk with its header. */
export function chunk(type: number, data: Uint8Array): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32LE(data.length, 0);
  header.writeUInt32LE(type, 4);
  return Buffer.concat([header, data]);
}

function pad(bytes: Buffer, filler: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4, filler)]);
}

/** The corners of an axis-aligned box and its twelve outward triangles. */
export function boxMesh(size = 1, centre: readonly number[] = [0, 0, 0]) {
  const [x = 0, y = 0, z = 0] = centre;
  const positions = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((n) => [
    x + (n & 1 ? size / 2 : -size / 2),
    y + (n & 2 ? size / 2 : -size / 2),
    z + (n & 4 ? size / 2 : -size / 2),
  ]);
  const indices = [
    ...[0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4],
    ...[2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5],
  ];
  return { positions, indices };
}

/** The JSON and bytes of one indexed mesh in one node, to be changed by a test before packing. */
export function meshParts({ positions, indices }: { positions: number[]; indices: number[] }) {
  const points = new Float32Array(positions);
  const bin = Buffer.concat([
    Buffer.from(points.buffer),
    Buffer.from(new Uint32Array(indices).buffer),
  ]);
  const along = (axis: number) => [...points].filter((_, n) => n % 3 === axis);
  const json = {
    asset: { version: "2.0" } as GltfJson,
    scene: 0,
    scenes: [{ nodes: [0] }] as GltfJson[],
    nodes: [{ mesh: 0 }] as GltfJson[],
    meshes: [
      { primitives: [{ attributes: { POSITION: 0 }, indices: 1 } as GltfJson] },
    ] as GltfJson[],
    buffers: [{ byteLength: bin.length }] as GltfJson[],
    bufferViews: [
      { buffer: 0, byteLength: points.byteLength },
      { buffer: 0, byteOffset: points.byteLength, byteLength: indices.length * 4 },
    ] as GltfJson[],
    accessors: [
      {
        ...{ bufferView: 0, componentType: 5126, type: "VEC3", count: points.length / 3 },
        min: [0, 1, 2].map((axis) => along(axis).reduce((a, b) => Math.min(a, b))),
        max: [0, 1, 2].map((axis) => along(axis).reduce((a, b) => Math.max(a, b))),
      },
      { bufferView: 1, componentType: 5125, type: "SCALAR", count: indices.length },
    ] as GltfJson[],
  };
  return { json, bin };
}

/** A sound GLB of one mesh. */
export function meshGlb(mesh: { positions: number[]; indices: number[] }): Buffer {
  const { json, bin } = meshParts(mesh);
  return packGlb(json, bin);
}

export type GlbParts = ReturnType<typeof meshParts>;

/** A GLB of a unit box, after a change to its parts. */
export function boxGlb(change: (parts: GlbParts) => unknown = () => {}): Buffer {
  const parts = meshParts(boxMesh());
  change(parts);
  return packGlb(parts.json, parts.bin);
}
