import "server-only";
import * as z from "zod";
import type { ServedRow } from "@/lib/battle/data";
import { type ServedBattle, type Side, sideSchema } from "@/lib/battle/schema";
import { AppError } from "@/lib/errors";
import { TRACKS } from "@/lib/generation/tracks";
import { listReferenceUrls } from "@/lib/prompt/reference-address";

const POSTER_VIEWS = [0, 1, 2, 3] as const;

/** A battle in the words of the HTTP contract. Its files have the battle's own addresses: they name nobody. */
export function toServedBattle(row: ServedRow): ServedBattle {
  const view = (side: Side) => ({
    glbUrl: `/api/battles/${row.id}/${side}.glb`,
    posterUrls: POSTER_VIEWS.map((index) => `/api/battles/${row.id}/${side}/poster/${index}`),
  });
  return {
    battleId: row.id,
    expiresAt: row.expiresAt.toISOString(),
    track: row.trackSlug,
    category: row.category,
    display: row.display,
    prompt: toServedPrompt(row),
    left: view("left"),
    right: view("right"),
  };
}

/** Reference views belong to the tracks whose entrants saw them. */
function toServedPrompt({ prompt, trackSlug }: ServedRow): ServedBattle["prompt"] {
  const { referenceSha256s, ...words } = prompt;
  const takesImages = TRACKS.some(({ slug, takesImages }) => takesImages && slug === trackSlug);
  return {
    ...words,
    referenceImages: takesImages ? listReferenceUrls(prompt.slug, referenceSha256s) : [],
  };
}

/** A battle id from an address. Throws `not_found` for anything that cannot be one. */
export function parseBattleId(text: string): string {
  return parsePart(z.uuid(), text);
}

/** `left.glb` or `right.glb`. Throws `not_found`. */
export function parseGlbName(text: string): Side {
  return parsePart(sideSchema, text.endsWith(".glb") ? text.slice(0, -4) : "");
}

/** `left` or `right`. Throws `not_found`. */
export function parseSide(text: string): Side {
  return parsePart(sideSchema, text);
}

/** The index of a poster, 0 to 3. Throws `not_found`. */
export function parsePosterView(text: string): number {
  return parsePart(z.enum(["0", "1", "2", "3"]).transform(Number), text);
}

function parsePart<Output>(schema: z.core.$ZodType<Output>, text: string): Output {
  const result = z.safeParse(schema, text);
  if (!result.success) throw new AppError("not_found", "There is nothing at this address");
  return result.data;
}
