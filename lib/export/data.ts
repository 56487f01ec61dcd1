import "server-only";
import { finished } from "node:stream";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { pool as defaultPool } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { ExportQuery } from "@/lib/export/schema";
import { toWebStream } from "@/lib/web-stream";

/** The columns of docs/data-dictionary.md, in order: name and the SQL that gives it. */
const COLUMNS = [
  ["seq", "l.seq"],
  ["vote_id", "v.id"],
  ["battle_id", "b.id"],
  ["voted_at", `to_char(v.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`],
  ["track", "b.track"],
  ["category", "b.category"],
  ["display", "b.display"],
  ["prompt", "p.slug"],
  ["left_entrant", "le.slug"],
  ["right_entrant", "re.slug"],
  ["outcome", "v.outcome"],
  ["voter", "vo.pseudonym"],
  ["left_creation_id", "b.left_creation_id"],
  ["right_creation_id", "b.right_creation_id"],
  ["left_glb_sha256", "lc.glb_sha256"],
  ["right_glb_sha256", "rc.glb_sha256"],
  ["requested", "b.requested"],
  ["policy", "b.policy"],
  ["probability", "b.probability"],
  ["ms_to_vote", "v.ms_to_vote"],
  ["ms_visible", "v.ms_visible"],
  ["orbited_left", "v.orbited_left"],
  ["orbited_right", "v.orbited_right"],
  ["shading", "v.shading"],
  ["linked", "v.linked"],
  ["viewer", "v.viewer"],
  ["device", "v.device"],
  ["counted", "(latest.kind IS DISTINCT FROM 'exclude')"],
  ["exclusion_reason", "CASE WHEN latest.kind = 'exclude' THEN x.reason END"],
] as const;

/** Exports that a process sends at a time: a slow reader keeps one of its ten connections, and pages need the others. */
export const EXPORTS_AT_ONCE = 3;

const running = new WeakMap<pg.Pool, number>();

/** `withheld`: the prompts of which nothing may be shown to the reader now (`listWithheldPrompts`). */
type Export = ExportQuery & { withheld?: ReadonlySet<string> };

/**
 * Votes in `seq` order as CSV (RFC 4180 quoting, "\n" line ends, a header row), in constant memory:
 * Postgres itself writes the rows. Without `through` it ends at the ledger's end when it began. Hashes of withheld
 * objects are left out: whoever has the two files of an open battle could look their makers up by them.
 * A reader that goes away ends the query. Throws `rate_limited` when enough others are being sent.
 */
export async function streamVotes(
  query: Export,
  pool: pg.Pool = defaultPool,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const others = running.get(pool) ?? 0;
  if (others >= EXPORTS_AT_ONCE)
    throw new AppError("rate_limited", "Others are reading the votes now: try again soon", {
      retryAfterSeconds: 30,
    });
  running.set(pool, others + 1);
  const leave = () => running.set(pool, (running.get(pool) ?? 1) - 1);
  try {
    return await startCopy(query, pool, leave);
  } catch (error) {
    leave();
    throw error;
  }
}

async function startCopy(
  query: Export,
  pool: pg.Pool,
  onEnd: () => void,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const client = await pool.connect();
  try {
    const through = query.through ?? (await lastSeq(client));
    const copy = client.query(copyTo(toCopy({ ...query, through })));
    // A reader that left leaves a server that is still sending: such a connection is closed, not reused.
    finished(copy, (error) => {
      onEnd();
      client.release(error ?? undefined);
    });
    return toWebStream(copy);
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function lastSeq(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ seq: string }>(
    "SELECT coalesce(max(seq), 0) AS seq FROM ledger",
  );
  return Number(rows[0]?.seq ?? 0);
}

/** COPY takes no parameters: every value here is a checked number or an escaped literal. */
export function toCopy({
  track,
  since,
  through,
  include,
  withheld = new Set(),
}: Export & { through: number }): string {
  const conditions = [
    "l.kind = 'vote'",
    `l.seq > ${since ?? 0}`,
    `l.seq <= ${through}`,
    ...(track === undefined ? [] : [`b.track = ${pg.escapeLiteral(track)}`]),
    ...(include === "excluded" ? [] : ["latest.kind IS DISTINCT FROM 'exclude'"]),
  ];
  const isShown = `b.prompt_id <> ALL (${pg.escapeLiteral(`{${[...withheld].join(",")}}`)}::uuid[])`;
  const select = COLUMNS.map(([name, sql]) => `${sql} AS ${name}`).join(", ");
  return `COPY (
    SELECT ${select}
    FROM ledger l
    JOIN votes v ON v.id = l.vote_id
    JOIN voters vo ON vo.id = v.voter_id
    JOIN battles b ON b.id = v.battle_id
    JOIN prompts p ON p.id = b.prompt_id
    JOIN entrants le ON le.id = b.left_entrant_id
    JOIN entrants re ON re.id = b.right_entrant_id
    LEFT JOIN creations lc ON lc.id = b.left_creation_id AND ${isShown}
    LEFT JOIN creations rc ON rc.id = b.right_creation_id AND ${isShown}
    LEFT JOIN LATERAL (
      SELECT e.kind, e.exclusion_id FROM ledger e
      WHERE e.vote_id = l.vote_id AND e.kind <> 'vote' AND e.seq <= ${through}
      ORDER BY e.seq DESC LIMIT 1
    ) latest ON true
    LEFT JOIN exclusions x ON x.id = latest.exclusion_id
    WHERE ${conditions.join(" AND ")}
    ORDER BY l.seq
  ) TO STDOUT WITH (FORMAT csv, HEADER true)`;
}
