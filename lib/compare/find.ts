import "server-only";
import * as z from "zod/mini";
import { listWithheldPrompts } from "@/lib/battle/data";
import { listVotedBattles } from "@/lib/battle/list";
import { battleCursorSchema, pairOutcomeSchema } from "@/lib/battle/list-schema";
import { getComparison, getPrediction } from "@/lib/compare/data";
import type { Comparison, ComparisonDetail } from "@/lib/compare/schema";
import { type Db, db as defaultDb } from "@/lib/db";
import { boardSchema } from "@/lib/leaderboard/schema";
import { covers, toScope } from "@/lib/leaderboard/scope";
import { parseSlug } from "@/lib/slug";
import { addRecords } from "@/lib/vote/vote-record";

const querySchema = z.object({
  board: z._default(boardSchema, "all"),
  outcome: z.optional(pairOutcomeSchema),
  before: z.optional(battleCursorSchema),
});

type Address = { first: string; second: string };

/** Two entrants by their address; null when there is nothing at it. */
export async function findComparison(
  { first, second }: Address,
  db: Db = defaultDb,
): Promise<Comparison | null> {
  const slugs = [parseSlug(first), parseSlug(second)] as const;
  return slugs[0] && slugs[1] ? getComparison(slugs[0], slugs[1], db) : null;
}

/** The page of two entrants by its address; null when there is nothing at it. `query` is what stands behind the `?`. */
export async function findComparisonDetail(
  { query, voterId, ...address }: Address & { query: unknown; voterId: string | null },
  db: Db = defaultDb,
): Promise<ComparisonDetail | null> {
  const parsed = querySchema.safeParse(query);
  if (!parsed.success) return null;
  const { board, outcome = null, before = null } = parsed.data;
  const comparison = await findComparison(address, db);
  if (!comparison) return null;
  const { first, second, scopes } = comparison;
  const scope = toScope(board);
  const [prediction, withheld] = await Promise.all([
    getPrediction({ board, first: first.slug, second: second.slug }, db),
    listWithheldPrompts(voterId, db),
  ]);
  if (board !== "all" && !prediction) return null;
  const pair = { firstId: first.id, secondId: second.id, scope, outcome };
  const onBoard = scopes.filter(({ track, category }) =>
    covers(scope, { track: track.slug, category }),
  );
  return {
    ...{ comparison, board, prediction, outcome },
    boardLabel: labelOf(prediction?.trackName ?? null, scope.category),
    record: addRecords(onBoard.map(({ record }) => record)),
    isOlder: before !== null,
    battles: await listVotedBattles({ of: pair, before, withheld }, db),
  };
}

function labelOf(track: string | null, category: string | undefined): string {
  if (!track) return "All tracks";
  return category ? `${track} · ${category.replaceAll("-", " ")}` : track;
}
