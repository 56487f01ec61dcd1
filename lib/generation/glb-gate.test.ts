import { describe, expect, test } from "vitest";
import {
  boxGlb,
  boxMesh,
  chunk,
  type GlbParts,
  meshGlb,
  meshParts,
  packGlb,
} from "@/lib/generation/gate/glb-builder";
import { gateGlb } from "@/lib/generation/glb-gate";

const box = () => meshParts(boxMesh());

const verdictOn = (change: (parts: GlbParts) => unknown) => gateGlb(boxGlb(change));
const codeOn = (change: (parts: GlbParts) => unknown) => codeOf(boxGlb(change));

function codeOf(file: Uint8Array) {
  const verdict = gateGlb(file);
  return verdict.ok ? "ok" : verdict.code;
}

const firstAccessor = (parts: GlbParts, fields: object) =>
  Object.assign(parts.json.accessors[0] ?? {}, fields);
const firstNode = (parts: GlbParts, fields: object) =>
  Object.assign(parts.json.nodes[0] ?? {}, fields);
const primitive = { attributes: { POSITION: 0 }, indices: 1 };

test("a sound box is let through and counted", () => {
  expect(gateGlb(meshGlb(boxMesh()))).toEqual({
    ...{ ok: true, triangles: 12, vertices: 8, nodes: 1, materials: 0 },
  });
});

test("a mesh counts for each node that shows it", () => {
  const verdict = verdictOn(({ json }) => {
    json.nodes.push({ mesh: 0, translation: [3, 0, 0] });
    json.scenes[0] = { nodes: [0, 1] };
  });
  expect(verdict).toMatchObject({ ok: true, triangles: 24, nodes: 2 });
});

test("strips and fans count, points and lines do not", () => {
  const withMode = (mode: number) =>
    verdictOn(({ json }) => {
      json.meshes[0] = { primitives: [primitive, { attributes: { POSITION: 0 }, mode }] };
    });
  expect(withMode(5)).toMatchObject({ ok: true, triangles: 18 });
  expect(withMode(6)).toMatchObject({ ok: true, triangles: 18 });
  expect(withMode(1)).toMatchObject({ ok: true, triangles: 12 });
});

describe("the container", () => {
  const good = meshGlb(boxMesh());
  test.each([
    ["empty", Buffer.alloc(0)],
    ["header only", good.subarray(0, 12)],
    ["cut in the JSON", good.subarray(0, 60)],
    ["cut in the data", good.subarray(0, good.length - 4)],
    ["something behind", Buffer.concat([good, Buffer.alloc(4)])],
    ["glTF text", Buffer.from(JSON.stringify(box().json))],
    ["glTF 1", Buffer.concat([Buffer.from("glTF\x01\x00\x00\x00"), good.subarray(8)])],
    ["no JSON chunk", Buffer.concat([good.subarray(0, 8), le(20), chunk(0x004e4942, le(0))])],
  ])("%s", (_, file) => {
    expect(codeOf(file)).toBe("container");
  });

  test("a chunk longer than the file", () => {
    const file = Buffer.from(good);
    file.writeUInt32LE(0xfffffffc, 12);
    expect(codeOf(file)).toBe("container");
  });

  test("a file that starts at an odd address is read all the same", () => {
    const odd = Buffer.concat([Buffer.alloc(1), good]).subarray(1);
    expect(codeOf(odd)).toBe("ok");
  });

  test("a file above the cap", () => {
    expect(codeOf(new Uint8Array(64 * 1024 * 1024 + 1))).toBe("limit");
  });
});

describe("the JSON", () => {
  test.each([
    ["no JSON", "{", "json"],
    ["not an object", "[]", "json"],
    ["null", "null", "json"],
    ["nested 100,000 deep", "[".repeat(100_000), "limit"],
    ["balanced and 100,000 deep", `${"[".repeat(1e5)}${"]".repeat(1e5)}`, "limit"],
    ["brackets in a string do not count", '{"asset":{"version":"2.0"},"x":"[[[[\\"[["}', "empty"],
    ["six million values", `{"a":[${"0,".repeat(6e6)}0]}`, "limit"],
    ["a prototype key", '{"asset":{"version":"2.0"},"__proto__":{"nodes":[]}}', "structure"],
    ["an escaped one", '{"asset":{"version":"2.0","extras":{"\\u005f_proto__":1}}}', "structure"],
    ["a URI in extras", '{"asset":{"version":"2.0"},"extras":{"uri":"file:///etc/passwd"}}', "uri"],
    ["version 3", '{"asset":{"version":"3.0"}}', "structure"],
    ["no asset", "{}", "structure"],
    ["an empty array", '{"asset":{"version":"2.0"},"meshes":[]}', "structure"],
    ["nothing to see", '{"asset":{"version":"2.0"}}', "empty"],
  ])("%s", (_, json, code) => {
    expect(codeOf(packGlb(json))).toBe(code);
  });

  test("bytes that are no UTF-8", () => {
    const file = packGlb('{"asset":{"version":"2.0","x":"????"}}');
    file.fill(0xff, file.indexOf("????"), file.indexOf("????") + 4);
    expect(codeOf(file)).toBe("json");
  });
});

