import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/admin-frame";
import { VoteBrowser } from "@/components/admin/vote-browser";
import { VoterPanel } from "@/components/admin/voter-panel";
import { requirePage } from "@/lib/access/page";
import { may } from "@/lib/access/permissions";
import { listEntrantNames } from "@/lib/admin/entrant-list";
import { listVotes } from "@/lib/admin/vote-list";
import { voteQuerySchema } from "@/lib/admin/vote-schema";
import { getVoterProfile } from "@/lib/admin/voter-profile";

export const metadata: Metadata = {
  title: "Votes",
  description: "The latest votes, and which of them count.",
};

type VotesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function VotesPage({ searchParams }: VotesPageProps) {
  const given = await searchParams;
  const page = { permission: "admin.view", path: "/admin/votes", query: given } as const;
  const { role } = await requirePage(page);
  const query = voteQuerySchema.parse(given);
  const [entrants, votes, profile] = await Promise.all([
    listEntrantNames(),
    listVotes(query),
    query.voter ? getVoterProfile(query.voter) : null,
  ]);
  const mayExclude = may(role, "votes.exclude");
  return (
    <AdminFrame
      role={role}
      current="/admin/votes"
      title="Votes"
      intro="Every vote stays on record. One that is excluded no longer counts; restoring it brings back the same figures."
    >
      {profile && <VoterPanel profile={profile} mayExclude={mayExclude} />}
      <VoteBrowser page={votes} query={query} entrants={entrants} mayExclude={mayExclude} />
    </AdminFrame>
  );
}
