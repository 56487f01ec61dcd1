import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CreationDetailView } from "@/components/creation/creation-detail";
import { CreationSealed } from "@/components/creation/creation-sealed";
import { SiteFooter } from "@/components/layout/site-footer";
import { parseAttempt, toCreationId } from "@/lib/creation/address";
import { getCreation, getCreationTitle } from "@/lib/creation/data";
import { getVoterId } from "@/lib/voter/session";

type CreationPageProps = {
  params: Promise<{ creationId: string }>;
  searchParams: Promise<{ attempt?: string | string[] }>;
};

export async function generateMetadata({ params }: CreationPageProps): Promise<Metadata> {
  const creationId = toCreationId((await params).creationId);
  const title = creationId && (await getCreationTitle(creationId));
  if (!title) return { title: "Not found" };
  // The same for every reader, and so without a name: one of them may have a battle on this prompt.
  return {
    title,
    description: `${title}: a creation with its script, attempts and counted votes.`,
  };
}

/** One creation and everything behind it. */
export default async function CreationPage({ params, searchParams }: CreationPageProps) {
  const creationId = toCreationId((await params).creationId);
  const attempt = parseAttempt((await searchParams).attempt);
  const voterId = await getVoterId();
  const found = creationId && (await getCreation({ creationId, voterId, attempt }));
  if (!found) notFound();
  return (
    <>
      <main id="content" className="mx-auto w-full min-w-0 max-w-6xl px-4 pt-8 pb-16 sm:px-6">
        {found.state === "shown" ? (
          <CreationDetailView creation={found.creation} />
        ) : (
          <CreationSealed prompt={found.prompt} />
        )}
      </main>
      <SiteFooter />
    </>
  );
}
