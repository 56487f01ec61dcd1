import { Box3, BoxGeometry, LineSegments, Mesh } from "three";
import { expect, it } from "vitest";
import { createGround } from "./ground";
import { normalise } from "./stage";

it("lays the grid at the object's feet and sets a staff of its height beside it", () => {
  const object = normalise(new Mesh(new BoxGeometry(2, 6, 3)));
  const { min, max } = new Box3().setFromObject(object);
  const ground = createGround(object);
  const grid = ground.children.filter((child) => child instanceof LineSegments);
  const bands = ground.children.filter((child) => child instanceof Mesh);
  expect(grid).toHaveLength(1);
  expect(bands).toHaveLength(4);
  const staff = new Box3();
  for (const band of bands) staff.expandByObject(band);
  expect(staff.min.y).toBeCloseTo(min.y, 6);
  expect(staff.max.y).toBeCloseTo(max.y, 6);
  expect(staff.min.x).toBeGreaterThan(max.x);
  expect(new Box3().setFromObject(ground).min.y).toBeCloseTo(min.y, 6);
});
