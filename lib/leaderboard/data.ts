import "server-only";
import { keptByCatalogue } from "@/lib/catalogue-cache";
import { type Db, db as defaultDb, type Prisma } from "@/lib/db";
import type { BoardQuery } from "@/lib/leaderboard/board-query";
import type { StoredInflation } from "@/lib/leaderboard/compute";
import { cutMatrixWindow, type MatrixBody } from "@/lib/leaderboard/matrix-window";
import {
  type BoardStandings,
  type Leaderboard,
  leaderboardSchema,
  type Standing,
} from "@/lib/leaderboard/schema";
import { listBoardNames, toBoardLabel } from "@/lib/leaderboard/scope";

const snapshotSelect = {
  id: true,
  board: true,
  computedAt: true,
  throughSeq: true,
  votes: true,
  method: true,
  seed: true,
  intervals: true,
  entrants: true,
  matrix: true,
} satisfies Prisma.SnapshotSelect;

export type LatestSnapshot = Leaderboard & { id: string };

type CachedSnapshot = { id: string; snapshot: Promise<LatestSnapshot | null> };

/** About 40 MB of a process at 100 entrants; boards beyond these are read anew. */
const MAX_CACHED_BOARDS = 24;

const snapshots = new WeakMap<Db, Map<string, CachedSnapshot>>();

/**
 * The latest snapshot of a board with its id, or null when there is no such board. Snapshots are immutable: each
 * request asks which one is the newest, and only a new one is read and checked. Not to be changed by the caller.
 */
export async function getLatestSnapshot(
  board: string,
  db: Db = defaultDb,
): Promise<LatestSnapshot | null> {
  const newest = await db.snapshot.findFirst({
    where: { board },
    orderBy: { computedAt: "desc" },
    select: { id: true },
  });
  if (!newest) return null;
  const cache = snapshots.get(db) ?? new Map<string, CachedSnapshot>();
  snapshots.set(db, cache);
  const known = cache.get(board);
  const cached =
    known?.id === newest.id ? known : { id: newest.id, snapshot: readSnapshot(newest.id, db) };
  // The board asked for last stands last; the first one goes.
  cache.delete(board);
  cache.set(board, cached);
  for (const oldest of cache.keys()) if (cache.size > MAX_CACHED_BOARDS) cache.delete(oldest);
  try {
    return await cached.snapshot;
  } catch (error) {
    if (cache.get(board) === cached) cache.delete(board);
    throw error;
  }
}

async function readSnapshot(id: string, db: Db): Promise<LatestSnapshot | null> {
  const snapshot = await db.snapshot.findUnique({ where: { id }, select: snapshotSelect });
  if (!snapshot) return null;
  const leaderboard = leaderboardSchema.parse({
    ...snapshot,
    computedAt: snapshot.computedAt.toISOString(),
    throughSeq: Number(snapshot.throughSeq),
  });
  return { id, ...leaderboard };
}

/** The latest snapshot of a board, or null when there is no such board. */
export async function getLeaderboard(
  board: string,
  db: Db = defaultDb,
): Promise<Leaderboard | null> {
  const snapshot = await getLatestSnapshot(board, db);
  return snapshot && withoutId(snapshot);
}

function withoutId({ id: _, ...leaderboard }: LatestSnapshot): Leaderboard {
  return leaderboard;
}

const bodies = new WeakMap<LatestSnapshot, string>();

/** The body of GET /api/leaderboard and its snapshot's id, written once a snapshot; null when there is no such board. */
export async function getLeaderboardBody(
  board: string,
  db: Db = defaultDb,
): Promise<{ id: string; body: string } | null> {
  const snapshot = await getLatestSnapshot(board, db);
  if (!snapshot) return null;
  const body = bodies.get(snapshot) ?? JSON.stringify(withoutId(snapshot));
  bodies.set(snapshot, body);
  return { id: snapshot.id, body };
}

/** What a board's page shows, of one snapshot: every row, and of the matrix only the part asked for. */
export async function getBoardPage(
  { board, matrix: place }: Pick<BoardQuery, "board" | "matrix">,
  db: Db = defaultDb,
): Promise<{ standings: BoardStandings; matrix: MatrixBody } | null> {
  const snapshot = await getLatestSnapshot(board, db);
  if (!snapshot) return null;
  const { matrix, ...standings } = withoutId(snapshot);
  const { throughSeq } = standings;
  return { standings, matrix: { board, throughSeq, window: cutMatrixWindow(matrix, place) } };
}

/** Where an entrant stands on a board; null when there is no such board or no such entrant. */
export async function getStanding(
  { board, slug }: { board: string; slug: string },
  db: Db = defaultDb,
): Promise<Standing | null> {
  const snapshot = await getLatestSnapshot(board, db);
  if (!snapshot) return null;
  const row = snapshot.entrants.find((entrant) => entrant.slug === slug);
  if (row) return { name: row.name, board, row };
  const entrant = await db.entrant.findUnique({ where: { slug }, select: { name: true } });
  return entrant && { name: entrant.name, board, row: null };
}

export type BoardChoice = { board: string; label: string };

const keptBoards = keptByCatalogue(readBoards);

/** Every board, the widest first, with a label for people. */
export function listBoards(db: Db = defaultDb): Promise<BoardChoice[]> {
  return keptBoards(db);
}

async function readBoards(db: Db): Promise<BoardChoice[]> {
  const tracks = await db.track.findMany({
    select: { slug: true, name: true },
    orderBy: { position: "asc" },
  });
  const names = new Map(tracks.map(({ slug, name }) => [slug, name]));
  const scopes = await db.$queryRaw<{ track: string; category: string }[]>`
    SELECT DISTINCT c.track, p.category FROM creations c JOIN prompts p ON p.id = c.prompt_id`;
  return listBoardNames(scopes).map((board) => ({ board, label: toBoardLabel(board, names) }));
}

/** What a board's newest snapshot says of itself, for the next one. */
export type NewestSnapshot = { contentHash: string; inflation: StoredInflation | null };

/** The newest snapshot of each of these boards that has one. */
export async function listNewestSnapshots(
  boards: string[],
  db: Db = defaultDb,
): Promise<Map<string, NewestSnapshot>> {
  const rows = await db.$queryRaw<({ board: string } & NewestSnapshot)[]>`
    SELECT wanted.board, newest.content_hash AS "contentHash", newest.inflation
    FROM unnest(${boards}::text[]) AS wanted (board),
         LATERAL (SELECT content_hash, inflation FROM snapshots s WHERE s.board = wanted.board
                  ORDER BY computed_at DESC LIMIT 1) AS newest`;
  return new Map(rows.map(({ board, ...newest }) => [board, newest]));
}
