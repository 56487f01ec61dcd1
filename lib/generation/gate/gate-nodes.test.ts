import { describe, expect, test } from "vitest";
import { boxGlb, type GlbParts } from "@/lib/generation/gate/glb-builder";
import { gateGlb } from "@/lib/generation/glb-gate";

function codeOn(change: (parts: GlbParts) => unknown) {
  const verdict = gateGlb(boxGlb(change));
  return verdict.ok ? "ok" : verdict.code;
}

describe("the node graph", () => {
  test.each([
    ["a node in itself", [{ mesh: 0, children: [0] }], "graph"],
    ["a cycle of two", [{ children: [1] }, { mesh: 0, children: [0] }], "graph"],
    ["two parents", [{ children: [2] }, { children: [2] }, { mesh: 0 }], "graph"],
    ["a child that is not there", [{ mesh: 0, children: [5] }], "reference"],
    [
      "matrix and scale",
      [{ mesh: 0, scale: [1, 1, 1], matrix: new Array(16).fill(0) }],
      "structure",
    ],
    ["no rotation", [{ mesh: 0, rotation: [0, 0, 0, 0] }], "value"],
    ["a mesh that is not there", [{ mesh: 1 }], "reference"],
    ["a skin", [{ mesh: 0, skin: 0 }], "unsupported"],
  ])("%s", (_, nodes, code) => {
    expect(codeOn(({ json }) => (json.nodes = nodes))).toBe(code);
  });

  const chain = (length: number) => (parts: GlbParts) => {
    parts.json.nodes = Array.from({ length }, (_, at) =>
      at === length - 1 ? { mesh: 0 } : { children: [at + 1] },
    );
  };

  test("64 levels and no more", () => {
    expect(codeOn(chain(64))).toBe("ok");
    expect(codeOn(chain(65))).toBe("graph");
    expect(codeOn(chain(20_000))).toBe("graph");
    expect(codeOn(chain(50_000))).toBe("limit");
  });

  test("a scene of children, of strangers, of the same twice", () => {
    const scene = (nodes: number[]) => (parts: GlbParts) => {
      parts.json.nodes = [{ children: [1] }, { mesh: 0 }];
      parts.json.scenes = [{ nodes }];
    };
    expect(codeOn(scene([1]))).toBe("graph");
    expect(codeOn(scene([2]))).toBe("reference");
    expect(codeOn(scene([0, 0]))).toBe("graph");
  });
});
