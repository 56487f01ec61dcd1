import { createRequire } from "node:module";
import * as z from "zod";

const ERROR = 0;

/** The parts of the Khronos validator's report that are used. */
const report = z.object({
  issues: z.object({
    numErrors: z.int(),
    messages: z.array(
      z.object({
        code: z.string(),
        message: z.string(),
        severity: z.int(),
        pointer: z.string().optional(),
      }),
    ),
  }),
});

const validator = z
  .object({
    validateBytes: z.custom<(bytes: Uint8Array, options: object) => Promise<unknown>>(
      (value) => typeof value === "function",
    ),
    version: z.custom<() => string>((value) => typeof value === "function"),
  })
  // It has no types and is CommonJS.
  .parse(createRequire(import.meta.url)("gltf-validator"));

export const VALIDATOR_VERSION = validator.version();

/**
 * The errors that Khronos' validator finds in a GLB, one line each; none for a valid one.
 * Only for files that passed the gate, in a process with limits: a file of 400 bytes can hang it.
 */
export async function listValidationErrors(glb: Uint8Array): Promise<string[]> {
  // The default of 100 issues stops early at harmless ones and then leaves the rest unchecked.
  const options = { format: "glb", maxIssues: 1000, ignoredIssues: ["UNUSED_OBJECT"] };
  const { issues } = report.parse(
    await validator.validateBytes(glb, { ...options, writeTimestamp: false }),
  );
  return issues.messages
    .filter(({ severity }) => severity === ERROR)
    .map(({ code, pointer = "", message }) => `${code} ${pointer}: ${message}`);
}
