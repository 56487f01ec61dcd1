/** How a creation ended, in the paper's families (DESIGN §7). Only `ok` has an object. */
export const CREATION_STATUSES = [
  "ok",
  "exec_error",
  "no_mesh",
  "timeout",
  "export_error",
  "parse_error",
  "crashed",
  "rejected",
] as const;

export type CreationStatus = (typeof CREATION_STATUSES)[number];
export type FailedStatus = Exclude<CreationStatus, "ok">;
