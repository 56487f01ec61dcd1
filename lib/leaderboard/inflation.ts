import "server-only";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { pool as defaultPool } from "@/lib/db";
import { listScopes, type Query, readCatalogue, readTallies } from "@/lib/leaderboard/board-inputs";
import { type BoardInputs, type StoredInflation, selectBoard } from "@/lib/leaderboard/compute";
import { covers, listBoardNames, toScope } from "@/lib/leaderboard/scope";
import { foldInflation } from "@/lib/rating/clustered";
import type { Outcome } from "@/lib/rating/outcome";
import { votesIn } from "@/lib/rating/tally";
import type { OnProgress } from "@/lib/recompute/schema";

/** How often whoever watches is told how many votes were read. */
const TELL_MS = 250;

/**
 * Every counted vote, those of one voter together, as tab-separated numbers: voter, prompt, scope, left and right
 * entrant (each counted from 0 in the order of its list), and the outcome. A vote is in the ledger exactly when it
 * is not in the inbox, and few are, which spares a join with the whole ledger.
 */
const COUNTED_VOTES = `
  WITH prompt_numbers AS (SELECT id, row_number() OVER (ORDER BY slug) - 1 AS n FROM prompts),
       entrant_numbers AS (SELECT id, row_number() OVER (ORDER BY slug COLLATE "C") - 1 AS n FROM entrants),
       excluded AS MATERIALIZED (
         SELECT e.vote_id FROM ledger e
         WHERE e.kind = 'exclude'
           AND NOT EXISTS (SELECT 1 FROM ledger r WHERE r.vote_id = e.vote_id AND r.kind <> 'vote' AND r.seq > e.seq))
  SELECT dense_rank() OVER (ORDER BY v.voter_id) - 1, p.n, b.track, b.category, le.n, re.n, v.outcome
  FROM votes v
  JOIN battles b ON b.id = v.battle_id
  JOIN prompt_numbers p ON p.id = b.prompt_id
  JOIN entrant_numbers le ON le.id = b.left_entrant_id
  JOIN entrant_numbers re ON re.id = b.right_entrant_id
  WHERE NOT EXISTS (SELECT 1 FROM ledger_inbox i WHERE i.vote_id = v.id AND i.kind = 'vote')
    AND NOT EXISTS (SELECT 1 FROM excluded x WHERE x.vote_id = v.id)
  ORDER BY v.voter_id`;

/**
 * The full recompute's part that needs every vote: for each board, by how much clustering by voter and by prompt
 * widens each entrant's interval. Streams the ledger at one moment, in memory that does not grow with the votes.
 */
export async function computeInflations(
  computedAt: Date,
  pool: pg.Pool = defaultPool,
  onProgress: OnProgress = async () => undefined,
): Promise<Map<string, StoredInflation>> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const query: Query = async (sql, values) => (await client.query(sql, values)).rows;
    const catalogue = await readCatalogue(query);
    const scopes = await listScopes(catalogue, query);
    const folds: Fold[] = [];
    for (const board of listBoardNames(scopes))
      folds.push(toFold(board, { ...catalogue, ...(await readTallies(board, query)) }));
    await foldVotes({ client, scopes, folds, onProgress });
    await client.query("COMMIT");
    client.release();
    return new Map(
      folds.map(({ board, throughSeq, votes, finish }) => [
        board,
        { throughSeq, computedAt: computedAt.toISOString(), votes, ...finish() },
      ]),
    );
  } catch (error) {
    client.release(true);
    throw error;
  }
}

type Fold = {
  board: string;
  throughSeq: number;
  votes: number;
  covers: (track: string, category: string) => boolean;
  add: (vote: {
    voter: number;
    prompt: number;
    left: number;
    right: number;
    outcome: Outcome;
  }) => void;
  finish: () => Pick<StoredInflation, "voters" | "prompts" | "factors">;
};

/** A board's fold; entrants keep their numbers of the whole list outside. */
function toFold(board: string, inputs: BoardInputs): Fold {
  const { slugs, tallies } = selectBoard(board, inputs);
  const fold = foldInflation({ entrants: slugs, tallies });
  const places = new Map(slugs.map((slug, place) => [slug, place]));
  const placeOf = inputs.entrants.map(({ slug }) => places.get(slug) ?? -1);
  const scope = toScope(board);
  return {
    ...{ board, throughSeq: inputs.throughSeq },
    votes: tallies.reduce((sum, tally) => sum + votesIn(tally), 0),
    covers: (track, category) => covers(scope, { track, category }),
    // Field by field, here and in addVote: copying objects takes most of the time at a million votes.
    add: ({ voter, prompt, left, right, outcome }) =>
      fold.add({
        voter,
        prompt,
        left: placeOf[left] ?? -1,
        right: placeOf[right] ?? -1,
        outcome,
      }),
    finish: () => {
      const { inflation, voters, prompts } = fold.finish();
      const factors = Object.fromEntries(slugs.map((slug, place) => [slug, inflation[place] ?? 1]));
      return { voters, prompts, factors };
    },
  };
}

type Reading = {
  client: pg.PoolClient;
  scopes: { track: string; category: string }[];
  folds: Fold[];
  onProgress: OnProgress;
};

async function foldVotes({ client, scopes, folds, onProgress }: Reading): Promise<void> {
  const foldsOf = new Map<string, Fold[]>();
  for (const { track, category } of scopes) {
    const matching = folds.filter((fold) => fold.covers(track, category));
    foldsOf.set(`${track}\t${category}`, matching);
  }
  const total = folds.find(({ board }) => board === "all")?.votes ?? 0;
  let done = 0;
  let toldAt = performance.now();
  await onProgress({ phase: "votes", done, total });
  let rest = "";
  for await (const chunk of client.query(copyTo(`COPY (${COUNTED_VOTES}) TO STDOUT`))) {
    const lines = (rest + chunk.toString("latin1")).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) addVote(line, foldsOf);
    done += lines.length;
    if (performance.now() - toldAt < TELL_MS) continue;
    await onProgress({ phase: "votes", done, total });
    toldAt = performance.now();
  }
}

function addVote(line: string, foldsOf: Map<string, Fold[]>): void {
  const [voter, prompt, track, category, left, right, outcome] = line.split("\t");
  const vote = {
    voter: Number(voter),
    prompt: Number(prompt),
    left: Number(left),
    right: Number(right),
    outcome: toOutcome(outcome),
  };
  for (const fold of foldsOf.get(`${track}\t${category}`) ?? []) fold.add(vote);
}

function toOutcome(text: string | undefined): Outcome {
  if (text === "left" || text === "right" || text === "tie" || text === "both_bad") return text;
  throw new Error(`The database gave the outcome ${text}`);
}
