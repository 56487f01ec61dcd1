import { expect, it } from "vitest";
import { homeOrbit } from "./orbit";
import { describeOrbit } from "./view-words";

const degrees = (angle: number) => (angle * Math.PI) / 180;

it.each([
  [0, 90, "the front, at its height"],
  [-45, 70, "front left, slightly above"],
  [90, 110, "the right, slightly below"],
  [180, 45, "the back, above"],
  [-180 - 90, 45, "the right, above"],
  [720 + 22, 15, "the front, far above"],
])("says where the camera at azimuth %d and polar angle %d is", (azimuth, polar, words) => {
  expect(describeOrbit({ azimuth: degrees(azimuth), polar: degrees(polar) })).toBe(words);
});

it("says where every battle begins", () => {
  expect(describeOrbit(homeOrbit(1))).toBe("back right, slightly above");
});
