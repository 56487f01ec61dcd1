import { once } from "node:events";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { outcomeOf, type VoteColumns } from "./simulated-votes";

const TABLES = ["voters", "battles", "votes", "ledger"];
const LINES_A_CHUNK = 10_000;

/** The two creations of a planned vote: those that can be shown, by number of prompt and entrant. */
const PLAN = `bench_plan plan
  JOIN bench_creations lc ON lc.prompt = plan.prompt AND lc.entrant = plan.l
  JOIN bench_creations rc ON rc.prompt = plan.prompt AND rc.entrant = plan.r`;

/** Makes the world's creations findable by number of prompt and entrant (by slug), and a table for what is to be loaded. */
export async function prepareLoading(pool: pg.Pool): Promise<void> {
  await pool.query(`
    CREATE UNLOGGED TABLE bench_plan (n bigint, voter int, prompt int, l int, r int, outcome outcome);
    CREATE TABLE bench_creations AS
      WITH e AS (SELECT dense_rank() OVER (ORDER BY slug) - 1 AS n, id FROM entrants),
           p AS (SELECT dense_rank() OVER (ORDER BY slug) - 1 AS n, id, category FROM prompts)
      SELECT p.n AS prompt, e.n AS entrant, c.id, c.track, c.prompt_id, c.entrant_id, p.category
      FROM creations c JOIN e ON e.id = c.entrant_id JOIN p ON p.id = c.prompt_id
      WHERE c.status = 'ok' AND c.replicate = 0;
    CREATE INDEX ON bench_creations (prompt, entrant);
    ANALYZE bench_creations, prompts, creations`);
}

/**
 * Puts votes `first` to `last` − 1 into battles, votes, ledger and tallies, as if they had come one by one; those
 * whose creations cannot be shown are left out. Without foreign-key checks, and with the indices built at the end: a
 * million in well under a minute.
 */
export async function loadVotes(
  columns: VoteColumns,
  { first, last }: { first: number; last: number },
  pool: pg.Pool,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`
      SET session_replication_role = replica;
      SET synchronous_commit = off;
      SET maintenance_work_mem = '512MB';
      SET work_mem = '256MB';
      TRUNCATE bench_plan`);
    await copyPlan(columns, { first, last }, client);
    await client.query(
      "UPDATE pg_index SET indisready = false, indisvalid = false WHERE indrelid = ANY ($1::regclass[])",
      [TABLES],
    );
    await insertVotes(client);
    for (const table of TABLES) await client.query(`REINDEX TABLE ${table}`);
    await insertTallies(client);
    // Settled, so that neither vacuum nor checkpoint runs into a measurement.
    for (const table of [
      ...TABLES,
      "tallies",
      "creation_tallies",
      "creation_records",
      "prompt_tallies",
    ])
      await client.query(`VACUUM ANALYZE ${table}`);
    await client.query("CHECKPOINT");
  } finally {
    client.release(true);
  }
}

async function copyPlan(
  columns: VoteColumns,
  { first, last }: { first: number; last: number },
  client: pg.PoolClient,
): Promise<void> {
  const copy = client.query(copyFrom("COPY bench_plan FROM STDIN"));
  let lines: string[] = [];
  for (let vote = first; vote < last; vote++) {
    const { voter, prompt, left, right } = columns;
    lines.push(
      `${vote}\t${voter[vote]}\t${prompt[vote]}\t${left[vote]}\t${right[vote]}\t${outcomeOf(columns, vote)}\n`,
    );
    if (lines.length < LINES_A_CHUNK) continue;
    if (!copy.write(lines.join(""))) await once(copy, "drain");
    lines = [];
  }
  copy.end(lines.join(""));
  await once(copy, "finish");
  await client.query("ANALYZE bench_plan");
}

