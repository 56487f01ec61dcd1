import { expect, test } from "vitest";
import { queryText } from "@/lib/query-text";

test("words are trimmed, and what cannot be looked for is as none", () => {
  const schema = queryText(10);
  expect(schema.parse(" a chair ")).toBe("a chair");
  expect(schema.parse("Stühle ✓")).toBe("Stühle ✓");
  for (const none of ["", "  ", "x".repeat(11), "a\0b", "a\nb", ["a", "b"], 7, undefined])
    expect(schema.parse(none)).toBeUndefined();
});
