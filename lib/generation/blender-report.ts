import * as z from "zod";

/** What blender/run_job.py says, line by line. All but the first line is the script's to forge. */
const scriptError = z.object({
  type: z.string().max(200),
  message: z.string(),
  line: z.int().nullable(),
  traceback: z.string(),
});

const event = z.discriminatedUnion("event", [
  z.object({
    event: z.literal("started"),
    blender: z.string().min(1).max(100),
    python: z.string().min(1).max(100),
  }),
  z.object({ event: z.literal("exporting") }),
  z.object({
    event: z.literal("finished"),
    status: z.enum(["ok", "exec_error", "parse_error", "no_mesh", "export_error", "rejected"]),
    error: scriptError.nullable(),
    seconds: z.object({ script: z.number().nonnegative(), export: z.number().nonnegative() }),
  }),
]);

export type ScriptError = z.infer<typeof scriptError>;
export type BlenderEvent = z.infer<typeof event>;

export type BlenderReport = {
  /** Only as the very first line, which is written before the script runs. */
  started: Extract<BlenderEvent, { event: "started" }> | null;
  exporting: boolean;
  finished: Extract<BlenderEvent, { event: "finished" }> | null;
};

/** Reads the report as far as it makes sense: lines that do not are as if they were not there. */
export function readBlenderReport(text: string): BlenderReport {
  const events = text.split("\n").map(parseEvent);
  const first = events[0];
  const finished = events.findLast((one) => one?.event === "finished");
  return {
    started: first?.event === "started" ? first : null,
    exporting: events.some((one) => one?.event === "exporting"),
    finished: finished?.event === "finished" ? finished : null,
  };
}

function parseEvent(line: string): BlenderEvent | null {
  try {
    return event.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
