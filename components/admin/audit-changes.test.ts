import { expect, it } from "vitest";
import { listChanges } from "./audit-changes";

it("says what changed, and once what did not", () => {
  const before = { status: "active", kind: "model" };
  expect(listChanges(before, { status: "paused", kind: "model", reason: "loops" })).toEqual([
    { name: "status", before: "active", after: "paused", list: null },
    { name: "kind", before: null, after: "model", list: null },
    { name: "reason", before: null, after: "loops", list: null },
  ]);
});

it("folds lists, says yes and no, and reads an entry without either side", () => {
  expect(listChanges(null, { voteIds: ["a", "b"], shown: false })).toEqual([
    { name: "vote ids", before: null, after: '["a","b"]', list: ["a", "b"] },
    { name: "shown", before: null, after: "no", list: null },
  ]);
  expect(listChanges(null, { expiresAt: "2026-11-22T16:32:58.559Z" })).toEqual([
    { name: "expires at", before: null, after: "22 Nov 2026, 16:32 UTC", list: null },
  ]);
  expect(listChanges(null, null)).toEqual([]);
  expect(listChanges({ role: "maintainer" }, null)).toEqual([
    { name: "role", before: "maintainer", after: null, list: null },
  ]);
});
