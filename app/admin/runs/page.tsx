import type { Metadata } from "next";
import { AdminFrame } from "@/components/admin/admin-frame";
import { RunBrowser } from "@/components/admin/run-browser";
import { requirePage } from "@/lib/access/page";
import { runQuerySchema } from "@/lib/admin/creation-schema";
import { listEntrantNames } from "@/lib/admin/entrant-list";
import { getQueueOverview } from "@/lib/admin/queue-overview";
import { listRuns, sumRuns } from "@/lib/admin/run-list";
import { getVoterId } from "@/lib/voter/session";

export const metadata: Metadata = {
  title: "Runs",
  description: "What is being generated, what came of it and what it cost.",
};

type RunsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RunsPage({ searchParams }: RunsPageProps) {
  const given = await searchParams;
  const page = { permission: "admin.view", path: "/admin/runs", query: given } as const;
  const { role } = await requirePage(page);
  const query = runQuerySchema.parse(given);
  const [entrants, queue, runs, sums] = await Promise.all([
    listEntrantNames(),
    getQueueOverview(),
    listRuns(query, await getVoterId()),
    sumRuns(query),
  ]);
  return (
    <AdminFrame
      role={role}
      current="/admin/runs"
      title="Generation runs"
      intro="What is on the queue, what was made lately with every attempt, and what it took."
    >
      <RunBrowser {...{ entrants, queue, runs, sums, query }} />
    </AdminFrame>
  );
}
