import "server-only";
import { recordAction } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/audit/schema";
import { setHidden } from "@/lib/creation/manage";
import { type Db, db as defaultDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { ReportInput, ReportOutcome } from "@/lib/report/schema";

/** Reports that one network may make in an hour. */
export const REPORTS_AN_HOUR = 20;

type NewReport = ReportInput & { creationId: string; battleId: string | null; reporter: string };

/**
 * Puts a report into the maintainers' queue. The same reporter saying more of the same creation is still one report,
 * with the newest words. Throws `rate_limited`.
 */
export async function reportCreation(
  { creationId, battleId, reason, note, reporter }: NewReport,
  db: Db = defaultDb,
): Promise<void> {
  const since = new Date(Date.now() - 3_600_000);
  const open = await db.report.findFirst({
    where: { creationId, reporter, resolvedAt: null },
    select: { id: true },
  });
  const words = { reason, note: note || null };
  if (open) {
    await db.report.update({ where: { id: open.id }, data: words, select: { id: true } });
    return;
  }
  if ((await db.report.count({ where: { reporter, createdAt: { gt: since } } })) >= REPORTS_AN_HOUR)
    throw new AppError("rate_limited", "That is enough reports for an hour, thank you", {
      retryAfterSeconds: 3600,
    });
  // Two clicks at once: the second one finds the first.
  await db.report.createMany({
    data: { ...words, creationId, battleId, reporter },
    skipDuplicates: true,
  });
}

/**
 * Closes every open report on a creation, hiding it when they were right. Throws `not_found` when none is open.
 */
export async function resolveReports(
  { creationId, outcome, actor }: { creationId: string; outcome: ReportOutcome; actor: Actor },
  db = defaultDb,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const open = await tx.report.findMany({
      where: { creationId, resolvedAt: null },
      select: { id: true, reason: true },
    });
    if (open.length === 0) throw new AppError("not_found", "No report on this creation is open");
    const now = new Date();
    await tx.report.updateMany({
      where: { creationId, resolvedAt: null },
      data: { resolvedAt: now, outcome },
    });
    const reasons = [...new Set(open.map(({ reason }) => reason))].sort();
    const subject = `creation ${creationId}`;
    const before = { reports: open.length, reasons };
    await recordAction(
      { actor, action: "reports.resolve", subject, before, after: { outcome } },
      tx,
    );
    if (outcome === "kept") return;
    const reason = `reported: ${reasons.join(", ")}`;
    await setHidden({ creationId, reason, actor, hiddenAt: now }, tx);
  });
}
