import "server-only";
import { recordAction } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/audit/schema";
import { setHidden } from "@/lib/creation/manage";
import { db as defaultDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { ReportInput, ReportOutcome } from "@/lib/report/schema";

/** Reports that one network may make in an hour. */
export const REPORTS_AN_HOUR = 20;

/** First half of the advisory locks of reporters; the second is the hash of one. */
const REPORT_LOCKS = 7304;

type NewReport = ReportInput & { creationId: string; battleId: string | null; reporter: string };

/**
 * Puts a report into the maintainers' queue. The same reporter saying more of the same creation is still one report,
 * with the newest words. Throws `rate_limited`.
 */
export async function reportCreation(
  { creationId, battleId, reason, note, reporter }: NewReport,
  db = defaultDb,
): Promise<void> {
  const words = { reason, note: note || null };
  await db.$transaction(async (tx) => {
    // One report of a reporter at a time, so that reports made side by side count too.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${REPORT_LOCKS}, hashtext(${reporter}))`;
    const { count } = await tx.report.updateMany({
      where: { creationId, reporter, resolvedAt: null },
      data: words,
    });
    if (count > 0) return;
    const since = new Date(Date.now() - 3_600_000);
    const made = await tx.report.count({ where: { reporter, createdAt: { gt: since } } });
    if (made >= REPORTS_AN_HOUR)
      throw new AppError("rate_limited", "That is enough reports for an hour, thank you", {
        retryAfterSeconds: 3600,
      });
    await tx.report.create({
      data: { ...words, creationId, battleId, reporter },
      select: { id: true },
    });
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
    const now = new Date();
    // Taken first, so that of two maintainers at once one resolves them and the other finds none.
    const open = await tx.report.updateManyAndReturn({
      where: { creationId, resolvedAt: null },
      data: { resolvedAt: now, outcome },
      select: { reason: true },
    });
    if (open.length === 0) throw new AppError("not_found", "No report on this creation is open");
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
