import "server-only";
import type { Run, RunPage, RunQuery, RunSum, RunSums } from "@/lib/admin/creation-schema";
import { listWithheldPrompts } from "@/lib/battle/data";
import { type Db, db as defaultDb, Prisma } from "@/lib/db";

export const RUN_PAGE_SIZE = 25;
/** Sums are of this many days. */
const SUMMED_DAYS = 14;

const attemptSelect = {
  number: true,
  kind: true,
  status: true,
  failureFamily: true,
  errorText: true,
  seconds: true,
  modelSeconds: true,
  inputTokens: true,
  outputTokens: true,
  costUsd: true,
} satisfies Prisma.AttemptSelect;

const runSelect = {
  id: true,
  promptId: true,
  trackSlug: true,
  replicate: true,
  status: true,
  createdAt: true,
  costUsd: true,
  entrant: { select: { slug: true, name: true } },
  prompt: { select: { slug: true, title: true } },
  attempts: { select: attemptSelect, orderBy: { number: "asc" } },
} satisfies Prisma.CreationSelect;

type Row = Prisma.CreationGetPayload<{ select: typeof runSelect }>;

/** A page of creations as they were made, the newest first. */
export async function listRuns(
  query: RunQuery,
  voterId: string | null,
  db: Db = defaultDb,
): Promise<RunPage> {
  const { entrant, status, before } = query;
  const rows = await db.creation.findMany({
    where: {
      ...(entrant && { entrant: { slug: entrant } }),
      ...(status && { status }),
      ...(before && { id: { lt: before } }),
    },
    select: runSelect,
    orderBy: { id: "desc" },
    take: RUN_PAGE_SIZE + 1,
  });
  const withheld = await listWithheldPrompts(voterId, db);
  const runs = rows.slice(0, RUN_PAGE_SIZE).map((row) => toRun(row, withheld));
  const isMore = rows.length > RUN_PAGE_SIZE;
  return { runs, next: isMore ? (runs.at(-1)?.id ?? null) : null };
}

/** How one creation was made; null for an unknown one. */
export async function getRun(
  id: string,
  voterId: string | null,
  db: Db = defaultDb,
): Promise<Run | null> {
  const row = await db.creation.findUnique({ where: { id }, select: runSelect });
  return row && toRun(row, await listWithheldPrompts(voterId, db));
}

function toRun(row: Row, withheld: ReadonlySet<string>): Run {
  const { promptId, trackSlug, createdAt, costUsd, attempts, ...rest } = row;
  const isWithheld = withheld.has(promptId);
  return {
    ...rest,
    isWithheld,
    track: trackSlug,
    madeAt: createdAt.toISOString(),
    costUsd: isWithheld ? null : toNumber(costUsd),
    attempts: isWithheld
      ? []
      : attempts.map((attempt) => ({ ...attempt, costUsd: toNumber(attempt.costUsd) })),
  };
}

function toNumber(amount: Prisma.Decimal | null): number | null {
  return amount === null ? null : Number(amount);
}

/** What the creations of the last days took, by day (newest first) and by entrant (dearest first). */
export async function sumRuns(
  { entrant }: Pick<RunQuery, "entrant">,
  db: Db = defaultDb,
): Promise<RunSums> {
  const rows = await db.$queryRaw<(Omit<RunSum, "key"> & { day: string; slug: string })[]>`
    WITH made AS MATERIALIZED (
      SELECT c.id, c.entrant_id, c.status, c.cost_usd, (c.created_at AT TIME ZONE 'UTC')::date AS day
      FROM creations c
      WHERE c.created_at >= date_trunc('day', now(), 'UTC') - make_interval(days => ${SUMMED_DAYS - 1}::int)
        ${entrant ? Prisma.sql`AND c.entrant_id = (SELECT id FROM entrants WHERE slug = ${entrant})` : Prisma.empty}
    ), tried AS (
      SELECT m.day, m.entrant_id, count(*) AS attempts, sum(a.seconds) AS seconds, sum(a.model_seconds) AS model_seconds,
             sum(a.input_tokens) AS input_tokens, sum(a.output_tokens) AS output_tokens
      FROM made m JOIN attempts a ON a.creation_id = m.id GROUP BY 1, 2
    ), ended AS (
      SELECT day, entrant_id, count(*) AS creations, count(*) FILTER (WHERE status = 'ok') AS ok, sum(cost_usd) AS cost_usd
      FROM made GROUP BY 1, 2
    )
    SELECT to_char(day, 'YYYY-MM-DD') AS day, e.slug, e.name, creations::int, ok::int, coalesce(attempts, 0)::int AS attempts,
           coalesce(seconds, 0)::float8 AS seconds, coalesce(model_seconds, 0)::float8 AS "modelSeconds",
           coalesce(input_tokens, 0)::float8 AS "inputTokens", coalesce(output_tokens, 0)::float8 AS "outputTokens",
           coalesce(cost_usd, 0)::float8 AS "costUsd"
    FROM ended LEFT JOIN tried USING (day, entrant_id) JOIN entrants e ON e.id = ended.entrant_id`;
  return {
    summedDays: SUMMED_DAYS,
    days: addUp(rows, ({ day }) => ({ key: day, name: day })).sort((one, other) =>
      one.key < other.key ? 1 : -1,
    ),
    entrants: addUp(rows, ({ slug, name }) => ({ key: slug, name })).sort(
      (one, other) => other.costUsd - one.costUsd || other.creations - one.creations,
    ),
  };
}

const SUMMED = [
  ...(["creations", "ok", "attempts", "seconds", "modelSeconds"] as const),
  ...(["inputTokens", "outputTokens", "costUsd"] as const),
] as const;

type Figures = Pick<RunSum, (typeof SUMMED)[number]>;

function addUp<Row extends Figures>(
  rows: readonly Row[],
  toKey: (row: Row) => { key: string; name: string },
): RunSum[] {
  const sums = new Map<string, RunSum>();
  for (const row of rows) {
    const { key, name } = toKey(row);
    const sum = sums.get(key) ?? { key, name, ...NOTHING_MADE };
    for (const figure of SUMMED) sum[figure] += row[figure];
    sums.set(key, sum);
  }
  return [...sums.values()];
}

const NOTHING_MADE: Figures = {
  ...{ creations: 0, ok: 0, attempts: 0, seconds: 0, modelSeconds: 0 },
  ...{ inputTokens: 0, outputTokens: 0, costUsd: 0 },
};
