import "server-only";
import * as z from "zod/mini";
import { type Db, db as defaultDb } from "@/lib/db";
import { getBootstrap, type StoredBootstrap } from "@/lib/leaderboard/bootstraps";
import { listHistory } from "@/lib/leaderboard/history";
import { boardRowSchema } from "@/lib/leaderboard/schema";
import { logger } from "@/lib/logger";
import { type HistoryLines, toHistoryLines } from "@/lib/plots/history-lines";
import type { BoardMetricId } from "@/lib/plots/metric";
import type { BoardFigures } from "@/lib/plots/plot-entrant";

const rowsSchema = z.array(boardRowSchema);

/** All that the page of plots shows of a board. */
export type BoardPlots = {
  figures: BoardFigures;
  history: HistoryLines;
  /** Null before the first. */
  bootstrap: StoredBootstrap | null;
};

/** All that the page of plots shows of a board; null without such a board. */
export async function getBoardPlots(board: string, db: Db = defaultDb): Promise<BoardPlots | null> {
  const [figures, history, bootstrap] = await Promise.all([
    getBoardFigures(board, db),
    listHistory(board, {}, db),
    getBootstrap(board, db),
  ]);
  return figures && { figures, history: toHistoryLines(history), bootstrap };
}

/** What plots show of a board: its newest ratings and what else was measured of each entrant; null without such a board. */
export async function getBoardFigures(
  board: string,
  db: Db = defaultDb,
): Promise<BoardFigures | null> {
  const [snapshot, metrics] = await Promise.all([
    db.snapshot.findFirst({
      where: { board },
      orderBy: { computedAt: "desc" },
      select: {
        ...{ computedAt: true, throughSeq: true, votes: true, method: true, seed: true },
        entrants: true,
      },
    }),
    getCreationMetrics(db),
  ]);
  if (!snapshot) return null;
  const { computedAt, throughSeq, entrants, ...rest } = snapshot;
  const ofBoard = metrics.get(board);
  return {
    ...{ board, ...rest, computedAt: computedAt.toISOString(), throughSeq: Number(throughSeq) },
    entrants: rowsSchema.parse(entrants).map((row) => {
      const { slug, name, rank, rating, lower, upper, battles, executability } = row;
      return {
        ...{ slug, name, rank, rating, lower, upper, battles },
        metrics: { executability, ...ofBoard?.get(slug) },
      };
    }),
  };
}

/** What was measured of an entrant's creations on one board. */
type CreationMetrics = Record<Exclude<BoardMetricId, "executability">, number | null>;
type MetricsOfBoards = Map<string, Map<string, CreationMetrics>>;

type Aggregated = { version: bigint; metrics: MetricsOfBoards; tookMs: number; doneAt: number };

/** At least the last aggregate; `next` while a newer one is made. */
type Cached = { last: Aggregated | null; next: Promise<Aggregated> | null };

const cache = new WeakMap<Db, Cached>();

/** An aggregate that takes no longer than this is waited for when the catalogue changed. */
const PATIENCE_MS = 50;

/** A slower one is made in the background, and takes at most this share of the time however often that changes. */
const MOST_OF_TIME = 0.1;

/**
 * By board, then by slug. Aggregates every creation, so it is kept in memory between changes of the catalogue, whose
 * version triggers in the database raise: every web process comes to the same. Where there are so many creations that
 * it takes long, readers get the last one until the next is made.
 */
async function getCreationMetrics(db: Db): Promise<MetricsOfBoards> {
  const { version } = await db.catalogue.findUniqueOrThrow({
    where: { id: 1 },
    select: { version: true },
  });
  const cached = cache.get(db) ?? { last: null, next: null };
  cache.set(db, cached);
  const { last } = cached;
  if (last?.version === version) return last.metrics;
  if (!last || last.tookMs <= PATIENCE_MS) {
    cached.next ??= aggregate(version, cached, db);
    return (await cached.next).metrics;
  }
  if (!cached.next && performance.now() - last.doneAt >= last.tookMs / MOST_OF_TIME) {
    cached.next = aggregate(version, cached, db);
    cached.next.catch((error) => logger.warn({ err: error }, "creations were not measured anew"));
  }
  return last.metrics;
}

async function aggregate(version: bigint, cached: Cached, db: Db): Promise<Aggregated> {
  const begun = performance.now();
  try {
    const metrics = await aggregateCreations(db);
    const doneAt = performance.now();
    cached.last = { version, metrics, tookMs: doneAt - begun, doneAt };
    return cached.last;
  } finally {
    cached.next = null;
  }
}

type MetricsRow = { slug: string; track: string | null; category: string | null } & CreationMetrics;

/** A creation without any recorded time, tokens or cost counts in none of those means. */
async function aggregateCreations(db: Db): Promise<MetricsOfBoards> {
  // The length in bytes stands beside a script; its lines could only be counted by reading all of it, which is most
  // of the time at 50,000 creations. Grouped in byte order: a locale's order costs as much as the aggregate itself.
  const rows = await db.$queryRaw<MetricsRow[]>`
    WITH tried AS (
      SELECT a.creation_id, count(*) AS attempts, sum(a.output_tokens) AS tokens,
             sum(coalesce(a.model_seconds, 0) + coalesce(a.seconds, 0))
               FILTER (WHERE a.model_seconds IS NOT NULL OR a.seconds IS NOT NULL) AS seconds,
             max(octet_length(a.script)) FILTER (WHERE a.number = c.chosen_attempt) AS script
      FROM attempts a JOIN creations c ON c.id = a.creation_id
      GROUP BY a.creation_id
    ), made AS (
      SELECT c.entrant_id, c.track COLLATE "C" AS track, p.category COLLATE "C" AS category,
             c.cost_usd::float8 AS cost, c.triangles, c.glb_bytes, t.attempts, t.tokens, t.seconds, t.script
      FROM creations c
      JOIN prompts p ON p.id = c.prompt_id
      LEFT JOIN tried t ON t.creation_id = c.id
      WHERE c.hidden_at IS NULL
    ), measured AS (
      SELECT entrant_id, track, category,
             avg(cost) AS cost, avg(seconds)::float8 AS seconds,
             avg(tokens)::float8 AS tokens, avg(attempts)::float8 AS attempts,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY script) AS script,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY triangles) AS triangles,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY glb_bytes) AS bytes
      FROM made
      GROUP BY GROUPING SETS ((entrant_id), (entrant_id, track), (entrant_id, track, category))
    )
    SELECT e.slug, m.track, m.category, m.cost, m.seconds, m.tokens, m.attempts, m.script, m.triangles, m.bytes
    FROM measured m JOIN entrants e ON e.id = m.entrant_id`;
  const boards: MetricsOfBoards = new Map();
  for (const { slug, track, category, ...metrics } of rows) {
    const board = track === null ? "all" : category === null ? track : `${track}/${category}`;
    const ofBoard = boards.get(board) ?? new Map<string, CreationMetrics>();
    boards.set(board, ofBoard.set(slug, metrics));
  }
  return boards;
}
