import type { ReportReason } from "@/lib/report/reasons";

/** What is wrong, in short. */
export const REASON_NAMES = {
  broken: "Broken",
  offensive: "Offensive",
  identifies_maker: "Tells who made it",
} satisfies Record<ReportReason, string>;
