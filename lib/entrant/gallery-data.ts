import "server-only";
import { listWithheldPrompts } from "@/lib/battle/data";
import { JOIN_RECORD, RECORD_COLUMNS } from "@/lib/creation/record-sql";
import type { CreationCard } from "@/lib/creation/schema";
import { type Db, db as defaultDb, Prisma } from "@/lib/db";
import {
  type EntrantEffort,
  type FailureGroup,
  GALLERY_PAGE,
  type GalleryPage,
  type GalleryQuery,
  type Spread,
} from "@/lib/entrant/schema";
import type { VoteRecord } from "@/lib/vote/vote-record";

type Reader = { voterId: string | null };

type CardRow = VoteRecord & {
  id: string;
  promptId: string;
  track: string;
  replicate: number;
  status: string;
  triangles: number | null;
  hasMaterials: boolean;
  slug: string;
  title: string;
};

const NO_RECORD: VoteRecord = { wins: 0, losses: 0, ties: 0, bothBad: 0 };

/**
 * A page of an entrant's creations in the order of the prompts, by the index that makes each unique. What is withheld
 * from this reader is a title and nothing else, and no filter by how it ended finds it.
 */
export async function listEntrantCreations(
  { entrant, voterId, query }: Reader & { entrant: EntrantName; query: GalleryQuery },
  db: Db = defaultDb,
): Promise<GalleryPage> {
  const withheld = await listWithheldPrompts(voterId, db);
  const rows = await db.$queryRaw<CardRow[]>`
    SELECT c.id, c.prompt_id AS "promptId", c.track, c.replicate, c.status::text AS status, c.triangles,
           c.rendered_glb_sha256 IS NOT NULL AS "hasMaterials", p.slug, p.title, ${RECORD_COLUMNS}
    FROM creations c JOIN prompts p ON p.id = c.prompt_id ${JOIN_RECORD}
    WHERE c.entrant_id = ${entrant.id}::uuid AND c.hidden_at IS NULL
          ${Prisma.join(toConditions(entrant.id, query, withheld), " ")}
    ORDER BY c.prompt_id, c.track, c.replicate LIMIT ${GALLERY_PAGE + 1}`;
  const shown = rows.slice(0, GALLERY_PAGE);
  return {
    creations: shown.map((row) => toCard(row, { entrant, isWithheld: withheld.has(row.promptId) })),
    next: rows.length > GALLERY_PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}

type EntrantName = { id: string; slug: string; name: string };

function toConditions(
  entrantId: string,
  { track, category, show, after }: GalleryQuery,
  withheld: ReadonlySet<string>,
): Prisma.Sql[] {
  const [status, family] = show?.split(".") ?? [];
  return [
    // Joining needs one item at least.
    Prisma.empty,
    ...(track ? [Prisma.sql`AND c.track = ${track}`] : []),
    ...(category ? [Prisma.sql`AND p.category = ${category}`] : []),
    ...(show ? [Prisma.sql`AND c.prompt_id <> ALL (${[...withheld]}::uuid[])`] : []),
    ...(status === "failed" ? [Prisma.sql`AND c.status <> 'ok'`] : []),
    ...(status && status !== "failed"
      ? [Prisma.sql`AND c.status = ${status}::creation_status`]
      : []),
    ...(family
      ? [
          Prisma.sql`AND ${family} = (SELECT failure_family FROM attempts a
                                      WHERE a.creation_id = c.id ORDER BY number DESC LIMIT 1)`,
        ]
      : []),
    ...(after
      ? [
          Prisma.sql`AND (c.prompt_id, c.track, c.replicate) >
            (SELECT prompt_id, track, replicate FROM creations
             WHERE id = ${after}::uuid AND entrant_id = ${entrantId}::uuid)`,
        ]
      : []),
  ];
}

function toCard(
  row: CardRow,
  { entrant, isWithheld }: { entrant: EntrantName; isWithheld: boolean },
): CreationCard {
  const { id, track, replicate, slug, title, wins, losses, ties, bothBad } = row;
  const { status, triangles, hasMaterials } = row;
  return {
    ...{ id, track, replicate, isWithheld },
    entrant: { slug: entrant.slug, name: entrant.name },
    prompt: { slug, title },
    ...(isWithheld
      ? { status: "withheld", triangles: null, hasMaterials: false, record: NO_RECORD }
      : { status, triangles, hasMaterials, record: { wins, losses, ties, bothBad } }),
  };
}

/** An entrant's failed creations by how they ended, the most frequent first. Counts all; an example is never withheld. */
export async function listFailures(
  { entrantId, voterId }: Reader & { entrantId: string },
  db: Db = defaultDb,
): Promise<FailureGroup[]> {
  const withheld = [...(await listWithheldPrompts(voterId, db))];
  const rows = await db.$queryRaw<
    {
      status: string;
      family: string | null;
      count: number;
      id: string | null;
      title: string | null;
      errorText: string | null;
    }[]
  >`
    WITH failed AS MATERIALIZED (
      SELECT c.id, c.prompt_id, c.status, a.id AS attempt_id, a.failure_family AS family
      FROM creations c LEFT JOIN LATERAL (
        SELECT id, failure_family FROM attempts WHERE creation_id = c.id ORDER BY number DESC LIMIT 1) a ON true
      WHERE c.entrant_id = ${entrantId}::uuid AND c.hidden_at IS NULL AND c.status <> 'ok'),
    examples AS (
      SELECT DISTINCT ON (status, family) status, family, id, prompt_id, attempt_id FROM failed
      WHERE prompt_id <> ALL (${withheld}::uuid[]) ORDER BY status, family, prompt_id),
    counts AS (SELECT status, family, count(*)::int AS count FROM failed GROUP BY status, family)
    SELECT n.status, n.family, n.count, x.id, p.title, a.error_text AS "errorText"
    FROM counts n
    LEFT JOIN examples x ON x.status = n.status AND x.family IS NOT DISTINCT FROM n.family
    LEFT JOIN prompts p ON p.id = x.prompt_id
    LEFT JOIN attempts a ON a.id = x.attempt_id
    ORDER BY n.count DESC, n.status, n.family`;
  return rows.map(({ id, title, errorText, ...group }) => ({
    ...group,
    key: group.family === null ? group.status : `${group.status}.${group.family}`,
    example: id !== null && title !== null ? { id, title, errorText } : null,
  }));
}

/** What an entrant's creations took, of each measure the median and the mean over those that have it. */
export async function getEntrantEffort(
  entrantId: string,
  db: Db = defaultDb,
): Promise<EntrantEffort> {
  const rows = await db.$queryRaw<{ measure: string; median: number; mean: number; n: number }[]>`
    SELECT m.measure, percentile_cont(0.5) WITHIN GROUP (ORDER BY m.value) AS median,
           avg(m.value) AS mean, count(*)::int AS n
    FROM creations c
    CROSS JOIN LATERAL (
      SELECT count(*)::float8 AS attempts, sum(seconds) AS bake, sum(model_seconds) AS model,
             sum(input_tokens)::float8 AS input, sum(output_tokens)::float8 AS output
      FROM attempts WHERE creation_id = c.id) a
    CROSS JOIN LATERAL (VALUES
      ('cost', c.cost_usd::float8), ('modelSeconds', a.model), ('bakeSeconds', a.bake),
      ('inputTokens', a.input), ('outputTokens', a.output), ('attempts', a.attempts)) m (measure, value)
    WHERE c.entrant_id = ${entrantId}::uuid AND c.hidden_at IS NULL AND m.value IS NOT NULL
    GROUP BY m.measure`;
  const found = new Map(rows.map(({ measure, ...spread }) => [measure, spread]));
  const spreadOf = (measure: keyof EntrantEffort): Spread => found.get(measure) ?? null;
  return {
    cost: spreadOf("cost"),
    modelSeconds: spreadOf("modelSeconds"),
    bakeSeconds: spreadOf("bakeSeconds"),
    inputTokens: spreadOf("inputTokens"),
    outputTokens: spreadOf("outputTokens"),
    attempts: spreadOf("attempts"),
  };
}
