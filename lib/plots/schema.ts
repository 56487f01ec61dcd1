import * as z from "zod/mini";
import { boardSchema } from "@/lib/leaderboard/schema";

/** Sets of published numbers that plots can be drawn of, beside the boards. */
const publishedSetSchema = z.literal("3dcodebench");

const firstOf = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** What the page of plots shows: a board, or a published set; `entrants` are slugs for the plot over time. */
export const plotsQuerySchema = z.object({
  board: z.pipe(
    z.transform((value) => firstOf(value) ?? "all"),
    boardSchema,
  ),
  set: z.pipe(z.transform(firstOf), z.optional(publishedSetSchema)),
  entrants: z.pipe(
    // "a,b" as people write it, or one field an entrant as a form sends it.
    z.transform((value) => [value ?? []].flat().flatMap((text) => String(text).split(","))),
    z.array(z.string()),
  ),
});

/** Which plot's figures to download. */
export const plotDownloadSchema = z.extend(plotsQuerySchema, {
  plot: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, "must name a plot")),
});

export type PlotDownload = z.infer<typeof plotDownloadSchema>;
