import "server-only";
import { bisectRight, pairs } from "d3-array";
import { type Db, db as defaultDb } from "@/lib/db";

const MINUTES = 60;

export type VoteRate = {
  /** Votes of the last 60 whole minutes, oldest first. */
  minutes: number[];
  /** Votes of the last 60 seconds. */
  lastMinute: number;
};

/**
 * Votes a minute. The ledger is gapless and in order of time, so the votes between two moments are the difference of two
 * `seq`, each found by bisection: some twenty rows a moment, whether an hour had ten votes or a million.
 */
export async function getVoteRate(db: Db = defaultDb): Promise<VoteRate> {
  // Edges: so many minutes before the current one began, and 60 seconds ago (numbered -1).
  const edges = await db.$queryRaw<{ n: number; seq: bigint; last: bigint }[]>`
    WITH RECURSIVE newest AS (SELECT coalesce(max(seq), 0) AS seq FROM ledger),
    search (n, moment, low, high) AS (
      SELECT n, CASE WHEN n < 0 THEN now() - interval '1 minute'
                     ELSE date_trunc('minute', now()) - make_interval(mins => n) END,
             0::bigint, newest.seq
      FROM generate_series(-1, ${MINUTES}::int) n, newest
      UNION ALL
      SELECT n, moment, CASE WHEN is_before THEN middle ELSE low END, CASE WHEN is_before THEN high ELSE middle - 1 END
      FROM search
      CROSS JOIN LATERAL (SELECT (low + high + 1) / 2 AS middle) m
      CROSS JOIN LATERAL (SELECT l.at < moment AS is_before FROM ledger l WHERE l.seq = middle) b
      WHERE low < high
    )
    SELECT n, low AS seq, newest.seq AS last FROM search, newest WHERE low = high ORDER BY n DESC`;
  const seqs = edges.map(({ seq }) => Number(seq));
  const last = Number(edges[0]?.last ?? 0);
  const others = await listOtherEvents(Math.min(...seqs, last), db);
  const votes = (seq: number) => seq - bisectRight(others, seq);
  const recent = seqs.at(-1) ?? last;
  return {
    minutes: pairs(seqs.slice(0, -1), (from, to) => votes(to) - votes(from)),
    lastMinute: votes(last) - votes(recent),
  };
}

/** Places of exclusions and restores after this one, in order: they are events, but no votes. */
async function listOtherEvents(after: number, db: Db): Promise<number[]> {
  const rows = await db.$queryRaw<{ seq: bigint }[]>`
    SELECT seq FROM ledger WHERE kind <> 'vote' AND seq > ${after} ORDER BY seq`;
  return rows.map(({ seq }) => Number(seq));
}
