import { expect, test } from "vitest";
import { shortenText, textWidth } from "./text-width";

test("grows with the text and the font", () => {
  expect(textWidth("", 12)).toBe(0);
  expect(textWidth("Gemini 3 Flash", 24)).toBeCloseTo(2 * textWidth("Gemini 3 Flash", 12), 9);
  expect(textWidth("mmmm", 12)).toBeGreaterThan(textWidth("llll", 12));
});

test("a text that fits stays, a longer one ends in an ellipsis and fits", () => {
  expect(shortenText("GPT-5.5", 12, 80)).toBe("GPT-5.5");
  const short = shortenText("An entrant with a very long name", 12, 100);
  expect(short).toMatch(/^An entrant.*…$/);
  expect(textWidth(short, 12)).toBeLessThanOrEqual(100);
  expect(shortenText("Name", 12, 1)).toBe("N…");
});
