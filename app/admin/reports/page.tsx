import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/admin-frame";
import { ReportQueue } from "@/components/admin/report-queue";
import { requirePage } from "@/lib/access/page";
import { listWithheldPrompts } from "@/lib/battle/data";
import { listReportedCreations } from "@/lib/report/data";
import { getVoterId } from "@/lib/voter/session";

export const metadata: Metadata = {
  title: "Reports",
  description: "Creations that somebody says are broken, offensive, or tell who made them.",
};

export default async function ReportsPage() {
  const { role } = await requirePage({ permission: "reports.resolve", path: "/admin/reports" });
  const reported = await listReportedCreations(await listWithheldPrompts(await getVoterId()));
  return (
    <AdminFrame
      role={role}
      current="/admin/reports"
      title="Reports"
      intro="What voters and readers say is wrong, the longest wait first. Whoever reports stays unknown. Hiding takes the creation out of new battles and off the site; its open battles finish and count."
    >
      <ReportQueue reported={reported} />
    </AdminFrame>
  );
}
