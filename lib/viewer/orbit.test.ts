import { describe, expect, it } from "vitest";
import { framingDistance, VIEW_AZIMUTHS_DEGREES, viewPosition } from "./framing";
import {
  homeOrbit,
  nearestView,
  ORBIT_LIMITS,
  orbitAt,
  orbitPosition,
  reframe,
  viewOrbit,
} from "./orbit";

describe("homeOrbit", () => {
  it.each([0.5, 1, 1.46, 3])("stands where the posters were taken, at aspect %d", (aspect) => {
    const position = orbitPosition(homeOrbit(aspect));
    const expected = viewPosition(45, aspect);
    for (const axis of [0, 1, 2] as const) expect(position[axis]).toBeCloseTo(expected[axis], 12);
  });

  it("lies within the limits", () => {
    const { polar, distance } = homeOrbit(1);
    expect(polar).toBeGreaterThan(ORBIT_LIMITS.minPolar);
    expect(polar).toBeLessThan(ORBIT_LIMITS.maxPolar);
    expect(distance).toBeGreaterThan(ORBIT_LIMITS.minDistance);
    expect(distance).toBeLessThan(ORBIT_LIMITS.maxDistance);
  });
});

describe("orbitPosition", () => {
  it("is carried along by the target", () => {
    const home = homeOrbit(1);
    const [x, y, z] = orbitPosition(home);
    expect(orbitPosition({ ...home, target: [0.1, -0.2, 0.3] })).toEqual([
      x + 0.1,
      y - 0.2,
      z + 0.3,
    ]);
  });
});

describe("orbitAt", () => {
  it("finds the orbit that orbitPosition placed", () => {
    const orbit = { azimuth: -2.1, polar: 1.2, distance: 2.4, target: [0.1, -0.3, 0.2] } as const;
    const found = orbitAt(orbitPosition(orbit), orbit.target);
    expect(found.azimuth).toBeCloseTo(orbit.azimuth, 12);
    expect(found.polar).toBeCloseTo(orbit.polar, 12);
    expect(found.distance).toBeCloseTo(orbit.distance, 12);
  });
});

describe("reframe", () => {
  it("keeps the object's share of the frame", () => {
    const wide = { ...homeOrbit(2), distance: 0.5 * framingDistance(2) };
    expect(reframe(wide, 2, 0.5).distance).toBeCloseTo(0.5 * framingDistance(0.5), 12);
    expect(reframe(wide, 2, 2)).toBe(wide);
  });
});

describe("viewOrbit", () => {
  it.each([0, 1, 2, 3])("stands where poster %d was taken", (index) => {
    const position = orbitPosition(viewOrbit(index, 4));
    const expected = viewPosition(VIEW_AZIMUTHS_DEGREES[index] ?? 0, 1);
    for (const axis of [0, 1, 2] as const) expect(position[axis]).toBeCloseTo(expected[axis], 12);
    expect(nearestView(viewOrbit(index, 4), 4)).toBe(index);
    expect(nearestView(viewOrbit(index - 8, 4), 4)).toBe(index);
  });
});
