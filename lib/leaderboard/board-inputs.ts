import "server-only";
import { keptByCatalogue } from "@/lib/catalogue-cache";
import { type Db, db as defaultDb } from "@/lib/db";
import type { BoardCatalogue, BoardInputs, BoardTallies } from "@/lib/leaderboard/compute";
import { listBoardNames, toScope } from "@/lib/leaderboard/scope";

/** Runs SQL somewhere: on a Prisma client, or on a connection in a transaction of its own. */
export type Query = <Row>(sql: string, values: unknown[]) => Promise<Row[]>;

/** Queries by a Prisma client or one of its transactions. */
export function queryBy(db: Db): Query {
  return (sql, values) => db.$queryRawUnsafe(sql, ...values);
}

type Scope = { track: string; category: string };

/** What boards are made of besides votes, with its version, which any change of it raises. */
export type VersionedCatalogue = BoardCatalogue & { version: number; scopes: Scope[] };

/** One statement, and so one moment. Slugs in code-unit order. */
const CATALOGUE = `
  SELECT json_build_object(
    'version', (SELECT version FROM catalogue),
    'entrants', (
      SELECT coalesce(json_agg(json_build_object('slug', slug, 'name', name) ORDER BY slug COLLATE "C"), '[]')
      FROM entrants),
    'scopes', (
      SELECT coalesce(json_agg(json_build_object('track', track, 'category', category) ORDER BY track, category), '[]')
      FROM (SELECT DISTINCT c.track, p.category FROM creations c JOIN prompts p ON p.id = c.prompt_id) s),
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
  ) AS catalogue`;

/** The catalogue as it is now. */
export async function readCatalogue(query: Query): Promise<VersionedCatalogue> {
  const [row] = await query<{ catalogue: VersionedCatalogue }>(CATALOGUE, []);
  if (!row) throw new Error("The catalogue could not be read");
  return row.catalogue;
}

const keptCatalogue = keptByCatalogue((db) => readCatalogue(queryBy(db)));

/** The same, read anew only when it changed: it looks at every creation. Not to be changed by the caller. */
export function getCatalogue(db: Db = defaultDb): Promise<VersionedCatalogue> {
  return keptCatalogue(db);
}

/** One statement, and so one moment of the ledger. */
const TALLIES = `
  SELECT json_build_object(
    'throughSeq', coalesce((SELECT max(seq) FROM ledger), 0),
    'tallies', (
      SELECT coalesce(json_agg(json_build_object(
        'left', l.slug, 'right', r.slug,
        'leftWins', t.left_wins, 'rightWins', t.right_wins, 'ties', t.ties, 'bothBad', t.both_bad)), '[]')
      FROM (SELECT left_entrant_id, right_entrant_id, sum(left_wins) AS left_wins, sum(right_wins) AS right_wins,
                   sum(ties) AS ties, sum(both_bad) AS both_bad
            FROM tallies
            WHERE ($1::text IS NULL OR track = $1) AND ($2::text IS NULL OR category = $2)
            GROUP BY left_entrant_id, right_entrant_id) t
      JOIN entrants l ON l.id = t.left_entrant_id JOIN entrants r ON r.id = t.right_entrant_id)
  ) AS tallies`;

/** The counted votes of a board, in no order. */
export async function readTallies(board: string, query: Query): Promise<BoardTallies> {
  const { track = null, category = null } = toScope(board);
  const [row] = await query<{ tallies: BoardTallies }>(TALLIES, [track, category]);
  if (!row) throw new Error("The tallies could not be read");
  return row.tallies;
}

/** Everything that a board is computed from, as it is now; in a transaction its votes are what `tx` sees. */
export async function readBoardInputs(
  board: string,
  db: Db = defaultDb,
  tx: Db = db,
): Promise<BoardInputs> {
  const { entrants, executions } = await getCatalogue(db);
  return { entrants, executions, ...(await readTallies(board, queryBy(tx))) };
}

/** Every (track, category) that has a creation or a vote; a vote stays with the category that its prompt had then. */
export async function listScopes({ scopes }: VersionedCatalogue, query: Query): Promise<Scope[]> {
  return [...scopes, ...(await query<Scope>("SELECT DISTINCT track, category FROM tallies", []))];
}

/** How far boards have come: the ledger, and the catalogue's version. */
export type BoardState = { seq: number; version: number };

/** What boards depend on; null while events wait for their place in the ledger. */
export async function getBoardState(db: Db = defaultDb): Promise<BoardState | null> {
  const [row] = await db.$queryRaw<{ isPending: boolean; seq: bigint; version: bigint }[]>`
    SELECT EXISTS (SELECT 1 FROM ledger_inbox) AS "isPending",
           coalesce((SELECT max(seq) FROM ledger), 0) AS seq,
           (SELECT version FROM catalogue) AS version`;
  if (!row || row.isPending) return null;
  return { seq: Number(row.seq), version: Number(row.version) };
}

/** The boards that may differ from what they were at a state: those with later votes, or all after any other change. */
export async function listBoardsSince(
  since: BoardState | null,
  catalogue: VersionedCatalogue,
  db: Db = defaultDb,
): Promise<string[]> {
  if (since?.version !== catalogue.version)
    return listBoardNames(await listScopes(catalogue, queryBy(db)));
  const scopes = await db.$queryRaw<Scope[]>`
    SELECT DISTINCT b.track, b.category
    FROM ledger l JOIN votes v ON v.id = l.vote_id JOIN battles b ON b.id = v.battle_id
    WHERE l.seq > ${since.seq}`;
  return scopes.length > 0 ? listBoardNames(scopes) : [];
}
