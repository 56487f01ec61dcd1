import "server-only";
import type { BoardStatus, RecomputePlan } from "@/lib/admin/status-schema";
import { type Db, db as defaultDb } from "@/lib/db";
import { listNewestSnapshots } from "@/lib/leaderboard/data";
import { GROWTH, OLDEST_MS } from "@/lib/leaderboard/schedule";
import { toBoardLabel } from "@/lib/leaderboard/scope";

type Row = Omit<BoardStatus, "label" | "computedAt"> & { computedAt: Date };

/** Every board's newest snapshot, the widest board first. Boards are found by skipping from one to the next in the index. */
export async function listBoardStatus(db: Db = defaultDb): Promise<BoardStatus[]> {
  const rows = await db.$queryRaw<Row[]>`
    WITH RECURSIVE boards (board) AS (
      SELECT min(board) FROM snapshots
      UNION ALL
      SELECT (SELECT min(s.board) FROM snapshots s WHERE s.board > boards.board) FROM boards WHERE board IS NOT NULL
    )
    SELECT boards.board, newest.votes, newest.through_seq::float8 AS "throughSeq", newest.computed_at AS "computedAt",
           jsonb_array_length(newest.entrants) AS entrants,
           jsonb_array_length(jsonb_path_query_array(newest.entrants, '$[*] ? (@.status == "rated")')) AS rated
    FROM boards
    JOIN LATERAL (SELECT * FROM snapshots s WHERE s.board = boards.board ORDER BY computed_at DESC LIMIT 1) newest ON true`;
  const tracks = await db.track.findMany({ select: { slug: true, name: true } });
  const names = new Map(tracks.map(({ slug, name }) => [slug, name]));
  return rows
    .map(({ computedAt, ...row }) => ({
      ...row,
      label: toBoardLabel(row.board, names),
      computedAt: computedAt.toISOString(),
    }))
    .sort(
      (one, other) =>
        depthOf(one.board) - depthOf(other.board) || (one.board < other.board ? -1 : 1),
    );
}

/** 0 of "all", 1 of a track, 2 of a category. */
function depthOf(board: string): number {
  return board === "all" ? 0 : board.split("/").length;
}

/** When the worker will find the clustered intervals anew; null before the first time. */
export async function getRecomputePlan(db: Db = defaultDb): Promise<RecomputePlan | null> {
  const stored = (await listNewestSnapshots(["all"], db)).get("all")?.inflation;
  if (!stored) return null;
  const { computedAt, votes } = stored;
  return {
    ...{ computedAt, votes },
    dueAtVotes: Math.ceil(votes * GROWTH),
    dueAt: new Date(Date.parse(computedAt) + OLDEST_MS).toISOString(),
  };
}
