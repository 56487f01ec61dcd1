import type { CreationStatus } from "@/lib/generation/creation-status";

/** Why scripts fail to execute, after the paper's taxonomy (arXiv:2606.01057, App. C). */
export const FAILURE_FAMILIES = ["api", "bmesh", "context", "other"] as const;
export type FailureFamily = (typeof FAILURE_FAMILIES)[number];

const CONTEXT = /poll\(\) failed|context is incorrect|incorrect context|mode_set/i;
const BMESH = /\bBM(?:esh|Vert|Edge|Face|Loop|Elem|Layer)\w*|\bbmesh\b|lookup table/;
const API =
  /has no attribute|unexpected keyword|unrecognized|keyword ".*" is invalid|enum ".*" not found|bpy_prop_collection|not found in \(|could not be found|no such socket|bpy\.(?:ops|types|data)|wrong number of arguments|expected .* type/i;

/**
 * The family of an execution error, from its type and message; null for every other ending.
 * `context`: an operator's poll; `bmesh`: dead or unindexed BMesh elements; `api`: a name, argument or
 * value that this Blender does not have.
 */
export function failureFamily(
  status: CreationStatus,
  error: { type: string; message: string } | null,
): FailureFamily | null {
  if (status !== "exec_error") return null;
  const text = error ? `${error.type}: ${error.message}` : "";
  if (CONTEXT.test(text)) return "context";
  if (BMESH.test(text)) return "bmesh";
  if (API.test(text)) return "api";
  return "other";
}
