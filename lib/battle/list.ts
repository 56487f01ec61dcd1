import "server-only";
import {
  type BattleCursor,
  type BattlePage,
  battleCursorText,
  type ListedBattle,
  type ListedSide,
  type PairOutcome,
} from "@/lib/battle/list-schema";
import { type Db, db as defaultDb, Prisma } from "@/lib/db";
import type { BoardScope } from "@/lib/leaderboard/scope";
import type { Outcome } from "@/lib/vote/schema";

/** Battles on one page of a list. */
export const BATTLES_A_PAGE = 20;

type OfPair = {
  firstId: string;
  secondId: string;
  scope?: BoardScope;
  /** Seen from the first entrant's side. */
  outcome?: PairOutcome | null;
};
type OnPrompt = { promptId: string; track?: string | null; creationId?: string | null };

type BattleListQuery = {
  /** Of two entrants, whichever stood left, or on a prompt. */
  of: OfPair | OnPrompt;
  before: BattleCursor | null;
  /** The prompts that must not be shown to the reader now (`listWithheldPrompts`). */
  withheld: ReadonlySet<string>;
};

/** Where each of a pair's outcomes lies in its two orders: the first entrant left, or right. */
const STORED: Record<PairOutcome, { left: Outcome; right: Outcome }> = {
  win: { left: "left", right: "right" },
  loss: { left: "right", right: "left" },
  tie: { left: "tie", right: "tie" },
  both_bad: { left: "both_bad", right: "both_bad" },
};

/**
 * Battles whose vote counts, newest first, one page of them. A vote with an open exclusion is left out, so that the
 * list agrees with the tallies once the ledger has both. Each order of a pair is a scan of its own in an index that
 * ends at a page, so the cost does not grow with the votes.
 */
export async function listVotedBattles(
  { of, before, withheld }: BattleListQuery,
  db: Db = defaultDb,
): Promise<BattlePage> {
  const scans = "promptId" in of ? [scanPrompt(of, before)] : scanPair(of, before);
  const rows = await db.$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (
      SELECT * FROM (${Prisma.join(scans, " UNION ALL ")}) scans
      ORDER BY voted_at DESC, id DESC LIMIT ${BATTLES_A_PAGE + 1}
    )
    SELECT page.id, page.voted_at AS "votedAt", page.outcome::text AS outcome, t.name AS track, b.category,
           p.id AS "promptId", p.slug AS "promptSlug", p.title AS "promptTitle",
           ${side("left")} AS left, ${side("right")} AS right
    FROM page
    JOIN battles b ON b.id = page.id
    JOIN prompts p ON p.id = b.prompt_id
    JOIN tracks t ON t.slug = b.track
    ORDER BY page.voted_at DESC, page.id DESC`;
  const shown = rows.slice(0, BATTLES_A_PAGE);
  const last = rows.length > BATTLES_A_PAGE ? shown.at(-1) : undefined;
  return {
    battles: shown.map((row) => toListed(row, withheld)),
    next: last ? battleCursorText(last) : null,
  };
}

function scanPair(
  { firstId, secondId, scope = {}, outcome }: OfPair,
  before: BattleCursor | null,
): Prisma.Sql[] {
  const turned = { left: [firstId, secondId], right: [secondId, firstId] } as const;
  return (["left", "right"] as const).map((place) => {
    const [left, right] = turned[place];
    return scan(
      Prisma.sql`
        b.left_entrant_id = ${left}::uuid AND b.right_entrant_id = ${right}::uuid
        AND (${scope.track ?? null}::text IS NULL OR b.track = ${scope.track ?? null})
        AND (${scope.category ?? null}::text IS NULL OR b.category = ${scope.category ?? null})
        AND (${outcome ?? null}::text IS NULL OR v.outcome = ${outcome ? STORED[outcome][place] : null}::outcome)`,
      before,
    );
  });
}

function scanPrompt(
  { promptId, track = null, creationId = null }: OnPrompt,
  before: BattleCursor | null,
): Prisma.Sql {
  return scan(
    Prisma.sql`
      b.prompt_id = ${promptId}::uuid
      AND (${track}::text IS NULL OR b.track = ${track})
      AND (${creationId}::uuid IS NULL OR ${creationId}::uuid IN (b.left_creation_id, b.right_creation_id))`,
    before,
  );
}

/** The newest of the battles under a condition that an index begins with, older than a cursor. */
function scan(condition: Prisma.Sql, before: BattleCursor | null): Prisma.Sql {
  const { votedAt, id } = before ?? { votedAt: null, id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };
  return Prisma.sql`(
    SELECT b.id, b.voted_at, v.outcome
    FROM battles b JOIN votes v ON v.battle_id = b.id
    WHERE ${condition} AND b.voted_at IS NOT NULL
      AND (b.voted_at, b.id) < (${votedAt?.toISOString() ?? "infinity"}::timestamptz, ${id}::uuid)
      AND NOT EXISTS (SELECT 1 FROM exclusions x WHERE x.vote_id = v.id AND x.restored_at IS NULL)
    ORDER BY b.voted_at DESC, b.id DESC LIMIT ${BATTLES_A_PAGE + 1})`;
}

function side(name: "left" | "right"): Prisma.Sql {
  const creation = Prisma.raw(`b.${name}_creation_id`);
  return Prisma.sql`(
    SELECT json_build_object('slug', e.slug, 'name', e.name,
                             'creationId', CASE WHEN c.hidden_at IS NULL THEN c.id END)
    FROM creations c JOIN entrants e ON e.id = c.entrant_id WHERE c.id = ${creation})`;
}

type Row = {
  id: string;
  votedAt: Date;
  outcome: Outcome;
  track: string;
  category: string;
  promptId: string;
  promptSlug: string;
  promptTitle: string;
  left: ListedSide;
  right: ListedSide;
};

function toListed(row: Row, withheld: ReadonlySet<string>): ListedBattle {
  const { id, votedAt, outcome, track, category, promptId, promptSlug, promptTitle } = row;
  const isWithheld = withheld.has(promptId);
  // Not even an id of a creation: its file would answer "forbidden", and be one of two.
  const seal = (one: ListedSide) => (isWithheld ? { ...one, creationId: null } : one);
  return {
    ...{ id, outcome, track, category, isWithheld },
    votedAt: votedAt.toISOString(),
    prompt: { slug: promptSlug, title: promptTitle },
    left: seal(row.left),
    right: seal(row.right),
  };
}
