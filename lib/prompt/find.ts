import "server-only";
import * as z from "zod/mini";
import { listWithheldPrompts } from "@/lib/battle/data";
import { listVotedBattles } from "@/lib/battle/list";
import { battleCursorSchema } from "@/lib/battle/list-schema";
import { type Db, db as defaultDb } from "@/lib/db";
import { getPrompt, listPromptCreations } from "@/lib/prompt/data";
import { listPromptChoices, listPrompts } from "@/lib/prompt/list";
import { rankCreations } from "@/lib/prompt/rank-creations";
import type {
  PromptChoices,
  PromptContent,
  PromptDetail,
  PromptListQuery,
  PromptPage,
  PromptRanking,
} from "@/lib/prompt/schema";
import { parseSlug, slugSchema } from "@/lib/slug";

/** Cards on one page of a prompt's gallery. */
const CREATIONS_A_PAGE = 24;

/** A form sends what was left empty too. */
const emptyable = <Schema extends z.core.$ZodType>(schema: Schema) =>
  z.optional(
    z.union([
      z.pipe(
        z.literal(""),
        z.transform(() => undefined),
      ),
      schema,
    ]),
  );

/** Postgres takes no NUL in a text, and nobody looks for control characters. */
const wordsSchema = z.pipe(
  z.string(),
  z.transform(
    (text) =>
      text
        .replace(/\p{C}+/gu, " ")
        .trim()
        .slice(0, 200) || undefined,
  ),
);

const listSchema = z.object({
  q: z.optional(wordsSchema),
  track: emptyable(slugSchema),
  category: emptyable(z.string().check(z.maxLength(100), z.regex(/^[^\p{C}]+$/u))),
  sort: emptyable(z.enum(["title", "votes"])),
  after: z.optional(slugSchema),
});

export type FoundPrompts = { query: PromptListQuery; page: PromptPage; choices: PromptChoices };

/** The list of prompts by what stands behind the `?` of its address; null when there is nothing at it. */
export async function findPrompts(
  { query, voterId }: { query: unknown; voterId: string | null },
  db: Db = defaultDb,
): Promise<FoundPrompts | null> {
  const parsed = listSchema.safeParse(query);
  if (!parsed.success) return null;
  const { q, track, category, sort, after } = parsed.data;
  const wanted = {
    ...{ words: q ?? null, track: track ?? null, category: category ?? null },
    ...{ sort: sort ?? "title", after: after ?? null },
  } as const;
  const withheld = await listWithheldPrompts(voterId, db);
  const [page, choices] = await Promise.all([
    listPrompts({ query: wanted, withheld }, db),
    listPromptChoices(db),
  ]);
  if (wanted.after !== null && page.prompts.length === 0) return null;
  return { query: wanted, page, choices };
}

/** A prompt's words by its address; null when there is nothing at it. */
export async function findPrompt(
  address: string,
  db: Db = defaultDb,
): Promise<(PromptDetail & { id: string }) | null> {
  const slug = parseSlug(address);
  return slug === null ? null : getPrompt(slug, db);
}

const detailSchema = z.object({
  track: z.optional(slugSchema),
  after: z.optional(z.uuid()),
  before: z.optional(battleCursorSchema),
});

export type FoundPrompt = { prompt: PromptDetail; content: PromptContent };

/**
 * A prompt's page by its address; null when there is nothing at it. While the reader has a battle on it there are
 * its words alone: even which entrants failed would narrow down who is in that battle.
 */
export async function findPromptDetail(
  { slug, query, voterId }: { slug: string; query: unknown; voterId: string | null },
  db: Db = defaultDb,
): Promise<FoundPrompt | null> {
  const parsed = detailSchema.safeParse(query);
  const found = parsed.success ? await findPrompt(slug, db) : null;
  if (!parsed.success || !found) return null;
  const { id, ...prompt } = found;
  const withheld = await listWithheldPrompts(voterId, db);
  if (withheld.has(id)) return { prompt, content: { state: "withheld" } };

  const { before = null, after = null } = parsed.data;
  const wanted = parsed.data.track;
  const track = prompt.tracks.find((one) => one.slug === wanted) ?? prompt.tracks[0];
  if (wanted !== undefined && track?.slug !== wanted) return null;
  const of = { promptId: id, track: track?.slug ?? null };
  const [creations, battles] = await Promise.all([
    track ? listPromptCreations({ prompt: found, track: track.slug }, db) : [],
    listVotedBattles({ of, before, withheld }, db),
  ]);
  const ranked = rankCreations(creations);
  const ranking = track ? toRanking({ track, ranked, after }) : null;
  return { prompt, content: { state: "shown", ranking, battles, isOlder: before !== null } };
}

/** The page after one creation; from the beginning when that one is not there any more. */
function toRanking({
  track,
  ranked,
  after,
}: Pick<PromptRanking, "track" | "ranked"> & { after: string | null }): PromptRanking {
  const start = ranked.findIndex(({ id }) => id === after) + 1;
  const page = ranked.slice(start, start + CREATIONS_A_PAGE);
  const isLast = start + CREATIONS_A_PAGE >= ranked.length;
  return {
    ...{ track, ranked, page },
    isContinued: start > 0,
    next: isLast ? null : (page.at(-1)?.id ?? null),
  };
}