describe("URIs and extensions", () => {
  test.each(["http://example.com/a.bin", "file:///etc/passwd", "../secret", "data:;base64,AAAA"])(
    "a buffer at %s",
    (uri) => {
      expect(codeOn(({ json }) => Object.assign(json.buffers[0] ?? {}, { uri }))).toBe("uri");
    },
  );

  test.each(["http://example.com/a.png", "file:///etc/passwd", "texture.png"])(
    "an image at %s",
    (uri) => {
      expect(codeOn(({ json }) => Object.assign(json, { images: [{ uri }] }))).toBe("uri");
    },
  );

  test.each([
    "KHR_draco_mesh_compression",
    "EXT_meshopt_compression",
    "EXT_mesh_gpu_instancing",
    "KHR_lights_punctual",
    "VENDOR_anything",
  ])("%s, declared or only used", (name) => {
    const declared = codeOn(({ json }) => Object.assign(json, { extensionsUsed: [name] }));
    expect(declared).toBe("extension");
    expect(codeOn((parts) => firstNode(parts, { extensions: { [name]: {} } }))).toBe("extension");
  });

  test("required but not used", () => {
    const required = { extensionsRequired: ["KHR_mesh_quantization"] };
    expect(codeOn(({ json }) => Object.assign(json, required))).toBe("structure");
  });
});

