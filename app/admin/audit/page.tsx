import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/admin-frame";
import { AuditBrowser } from "@/components/admin/audit-browser";
import { requirePage } from "@/lib/access/page";
import { listAuditEntries } from "@/lib/audit/data";
import { auditQuerySchema } from "@/lib/audit/schema";

export const metadata: Metadata = {
  title: "Audit log",
  description: "What maintainers did, and when.",
};

type AuditPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const given = await searchParams;
  const page = { permission: "admin.view", path: "/admin/audit", query: given } as const;
  const { role } = await requirePage(page);
  const query = auditQuerySchema.parse(given);
  return (
    <AdminFrame
      role={role}
      current="/admin/audit"
      title="Audit log"
      intro="Everything that was done here or on the server's terminal, by whom, and what it changed. Nothing in it is ever altered or deleted."
    >
      <AuditBrowser page={await listAuditEntries(query)} query={query} />
    </AdminFrame>
  );
}
