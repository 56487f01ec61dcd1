import {
  BufferAttribute,
  BufferGeometry,
  Group,
  Mesh,
  MeshStandardMaterial,
  SphereGeometry,
  Texture,
} from "three";
import { describe, expect, it } from "vitest";
import { applyShading, disposeObject, normalise } from "./stage";

function createObject() {
  const own = new MeshStandardMaterial({ map: new Texture() });
  const smooth = new Mesh(new SphereGeometry(3), own);
  const bare = new BufferGeometry();
  bare.setAttribute("position", new BufferAttribute(new Float32Array(9), 3));
  const flat = new Mesh(bare, own);
  return { object: new Group().add(smooth, flat), smooth, flat, own };
}

describe("applyShading", () => {
  it("shares its materials between objects, and shades flat what has no normals", () => {
    const one = createObject();
    const other = createObject();
    applyShading(one.object, "clay");
    applyShading(other.object, "clay");
    expect(one.smooth.material).toBe(other.smooth.material);
    expect(one.smooth.material).toMatchObject({ flatShading: false });
    expect(one.flat.material).toMatchObject({ flatShading: true });
  });

  it("gives the file's own material back, through every other shading", () => {
    const { object, smooth, own } = createObject();
    const { groups } = smooth.geometry;
    for (const shading of ["clay", "wireframe", "normals", "wireframe", "rendered"] as const)
      applyShading(object, shading);
    expect(smooth.material).toBe(own);
    expect(smooth.geometry.groups).toBe(groups);
  });

  it("draws a wireframe as edges over a surface that hides those behind", () => {
    const { object, smooth } = createObject();
    applyShading(object, "wireframe");
    expect(smooth.material).toMatchObject([{ wireframe: false }, { wireframe: true }]);
    expect(smooth.geometry.groups.map(({ materialIndex }) => materialIndex)).toEqual([0, 1]);
  });
});

describe("disposeObject", () => {
  it("frees geometry, the file's material and its textures, also under another shading", () => {
    const { object, smooth, own } = createObject();
    applyShading(object, "normals");
    const freed: string[] = [];
    smooth.geometry.addEventListener("dispose", () => freed.push("geometry"));
    own.addEventListener("dispose", () => freed.push("material"));
    own.map?.addEventListener("dispose", () => freed.push("texture"));
    disposeObject(object);
    expect(new Set(freed)).toEqual(new Set(["geometry", "material", "texture"]));
  });
});

describe("normalise", () => {
  it("makes the bounding sphere the unit sphere, wherever the object was", () => {
    const { object, smooth } = createObject();
    smooth.position.set(100, -7, 3);
    object.remove(object.children[1] as Mesh);
    const stage = normalise(object);
    expect(stage.scale.x).toBeCloseTo(1 / (3 * Math.sqrt(3)), 2);
    expect(stage.position.x).toBeCloseTo(-100 * stage.scale.x, 6);
  });
});