async function insertVotes(client: pg.PoolClient): Promise<void> {
  await client.query(`
    DELETE FROM bench_plan p
    WHERE NOT EXISTS (SELECT 1 FROM bench_creations c WHERE c.prompt = p.prompt AND c.entrant = p.l)
       OR NOT EXISTS (SELECT 1 FROM bench_creations c WHERE c.prompt = p.prompt AND c.entrant = p.r)`);
  await client.query(`
    INSERT INTO voters (id, pseudonym)
    SELECT md5('voter ' || voter)::uuid, left(md5('pseudonym ' || voter), 16)
    FROM (SELECT DISTINCT voter FROM bench_plan) v
    WHERE NOT EXISTS (SELECT 1 FROM voters o WHERE o.id = md5('voter ' || voter)::uuid)`);
  await client.query(`
    INSERT INTO battles (id, voter_id, track, category, display, prompt_id, left_creation_id, right_creation_id,
                         left_entrant_id, right_entrant_id, policy, probability, created_at, shown_at, expires_at, voted_at)
    SELECT md5('battle ' || n)::uuid, md5('voter ' || voter)::uuid, lc.track, lc.category, 'clay', lc.prompt_id,
           lc.id, rc.id, lc.entrant_id, rc.entrant_id, 'uniform-pair/1', 1.0 / 66 / 212,
           moment, moment, moment + interval '30 minutes', moment
    FROM ${PLAN}, LATERAL (SELECT '2026-01-01'::timestamptz + n * interval '1 second' AS moment) m`);
  await client.query(`
    INSERT INTO votes (id, battle_id, voter_id, outcome, created_at, ms_to_vote, ms_visible, orbited_left,
                       orbited_right, shading, linked, viewer, device)
    SELECT (lpad(to_hex(n), 8, '0') || '00007000' || left(md5('vote ' || n), 16))::uuid, md5('battle ' || n)::uuid,
           md5('voter ' || voter)::uuid, outcome, '2026-01-01'::timestamptz + n * interval '1 second',
           9000 + n % 20000, 8000 + n % 20000, true, n % 3 > 0, 'clay', true, 'webgl', 'fine'
    FROM bench_plan ORDER BY n`);
  await client.query(`
    INSERT INTO ledger (seq, kind, vote_id, at)
    SELECT (SELECT coalesce(max(seq), 0) FROM ledger) + row_number() OVER (ORDER BY n), 'vote',
           (lpad(to_hex(n), 8, '0') || '00007000' || left(md5('vote ' || n), 16))::uuid, now()
    FROM bench_plan ORDER BY n`);
}

async function insertTallies(client: pg.PoolClient): Promise<void> {
  const counts = ["left", "right", "tie", "both_bad"].map(
    (outcome) => `count(*) FILTER (WHERE outcome = '${outcome}')`,
  );
  const added = (table: string, columns = ["left_wins", "right_wins", "ties", "both_bad"]) =>
    columns.map((column) => `${column} = ${table}.${column} + excluded.${column}`).join(", ");
  await client.query(`
    INSERT INTO tallies (track, category, display, left_entrant_id, right_entrant_id, left_wins, right_wins, ties, both_bad)
    SELECT lc.track, lc.category, 'clay'::display, lc.entrant_id, rc.entrant_id, ${counts.join(", ")}
    FROM ${PLAN} GROUP BY 1, 2, 3, 4, 5
    ON CONFLICT (track, category, display, left_entrant_id, right_entrant_id) DO UPDATE SET ${added("tallies")}`);
  await client.query(`
    INSERT INTO creation_tallies (left_creation_id, right_creation_id, left_wins, right_wins, ties, both_bad)
    SELECT lc.id, rc.id, ${counts.join(", ")}
    FROM ${PLAN} GROUP BY 1, 2
    ON CONFLICT (left_creation_id, right_creation_id) DO UPDATE SET ${added("creation_tallies")}`);
  const sideCounts = ["won", "lost", "'tie'", "'both_bad'"].map(
    (outcome) => `count(*) FILTER (WHERE outcome::text = ${outcome})`,
  );
  await client.query(`
    INSERT INTO creation_records (creation_id, wins, losses, ties, both_bad)
    SELECT creation_id, ${sideCounts.join(", ")}
    FROM ${PLAN}, LATERAL (VALUES (lc.id, 'left', 'right'), (rc.id, 'right', 'left')) side (creation_id, won, lost)
    GROUP BY 1
    ON CONFLICT (creation_id) DO UPDATE SET ${added("creation_records", ["wins", "losses", "ties", "both_bad"])}`);
  await client.query(`
    INSERT INTO prompt_tallies (prompt_id, left_wins, right_wins, ties, both_bad)
    SELECT lc.prompt_id, ${counts.join(", ")}
    FROM ${PLAN} GROUP BY 1
    ON CONFLICT (prompt_id) DO UPDATE SET ${added("prompt_tallies")}`);
}

/** So many new voters with one open battle each. */
export async function openBattles(
  count: number,
  pool: pg.Pool,
): Promise<{ battleId: string; voterId: string }[]> {
  const { rows } = await pool.query<{ battleId: string; voterId: string }>(
    `WITH v AS (
       INSERT INTO voters (id, pseudonym)
       SELECT gen_random_uuid(), gen_random_uuid()::text FROM generate_series(1, $1) RETURNING id
     ), pair AS (
       SELECT l.track, l.category, l.prompt_id, l.id AS lc, r.id AS rc, l.entrant_id AS le, r.entrant_id AS re
       FROM bench_creations l JOIN bench_creations r ON r.prompt = l.prompt AND r.entrant <> l.entrant LIMIT 1
     )
     INSERT INTO battles (id, voter_id, track, category, display, prompt_id, left_creation_id, right_creation_id,
                          left_entrant_id, right_entrant_id, policy, probability, shown_at, expires_at)
     SELECT gen_random_uuid(), v.id, track, category, 'clay', prompt_id, lc, rc, le, re, 'bench', 1, now(),
            now() + interval '1 hour'
     FROM v, pair
     RETURNING id AS "battleId", voter_id AS "voterId"`,
    [count],
  );
  return rows;
}