describe("ranges", () => {
  test.each([
    ["sparse", { sparse: { count: 1 } }, "sparse"],
    ["sparse with 3e8 elements", { count: 3e8, sparse: { count: 3e8 } }, "sparse"],
    ["3e8 elements without a view", { bufferView: undefined, count: 3e8 }, "structure"],
    ["too many elements", { count: 9 }, "range"],
    ["2^53 elements", { count: 2 ** 53 }, "structure"],
    ["no elements", { count: 0 }, "range"],
    ["half an element", { count: 1.5 }, "structure"],
    ["an offset behind the view", { byteOffset: 4096 }, "range"],
    ["an odd offset", { byteOffset: 2, count: 7 }, "range"],
    ["a negative offset", { byteOffset: -4 }, "range"],
    ["an unknown type", { type: "MAT4" }, "unsupported"],
    ["a type from the prototype", { type: "constructor" }, "unsupported"],
    ["an unknown component", { componentType: 5124 }, "structure"],
    ["no min", { min: undefined }, "structure"],
    ["a min that is not the values'", { min: [-9, -9, -9] }, "value"],
    ["a view that is not there", { bufferView: 7 }, "reference"],
    ["a view by name", { bufferView: "0" }, "structure"],
  ])("%s", (_, fields, code) => {
    expect(codeOn((parts) => firstAccessor(parts, fields))).toBe(code);
  });

  test.each([
    ["longer than the buffer", { byteLength: 1e9 }, "range"],
    ["behind the buffer", { byteOffset: 1e9 }, "range"],
    ["an odd stride", { byteStride: 13 }, "range"],
    ["a stride below an element", { byteStride: 8 }, "range"],
    ["in another buffer", { buffer: 1 }, "reference"],
  ])("a view %s", (_, fields, code) => {
    const change = ({ json }: GlbParts) => Object.assign(json.bufferViews[0] ?? {}, fields);
    expect(codeOn(change)).toBe(code);
  });

  test("a buffer that is not in the file", () => {
    const { json } = box();
    expect(codeOf(packGlb(json))).toBe("range");
  });

  test("binary data that belongs to nothing", () => {
    expect(codeOn((parts) => (parts.bin = Buffer.concat([parts.bin, Buffer.alloc(8)])))).toBe(
      "range",
    );
  });

  test("an index behind the vertices", () => {
    expect(codeOn(({ bin }) => bin.writeUInt32LE(8, 96))).toBe("range");
    expect(codeOn(({ bin }) => bin.writeUInt32LE(0xffffffff, 96))).toBe("range");
  });

  test.each([
    ["NaN", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
  ])("%s among the positions", (_, value) => {
    expect(codeOn(({ bin }) => bin.writeFloatLE(value, 12))).toBe("value");
  });

  test("positions a thousand kilometres away", () => {
    expect(codeOf(meshGlb(boxMesh(1, [1e6, 0, 0])))).toBe("value");
    expect(codeOf(meshGlb(boxMesh(1, [9e5, 0, 0])))).toBe("ok");
  });

  test("a transform that carries them there", () => {
    expect(codeOn((parts) => firstNode(parts, { translation: [1e6, 0, 1] }))).toBe("value");
    expect(codeOn((parts) => firstNode(parts, { scale: [1e7, 1, 1] }))).toBe("value");
    const twice = ({ json }: GlbParts) => {
      json.nodes = [
        { scale: [2000, 2000, 2000], children: [1] },
        { scale: [2000, 2000, 2000], mesh: 0 },
      ];
    };
    expect(codeOn(twice)).toBe("value");
  });

  test("an object without extent", () => {
    expect(codeOf(meshGlb({ positions: [0, 0, 0, 0, 0, 0, 0, 0, 0], indices: [0, 1, 2] }))).toBe(
      "value",
    );
  });
});

describe("meshes and caps", () => {
  test.each([
    ["morph targets", { ...primitive, targets: [{}] }, "unsupported"],
    ["no positions", { attributes: {}, indices: 1 }, "structure"],
    ["indices as positions", { attributes: { POSITION: 1 } }, "structure"],
    ["positions as indices", { attributes: { POSITION: 0 }, indices: 0 }, "structure"],
    ["an unknown attribute", { attributes: { POSITION: 0, colour: 0 } }, "structure"],
    ["seven corners", { attributes: { POSITION: 0 } }, "range"],
    ["a material that is not there", { ...primitive, material: 0 }, "reference"],
    ["an unknown mode", { ...primitive, mode: 7 }, "range"],
  ])("%s", (_, one, code) => {
    expect(codeOn(({ json }) => (json.meshes[0] = { primitives: [one] }))).toBe(code);
  });

  test("200,000 primitives", () => {
    const change = ({ json }: GlbParts) =>
      (json.meshes[0] = { primitives: new Array(200_000).fill(primitive) });
    expect(codeOn(change)).toBe("limit");
  });

  test("more than two million triangles by showing one mesh often", () => {
    const change = ({ json }: GlbParts) => {
      json.meshes[0] = { primitives: new Array(100).fill(primitive) };
      json.nodes = new Array(2_000).fill({ mesh: 0 });
      json.scenes = [{ nodes: json.nodes.map((_, at) => at) }];
    };
    expect(codeOn(change)).toBe("limit");
  });

  test.each(["animations", "skins", "cameras"])("%s", (key) => {
    expect(codeOn(({ json }) => Object.assign(json, { [key]: [{}] }))).toBe("unsupported");
  });
});

test("no file takes a second: as many bytes, values and accessors as the caps allow", () => {
  const files = [
    packGlb(`{"asset":{"version":"2.0"},"extras":[${"{},".repeat(990_000)}{}]}`),
    packGlb(`{"asset":{"version":"2.0"},"x":"${"[".repeat(15e6)}"}`),
    packGlb(`{"asset":{"version":"2.0"},"nodes":[${"{},".repeat(19_999)}{}]}`),
    manyAccessors(5126, 4),
    manyAccessors(5121, 1),
    manyAccessors(5123, 2),
  ];
  for (const file of files) {
    // The processor's time: what else runs on the machine is not the gate's doing.
    const before = process.cpuUsage();
    gateGlb(file);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000);
  }
});

/** Accessors that all look at the same 32 MB, until the cap on bytes read. */
function manyAccessors(componentType: number, bytes: number): Buffer {
  const bin = Buffer.alloc(32 * 1024 * 1024);
  const { json } = box();
  json.buffers = [{ byteLength: bin.length }];
  json.bufferViews = [{ buffer: 0, byteLength: bin.length }];
  const count = bin.length / bytes / 4;
  json.accessors = new Array(3).fill({ bufferView: 0, componentType, type: "VEC4", count });
  return packGlb(json, bin);
}

function le(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
