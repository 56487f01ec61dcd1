import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { ReportReason } from "@/lib/report/schema";

/** A creation that somebody reported, with everything that was said of it and is not settled. */
export type ReportedCreation = {
  creationId: string;
  entrant: { slug: string; name: string };
  prompt: { slug: string; title: string };
  isHidden: boolean;
  reports: { id: string; reason: ReportReason; note: string | null; createdAt: Date }[];
};

/** How many reported creations one look shows: the ones that wait longest. */
export const QUEUE_PAGE = 50;

/** The queue: creations with open reports, the one that waits longest first. */
export async function listReportedCreations(db: Db = defaultDb): Promise<ReportedCreation[]> {
  const reports = await db.report.findMany({
    where: { resolvedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: QUEUE_PAGE,
    select: {
      ...{ id: true, reason: true, note: true, createdAt: true, creationId: true },
      creation: {
        select: {
          hiddenAt: true,
          entrant: { select: { slug: true, name: true } },
          prompt: { select: { slug: true, title: true } },
        },
      },
    },
  });
  const queue = new Map<string, ReportedCreation>();
  for (const { creationId, creation, ...report } of reports) {
    const { entrant, prompt, hiddenAt } = creation;
    const reported = queue.get(creationId) ?? {
      ...{ creationId, entrant, prompt, isHidden: hiddenAt !== null },
      reports: [],
    };
    reported.reports.push(report);
    queue.set(creationId, reported);
  }
  return [...queue.values()];
}

/** How many reports are open. */
export async function countOpenReports(db: Db = defaultDb): Promise<number> {
  return db.report.count({ where: { resolvedAt: null } });
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
