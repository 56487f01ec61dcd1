/** castVote against pgbench with the same two statements, on one server with fsync on (DESIGN §10). */
import { execFileSync, spawnSync } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@/lib/database/embedded-postgres";
import { migrate } from "@/lib/database/migrate";
import { createWorld } from "@/lib/database/test-world";
import { connect } from "@/lib/db";
import { castVote, storeVote } from "@/lib/vote/mutations";

const VOTES = 4_000;
const CLIENTS = 16;
const ROUNDS = 3;

const PGBENCH_SCRIPT = `
\\set n random(1, ${VOTES})
BEGIN;
UPDATE bench_battles SET voted_at = now() WHERE n = :n;
INSERT INTO bench_votes (id, battle_id, voter_id, outcome) VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'left');
COMMIT;
`;

function findPgbench(): string {
  const found = spawnSync("sh", ["-c", "ls /usr/lib/postgresql/*/bin/pgbench | tail -1"], {
    encoding: "utf8",
  }).stdout.trim();
  if (!found) throw new Error("pgbench is not here: apt-get install postgresql-contrib");
  return found;
}

const folder = await mkdtemp(join(tmpdir(), "polyduel-bench-"));
await chmod(folder, 0o755);
const server = await startEmbeddedPostgres(folder, "bench-password-bench");
const { db, pool } = connect(server.url);
try {
  await migrate(server.url, "prisma/migrations");
  await createWorld(db, { entrants: 12, prompts: 20 });
  // pgbench's own tables: the same columns and indices, without foreign keys and triggers, which favours pgbench.
  await pool.query("CREATE TABLE bench_battles (LIKE battles INCLUDING ALL, n serial)");
  await pool.query("CREATE INDEX ON bench_battles (n)");
  await pool.query("CREATE TABLE bench_votes (LIKE votes INCLUDING ALL)");

  const script = join(folder, "vote.sql");
  await writeFile(script, PGBENCH_SCRIPT);
  const rounds: { cast: number; store: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const whole = await measure((battle) => castVote({ ...battle, outcome: "left" }, db));
    const stored = await measure((battle) => storeVote({ ...battle, outcome: "left" }, db));
    const pgbench = runPgbench(script);
    rounds.push({ cast: whole / pgbench, store: stored / pgbench });
    console.log(
      `round ${round + 1}: transaction ${stored.toFixed(0)}/s, with the reveal ${whole.toFixed(0)}/s, pgbench ${pgbench.toFixed(0)}/s`,
    );
  }
  const median = (of: "cast" | "store") =>
    rounds.map((round) => round[of]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
  console.log(
    `castVote's transaction at ${percent(median("store"))} of pgbench (budget: 60 %), with the reveal at ${percent(median("cast"))}`,
  );
  console.log(
    JSON.stringify({
      ...{ bench: "vote", votes: VOTES, clients: CLIENTS },
      ...{ transactionRatio: median("store"), withRevealRatio: median("cast") },
    }),
  );
} finally {
  await db.$disconnect();
  await pool.end();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Votes a second, over so many clients at once. */
async function measure(
  vote: (battle: { battleId: string; voterId: string }) => Promise<unknown>,
): Promise<number> {
  const battles = await prepareBattles();
  const begun = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let battle = battles[next++]; battle; battle = battles[next++]) await vote(battle);
    }),
  );
  return VOTES / ((performance.now() - begun) / 1000);
}

/** Transactions a second. */
function runPgbench(script: string): number {
  const transactions = String(Math.floor(VOTES / CLIENTS));
  const output = execFileSync(
    findPgbench(),
    ["-n", "-f", script, "-c", String(CLIENTS), "-j", "2", "-t", transactions, server.url],
    { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  );
  return Number(/tps = ([\d.]+)/.exec(output)?.[1]);
}

/** One open battle each for so many new voters. */
async function prepareBattles(): Promise<{ battleId: string; voterId: string }[]> {
  const { rows } = await pool.query<{ battleId: string; voterId: string }>(
    `WITH v AS (
       INSERT INTO voters (id, pseudonym)
       SELECT gen_random_uuid(), gen_random_uuid()::text FROM generate_series(1, $1) RETURNING id
     ), pair AS (
       SELECT l.prompt_id, l.track, l.id AS lc, l.entrant_id AS le, r.id AS rc, r.entrant_id AS re
       FROM creations l JOIN creations r ON r.prompt_id = l.prompt_id AND r.entrant_id > l.entrant_id LIMIT 1
     )
     INSERT INTO battles (id, voter_id, track, category, display, prompt_id, left_creation_id, right_creation_id,
                          left_entrant_id, right_entrant_id, policy, probability, shown_at, expires_at)
     SELECT gen_random_uuid(), v.id, pair.track, 'even', 'clay', pair.prompt_id, lc, rc, le, re, 'bench', 1, now(),
            now() + interval '1 hour'
     FROM v, pair
     RETURNING id AS "battleId", voter_id AS "voterId"`,
    [VOTES],
  );
  await pool.query(
    "INSERT INTO bench_battles SELECT b.* FROM battles b WHERE voted_at IS NULL ON CONFLICT DO NOTHING",
  );
  await pool.query("ANALYZE");
  return rows;
}
