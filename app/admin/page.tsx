import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/admin-frame";
import { LiveStatus } from "@/components/admin/live-status";
import { requirePage } from "@/lib/access/page";
import { may } from "@/lib/access/permissions";
import { getArenaStatus } from "@/lib/admin/status";

export const metadata: Metadata = {
  title: "Overview",
  description: "How the arena is: votes, ledger, worker, queue, database and boards.",
};

export default async function AdminPage() {
  const { role } = await requirePage({ permission: "admin.view", path: "/admin" });
  return (
    <AdminFrame
      role={role}
      current="/admin"
      title="Overview"
      intro="How the arena is at this moment. The figures follow by themselves."
    >
      <LiveStatus initial={await getArenaStatus()} mayRecompute={may(role, "ratings.recompute")} />
    </AdminFrame>
  );
}
