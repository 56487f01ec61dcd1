import { expect, it } from "vitest";
import { STEPS, toMatrixCell } from "./matrix-cell";

const stepOf = (view: "observed" | "predicted" | "residual", value: number) =>
  STEPS.findIndex(({ fill }) => fill === toMatrixCell(view, value, 50).fill);

it("colours shares by ninths, one half in the middle", () => {
  expect([0, 0.11, 0.12, 0.5, 0.88, 0.89, 1].map((share) => stepOf("observed", share))).toEqual([
    ...[0, 0, 1, 4, 7, 8, 8],
  ]);
  expect(stepOf("predicted", 0.5)).toBe(4);
});

it("keeps the outer colours for what is beyond two standard deviations, and says so in words", () => {
  expect([-9, -2, -1.99, -0.2, 0, 0.2, 1.99, 2, 9].map((z) => stepOf("residual", z))).toEqual([
    ...[0, 0, 1, 4, 4, 4, 7, 8, 8],
  ]);
  expect(toMatrixCell("residual", 2.31, 50)).toMatchObject({
    ...{ text: "+2.3", isBold: true, words: "+2.3, far more wins than predicted, 50 battles" },
  });
  expect(toMatrixCell("residual", -2, 50).words).toContain("fewer wins than predicted");
  expect(toMatrixCell("residual", -1.24, 1)).toMatchObject({
    ...{ text: "−1.2", isBold: false, words: "−1.2, 1 battle" },
  });
  expect(toMatrixCell("residual", -0.04, 50).text).toBe("0.0");
});

it("is pale where it stands on few battles", () => {
  expect(toMatrixCell("observed", 1, 9)).toMatchObject({ isBold: false, ink: "#111827" });
  expect(toMatrixCell("observed", 1, 9).fill).toContain("30%");
  expect(toMatrixCell("observed", 1, 10)).toMatchObject({ isBold: true, fill: "#2166ac" });
});
