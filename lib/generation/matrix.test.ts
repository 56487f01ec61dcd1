import { expect, test } from "vitest";
import { compose, multiply, transformPoint } from "@/lib/generation/matrix";

const close = (actual: readonly number[], expected: readonly number[]) => {
  for (const [n, value] of expected.entries()) expect(actual[n]).toBeCloseTo(value, 12);
};

test("scales, then turns, then moves", () => {
  const quarterTurnAboutZ = [0, 0, Math.SQRT1_2, Math.SQRT1_2];
  const matrix = compose({
    translation: [10, 0, 0],
    rotation: quarterTurnAboutZ,
    scale: [2, 1, 1],
  });
  close(transformPoint(matrix, [1, 0, 0]), [10, 2, 0]);
});

test("a product applies its right side first", () => {
  const move = compose({ translation: [1, 2, 3] });
  const grow = compose({ scale: [2, 2, 2] });
  close(transformPoint(multiply(move, grow), [1, 1, 1]), [3, 4, 5]);
  close(transformPoint(multiply(grow, move), [1, 1, 1]), [4, 6, 8]);
});
