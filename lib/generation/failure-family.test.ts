import { expect, test } from "vitest";
import { failureFamily } from "@/lib/generation/failure-family";

// Messages as Blender 3.4 and 5.2 give them.
test.each([
  ["api", "AttributeError", "'Mesh' object has no attribute 'use_auto_smooth'"],
  ["api", "TypeError", 'Converting py args to operator properties: keyword "foo" unrecognized'],
  ["api", "KeyError", `bpy_prop_collection[key]: key "Specular" not found`],
  ["api", "TypeError", `bpy_struct: item.attr = val: enum "FAST" not found in ('FLOAT', 'EXACT')`],
  [
    "bmesh",
    "IndexError",
    "BMElemSeq[index]: outdated internal index table, run ensure_lookup_table() first",
  ],
  ["bmesh", "ReferenceError", "BMesh data of type BMVert has been removed"],
  [
    "context",
    "RuntimeError",
    "Operator bpy.ops.object.mode_set.poll() failed, context is incorrect",
  ],
  ["other", "ZeroDivisionError", "division by zero"],
  ["other", "MemoryError", ""],
] as const)("%s: %s: %s", (family, type, message) => {
  expect(failureFamily("exec_error", { type, message })).toBe(family);
});

test("only a script that failed to execute has a family", () => {
  expect(failureFamily("timeout", null)).toBeNull();
  expect(
    failureFamily("rejected", { type: "AttributeError", message: "has no attribute" }),
  ).toBeNull();
});
