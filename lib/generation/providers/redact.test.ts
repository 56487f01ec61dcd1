import { expect, test } from "vitest";
import { redact, withoutKey } from "@/lib/generation/providers/redact";

const KEY = "a+secret/key=0123";

test.each([
  [`bad key ${KEY}!`, "bad key [key]!"],
  [`?key=${encodeURIComponent(KEY)}&x=1`, "?key=[key]&x=1"],
  [`basic ${Buffer.from(KEY).toString("base64")}`, "basic [key]"],
  ["Authorization: Bearer abcdefghijkl.mno", "Authorization: Bearer [key]"],
  [
    "Incorrect API key provided: sk-proj-********************wxyz.",
    "Incorrect API key provided: [key]",
  ],
  ["key AIzaSyA1234567890abcdef is blocked", "key [key] is blocked"],
  ["the task-force asked a-skill", "the task-force asked a-skill"],
])("%s", (text, redacted) => {
  expect(redact(text, KEY)).toBe(redacted);
});

test("in what a model wrote only the key itself is blanked", () => {
  expect(withoutKey(`# Bearer of the sk-proj-abcdefghijk ${KEY}`, KEY)).toBe(
    "# Bearer of the sk-proj-abcdefghijk [key]",
  );
  expect(withoutKey("import ollama", "ollama")).toBe("import ollama");
});
