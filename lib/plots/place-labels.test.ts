import fc from "fast-check";
import { expect, test } from "vitest";
import { type Box, placeLabels, touches } from "./place-labels";
import { textWidth } from "./text-width";

const bounds = { left: 0, top: 0, right: 300, bottom: 240 };
const space = { most: 30, bounds, fontPx: 12, radius: 4, avoid: [] };

const boxOf = ({ x, baseline, text }: { x: number; baseline: number; text: string }): Box => ({
  left: x,
  right: x + textWidth(text, 12),
  top: baseline - 9,
  bottom: baseline + 2,
});

test("a lone name stands to the right of its point, at its height", () => {
  const [label] = placeLabels({ ...space, points: [{ x: 100, y: 100, text: "GPT-5.5" }] });
  expect(label).toMatchObject({ index: 0, x: 107, leader: null });
  expect(label?.baseline).toBeCloseTo(100 + 12 * (0.55 - 0.22), 9);
});

test("at the right edge it goes to the left", () => {
  const [label] = placeLabels({ ...space, points: [{ x: 290, y: 100, text: "GPT-5.5" }] });
  expect((label?.x ?? 0) + textWidth("GPT-5.5", 12)).toBeCloseTo(283, 9);
});

test("it keeps off lines where another place is as near", () => {
  const whisker = { left: 99, right: 101, top: 60, bottom: 140 };
  const line = { left: 104, right: 300, top: 99, bottom: 101 };
  const points = [{ x: 100, y: 100, text: "Name" }];
  const [label] = placeLabels({ ...space, points, avoid: [whisker, line] });
  expect(label && label.x < 100).toBe(true);
});

test("points in one place get names apart from each other, with a leader where they stand off", () => {
  const points = Array.from({ length: 10 }, (_, index) => ({
    x: 150,
    y: 120,
    text: `Entrant ${index}`,
  }));
  const labels = placeLabels({ ...space, points });
  expect(labels.length).toBeGreaterThan(6);
  expect(labels.some(({ leader }) => leader !== null)).toBe(true);
});

test("no name touches a name, a mark or the edge, whoever stands where", () => {
  const point = fc.record({
    x: fc.double({ min: 5, max: 295, noNaN: true }),
    y: fc.double({ min: 5, max: 235, noNaN: true }),
    text: fc.string({ minLength: 1, maxLength: 14, unit: "grapheme-ascii" }),
  });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 40 }), (points) => {
      const labels = placeLabels({ ...space, points });
      expect(labels.length).toBeLessThanOrEqual(30);
      labels.forEach((label, place) => {
        const box = boxOf(label);
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(300 + 1e-9);
        for (const other of labels.slice(0, place)) expect(touches(box, boxOf(other))).toBe(false);
        for (const { x, y } of points)
          expect(touches(box, { left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 })).toBe(
            false,
          );
      });
    }),
  );
});
