import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";

/** Counted votes by the prompt's id, as of a place in the ledger. */
type VoteCounts = { throughSeq: bigint; votes: ReadonlyMap<string, number> };

const cache = new WeakMap<Db, VoteCounts>();
const folding = new WeakMap<Db, Promise<VoteCounts>>();

/**
 * Counted votes of every prompt that has one, by its id. The first answer of a process folds the tallies; every later
 * one adds only the events that the ledger has gained since, so a page costs the same at any number of votes.
 */
export async function getPromptVotes(db: Db = defaultDb): Promise<ReadonlyMap<string, number>> {
  const known = cache.get(db);
  const counts = known ? await followLedger(known, db) : await foldOnce(db);
  cache.set(db, counts);
  return counts.votes;
}

/** Readers who come while the first fold runs wait for it instead of starting their own. */
function foldOnce(db: Db): Promise<VoteCounts> {
  const running = folding.get(db);
  if (running) return running;
  const started = foldTallies(db).finally(() => folding.delete(db));
  folding.set(db, started);
  return started;
}

/** One statement, and so one moment: tallies and ledger change in the same transaction. */
async function foldTallies(db: Db): Promise<VoteCounts> {
  const rows = await db.$queryRaw<{ throughSeq: bigint; promptId: string | null; votes: number }[]>`
    SELECT coalesce((SELECT max(seq) FROM ledger), 0) AS "throughSeq", prompt_id AS "promptId", votes
    FROM (VALUES (0)) one LEFT JOIN (
      SELECT c.prompt_id, sum(t.left_wins + t.right_wins + t.ties + t.both_bad)::int AS votes
      FROM creation_tallies t JOIN creations c ON c.id = t.left_creation_id GROUP BY c.prompt_id
    ) counts ON true`;
  const votes = new Map<string, number>();
  for (const row of rows) if (row.promptId !== null) votes.set(row.promptId, row.votes);
  return { throughSeq: rows[0]?.throughSeq ?? 0n, votes };
}

async function followLedger(known: VoteCounts, db: Db): Promise<VoteCounts> {
  const rows = await db.$queryRaw<{ lastSeq: bigint; promptId: string; change: number }[]>`
    SELECT max(l.seq) AS "lastSeq", b.prompt_id AS "promptId",
           sum(CASE l.kind WHEN 'exclude' THEN -1 ELSE 1 END)::int AS change
    FROM ledger l JOIN votes v ON v.id = l.vote_id JOIN battles b ON b.id = v.battle_id
    WHERE l.seq > ${known.throughSeq}
    GROUP BY b.prompt_id`;
  if (rows.length === 0) return known;
  const votes = new Map(known.votes);
  let { throughSeq } = known;
  for (const { promptId, change, lastSeq } of rows) {
    votes.set(promptId, (votes.get(promptId) ?? 0) + change);
    if (lastSeq > throughSeq) throughSeq = lastSeq;
  }
  return { throughSeq, votes };
}
