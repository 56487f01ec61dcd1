import * as z from "zod";

/** What blender/run_job.py says, line by line. All but the first line is the script's to forge. */
const scriptError = z.object({
  type: z.string().max(200),
  message: z.string(),
  line: z.int().nullable(),
  traceback: z.string(),
});

const duration = z.number().nonnegative().max(1e6);
const seconds = z.object({
  script: duration,
  export: duration.optional(),
  rendered: duration.optional(),
});
const peakMegabytes = z.number().nonnegative().max(1e9);

const event = z.discriminatedUnion("event", [
  z.object({
    event: z.literal("started"),
    blender: z.string().min(1).max(100),
    python: z.string().min(1).max(100),
  }),
  z.object({ event: z.literal("exporting"), seconds }),
  z.object({ event: z.literal("rendering"), seconds, peakMegabytes }),
  z.object({
    event: z.literal("finished"),
    status: z.enum(["ok", "exec_error", "parse_error", "no_mesh", "export_error", "rejected"]),
    error: scriptError.nullable(),
    renderedNote: z.string().max(2000).nullable(),
    seconds,
    peakMegabytes,
  }),
]);

export type ScriptError = z.infer<typeof scriptError>;
export type BlenderEvent = z.infer<typeof event>;
type EventOf<Name extends BlenderEvent["event"]> = Extract<BlenderEvent, { event: Name }>;

export type BlenderReport = {
  /** Only as the very first line, which is written before the script runs. */
  started: EventOf<"started"> | null;
  exporting: EventOf<"exporting"> | null;
  /** Said once the clay GLB is out: whatever happens after it, that one stands. */
  rendering: EventOf<"rendering"> | null;
  finished: EventOf<"finished"> | null;
};

/** Reads the report as far as it makes sense: lines that do not are as if they were not there. */
export function readBlenderReport(text: string): BlenderReport {
  const events = text.split("\n").map(parseEvent);
  const first = events[0];
  return {
    started: first?.event === "started" ? first : null,
    exporting: lastOf(events, "exporting"),
    rendering: lastOf(events, "rendering"),
    finished: lastOf(events, "finished"),
  };
}

function lastOf<Name extends BlenderEvent["event"]>(
  events: readonly (BlenderEvent | null)[],
  name: Name,
): EventOf<Name> | null {
  const isNamed = (one: BlenderEvent | null): one is EventOf<Name> => one?.event === name;
  return events.findLast(isNamed) ?? null;
}

function parseEvent(line: string): BlenderEvent | null {
  try {
    return event.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
