import { expect, it } from "vitest";
import { settingFacts } from "./setting-words";

it("says settings in words, and what an unset one means", () => {
  expect(
    settingFacts({
      someNew_thing: true,
      thinking: null,
      views: [45, 225],
      maxOutputTokens: 65536,
      nested: { a: 1 },
    }),
  ).toEqual([
    { name: "Thinking", value: "left to the provider" },
    { name: "Reference views", value: "45°, 225°" },
    { name: "Most output tokens", value: "65,536" },
    { name: "Some new thing", value: "yes" },
    { name: "Nested", value: '{"a":1}' },
  ]);
});
