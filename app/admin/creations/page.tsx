import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/admin-frame";
import { CreationBrowser } from "@/components/admin/creation-browser";
import { requirePage } from "@/lib/access/page";
import { listManagedCreations } from "@/lib/admin/creation-list";
import { creationQuerySchema } from "@/lib/admin/creation-schema";
import { listEntrantNames } from "@/lib/admin/entrant-list";
import { getVoterId } from "@/lib/voter/session";

export const metadata: Metadata = {
  title: "Creations",
  description: "What entrants made, with what is hidden.",
};

type CreationsPageProps = {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CreationsPage({ searchParams }: CreationsPageProps) {
  const given = await searchParams;
  const page = { permission: "creations.manage", path: "/admin/creations", query: given } as const;
  const { role } = await requirePage(page);
  const query = creationQuerySchema.parse(given);
  const [entrants, creations] = await Promise.all([
    listEntrantNames(),
    listManagedCreations(query, await getVoterId()),
  ]);
  return (
    <AdminFrame
      role={role}
      current="/admin/creations"
      title="Creations"
      intro="A hidden creation is in no new battle, and neither it nor its files are public; open battles finish and count. You vote blind too: what is in your own open battle is withheld here."
    >
      <CreationBrowser page={creations} query={query} entrants={entrants} />
    </AdminFrame>
  );
}
