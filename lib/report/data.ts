import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { ReportedCreation } from "@/lib/report/schema";

/** How many reports one look shows: the ones that wait longest. */
const QUEUE_PAGE = 50;

/**
 * The queue: creations with open reports, the one that waits longest first. `withheld` are the prompts of which nothing
 * may be shown to the reader now.
 */
export async function listReportedCreations(
  withheld: ReadonlySet<string>,
  db: Db = defaultDb,
): Promise<ReportedCreation[]> {
  const reports = await db.report.findMany({
    where: { resolvedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: QUEUE_PAGE,
    select: {
      ...{ id: true, reason: true, note: true, createdAt: true, creationId: true },
      creation: {
        select: {
          ...{ hiddenAt: true, promptId: true },
          entrant: { select: { slug: true, name: true } },
          prompt: { select: { slug: true, title: true } },
        },
      },
    },
  });
  const queue = new Map<string, ReportedCreation>();
  for (const { creationId, creation, ...report } of reports) {
    const { entrant, prompt, promptId, hiddenAt } = creation;
    const reported = queue.get(creationId) ?? {
      ...{ creationId, entrant, prompt, isHidden: hiddenAt !== null },
      isWithheld: withheld.has(promptId),
      reports: [],
    };
    reported.reports.push({ ...report, createdAt: report.createdAt.toISOString() });
    queue.set(creationId, reported);
  }
  return [...queue.values()];
}

/** The creation on one side of a battle that its voter has judged. Throws `not_found`, `forbidden`, `battle_open`. */
export async function getJudgedCreation(
  { battleId, side, voterId }: { battleId: string; side: "left" | "right"; voterId: string | null },
  db: Db = defaultDb,
): Promise<string> {
  const battle = await db.battle.findUnique({
    where: { id: battleId },
    select: { voterId: true, votedAt: true, leftCreationId: true, rightCreationId: true },
  });
  if (!battle) throw new AppError("not_found", "There is no such battle");
  if (!battle.votedAt)
    throw battle.voterId === voterId
      ? new AppError("battle_open", "Vote first: then you can report what you saw")
      : new AppError("forbidden", "This battle belongs to another voter");
  return side === "left" ? battle.leftCreationId : battle.rightCreationId;
}
