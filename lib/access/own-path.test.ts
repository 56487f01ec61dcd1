import fc from "fast-check";
import { expect, test } from "vitest";
import { ownPath } from "@/lib/access/own-path";

const HERE = "https://arena.example";

test.each([
  ["/account", "/account"],
  ["/admin?tab=votes#latest", "/admin?tab=votes#latest"],
  ["https://arena.example/admin", "/admin"],
  ["https://ARENA.example:443/admin", "/admin"],
  ["leaderboard", "/leaderboard"],
  ["https:leaderboard", "/leaderboard"],
])("%s is ours", (value, path) => {
  expect(ownPath(value, HERE)).toBe(path);
});

test.each([
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "https://evil.example",
  "http://arena.example/admin",
  "https://arena.example.evil.example",
  "https://arena.example@evil.example",
  "https://arena.example//evil.example",
  "/.//evil.example",
  "/%2e//evil.example",
  "javascript:alert(1)",
  " javascript:alert(1)",
  "data:text/html,x",
  "blob:https://arena.example/1",
  "",
  null,
  undefined,
])("%j leads elsewhere", (value) => {
  expect(ownPath(value, HERE)).toBeNull();
});

test("whatever is let through leads a browser nowhere else", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    ".",
    "%2f",
    "evil.example",
    "@",
    ":",
    "?",
    "#",
    "\t",
    "a",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = ownPath(pieces.join(""), HERE);
      if (path !== null) expect(new URL(path, HERE).origin).toBe(HERE);
    }),
    { numRuns: 5_000 },
  );
});
