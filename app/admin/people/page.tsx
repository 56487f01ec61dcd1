import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/admin-frame";
import { PeopleBrowser } from "@/components/admin/people-browser";
import { requirePage } from "@/lib/access/page";
import { listPeople } from "@/lib/admin/people-data";
import { peopleQuerySchema } from "@/lib/admin/people-schema";

export const metadata: Metadata = {
  title: "People",
  description: "Who may do what in this arena.",
};

type PeoplePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PeoplePage({ searchParams }: PeoplePageProps) {
  const given = await searchParams;
  const page = { permission: "people.manage", path: "/admin/people", query: given } as const;
  const { role, id } = await requirePage(page);
  const query = peopleQuerySchema.parse(given);
  return (
    <AdminFrame
      role={role}
      current="/admin/people"
      title="People"
      intro="Maintainers see and act on all of this but people; owners on people too. Nobody needs an account to vote."
    >
      <PeopleBrowser people={await listPeople(query)} query={query} own={id} />
    </AdminFrame>
  );
}
