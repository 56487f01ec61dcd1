import * as z from "zod";
import { meshStatsSchema } from "@/lib/generation/mesh-stats";

/** Descriptors on which the child answers. */
export const REPORT_FD = 3;
export const GLB_FD = 4;

export const finishOptionsSchema = z.object({ materials: z.boolean() });
export type FinishOptions = z.infer<typeof finishOptionsSchema>;

export const finishReportSchema = z.discriminatedUnion("ok", [
  z.object({
    ok: z.literal(true),
    /** Of the raw GLB. */
    stats: meshStatsSchema,
    /** Of the finished one: fewer when it was simplified. */
    optimisedTriangles: z.int().positive(),
    seconds: z.object({ stats: z.number(), validate: z.number(), optimise: z.number() }),
    /** Greatest resident memory of the child. */
    peakMegabytes: z.number(),
  }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

export type FinishReport = z.infer<typeof finishReportSchema>;
