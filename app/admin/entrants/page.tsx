import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/admin-frame";
import { EntrantTable } from "@/components/admin/entrant-table";
import { requirePage } from "@/lib/access/page";
import { may } from "@/lib/access/permissions";
import { listManagedEntrants } from "@/lib/admin/entrant-list";

export const metadata: Metadata = {
  title: "Entrants",
  description: "Who takes part, and who is paused or retired.",
};

export default async function EntrantsPage() {
  const { role } = await requirePage({ permission: "admin.view", path: "/admin/entrants" });
  return (
    <AdminFrame
      role={role}
      current="/admin/entrants"
      title="Entrants"
      intro="Only active entrants are paired. Pausing or retiring one stops new battles at once; open ones finish and count, and its votes, rating and pages stay."
    >
      <EntrantTable
        entrants={await listManagedEntrants()}
        mayManage={may(role, "entrants.manage")}
      />
    </AdminFrame>
  );
}
