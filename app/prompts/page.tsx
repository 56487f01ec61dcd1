import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SiteFooter } from "@/components/layout/site-footer";
import { PromptListView } from "@/components/prompt/prompt-list-view";
import { findPrompts } from "@/lib/prompt/find";
import { getVoterId } from "@/lib/voter/session";

export const metadata: Metadata = {
  title: "Prompts",
  description:
    "Every prompt of the arena: what the entrants were asked to make, all that became of it, and who was preferred.",
};

type PromptsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** All prompts, searched and narrowed by the address. */
export default async function PromptsPage({ searchParams }: PromptsPageProps) {
  const [query, voterId] = await Promise.all([searchParams, getVoterId()]);
  const found = await findPrompts({ query, voterId });
  if (!found) notFound();
  return (
    <>
      <main id="content" className="mx-auto w-full min-w-0 max-w-6xl px-4 pt-8 pb-16 sm:px-6">
        <PromptListView {...found} />
      </main>
      <SiteFooter />
    </>
  );
}
