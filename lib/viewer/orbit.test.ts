import { describe, expect, it } from "vitest";
import { viewPosition } from "./framing";
import { homeOrbit, ORBIT_LIMITS, orbitPosition } from "./orbit";

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
