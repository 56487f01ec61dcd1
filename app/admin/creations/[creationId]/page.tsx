import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminFrame } from "@/components/admin/admin-frame";
import { ManagedCreationView } from "@/components/admin/managed-creation-view";
import { requirePage } from "@/lib/access/page";
import { findManagedCreation } from "@/lib/admin/find-creation";
import { getVoterId } from "@/lib/voter/session";

export const metadata: Metadata = {
  title: "A creation",
  description: "One creation with how it was made, and whether it is shown.",
};

type CreationPageProps = { params: Promise<{ creationId: string }> };

export default async function ManagedCreationPage({ params }: CreationPageProps) {
  const { creationId } = await params;
  const path = `/admin/creations/${creationId}`;
  const { role } = await requirePage({ permission: "creations.manage", path });
  const found = await findManagedCreation(creationId, await getVoterId());
  if (!found) notFound();
  const { prompt, entrant, track, replicate } = found.creation;
  return (
    <AdminFrame
      role={role}
      current="/admin/creations"
      title={prompt.title}
      intro={`By ${entrant.name}, on the track ${track}${replicate > 0 ? `, replicate ${replicate}` : ""}.`}
    >
      <ManagedCreationView creation={found.creation} run={found.run} history={found.history} />
    </AdminFrame>
  );
}
