import "server-only";
import { type Db, db as defaultDb, Prisma } from "@/lib/db";
import type { BoardInputs, StoredInflation } from "@/lib/leaderboard/compute";
import { type Leaderboard, leaderboardSchema } from "@/lib/leaderboard/schema";
import { listBoardNames, toScope } from "@/lib/leaderboard/scope";

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

/** The latest snapshot of a board with its id, or null when there is no such board. */
export async function getLatestSnapshot(
  board: string,
  db: Db = defaultDb,
): Promise<LatestSnapshot | null> {
  const snapshot = await db.snapshot.findFirst({
    where: { board },
    orderBy: { computedAt: "desc" },
    select: snapshotSelect,
  });
  if (!snapshot) return null;
  const leaderboard = leaderboardSchema.parse({
    ...snapshot,
    computedAt: snapshot.computedAt.toISOString(),
    throughSeq: Number(snapshot.throughSeq),
  });
  return { id: snapshot.id, ...leaderboard };
}

/** The latest snapshot of a board, or null when there is no such board. */
export async function getLeaderboard(
  board: string,
  db: Db = defaultDb,
): Promise<Leaderboard | null> {
  const snapshot = await getLatestSnapshot(board, db);
  if (!snapshot) return null;
  const { id: _, ...leaderboard } = snapshot;
  return leaderboard;
}

/** Every board, the widest first, with a label for people. */
export async function listBoards(db: Db = defaultDb): Promise<{ board: string; label: string }[]> {
  const tracks = await db.track.findMany({
    select: { slug: true, name: true },
    orderBy: { position: "asc" },
  });
  const names = new Map(tracks.map(({ slug, name }) => [slug, name]));
  const scopes = await db.$queryRaw<{ track: string; category: string }[]>`
    SELECT DISTINCT c.track, p.category FROM creations c JOIN prompts p ON p.id = c.prompt_id`;
  return listBoardNames(scopes).map((board) => {
    const { track, category } = toScope(board);
    if (!track) return { board, label: "All tracks" };
    const name = names.get(track) ?? track;
    return { board, label: category ? `${name} · ${category}` : name };
  });
}

/** The SQL of `readBoardInputs`: one statement, and so one moment of the ledger. Slugs in code-unit order. */
export const BOARD_INPUTS = `
  SELECT json_build_object(
    'throughSeq', coalesce((SELECT max(seq) FROM ledger), 0),
    'entrants', (
      SELECT coalesce(json_agg(json_build_object('slug', slug, 'name', name) ORDER BY slug COLLATE "C"), '[]')
      FROM entrants),
    'tallies', (
      SELECT coalesce(json_agg(json_build_object(
        'track', t.track, 'category', t.category, 'left', l.slug, 'right', r.slug,
        'leftWins', t.left_wins, 'rightWins', t.right_wins, 'ties', t.ties, 'bothBad', t.both_bad
      ) ORDER BY t.track, t.category, t.display, l.slug, r.slug), '[]')
      FROM tallies t JOIN entrants l ON l.id = t.left_entrant_id JOIN entrants r ON r.id = t.right_entrant_id),
    'executions', (
      SELECT coalesce(json_agg(json_build_object(
        'slug', slug, 'track', track, 'category', category, 'tried', tried, 'shown', shown
      ) ORDER BY slug, track, category), '[]')
      FROM (SELECT e.slug, c.track, p.category, count(*) AS tried, count(*) FILTER (WHERE c.status = 'ok') AS shown
            FROM (SELECT DISTINCT ON (entrant_id, prompt_id, track) entrant_id, prompt_id, track, status
                  FROM creations WHERE hidden_at IS NULL
                  ORDER BY entrant_id, prompt_id, track, replicate) c
            JOIN entrants e ON e.id = c.entrant_id JOIN prompts p ON p.id = c.prompt_id
            GROUP BY 1, 2, 3) x)
  ) AS inputs`;

/** Everything boards are computed from. */
export async function readBoardInputs(db: Db = defaultDb): Promise<BoardInputs> {
  const rows = await db.$queryRaw<{ inputs: BoardInputs }[]>(Prisma.raw(BOARD_INPUTS));
  const inputs = rows[0]?.inputs;
  if (!inputs) throw new Error("The board inputs could not be read");
  return inputs;
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

/** What boards depend on, as one text; null while events wait for their place in the ledger. */
export async function getBoardState(db: Db = defaultDb): Promise<string | null> {
  const rows = await db.$queryRaw<{ isPending: boolean; seq: bigint; version: bigint }[]>`
    SELECT EXISTS (SELECT 1 FROM ledger_inbox) AS "isPending",
           coalesce((SELECT max(seq) FROM ledger), 0) AS seq,
           (SELECT version FROM catalogue) AS version`;
  const state = rows[0];
  return !state || state.isPending ? null : `${state.seq} ${state.version}`;
}
