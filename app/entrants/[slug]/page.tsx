import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EntrantView } from "@/components/entrant/entrant-view";
import { SiteFooter } from "@/components/layout/site-footer";
import { getEntrant } from "@/lib/entrant/data";
import { readEntrantPage } from "@/lib/entrant/page";
import { gallerySchema } from "@/lib/entrant/schema";
import { getVoterId } from "@/lib/voter/session";

type EntrantPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: EntrantPageProps): Promise<Metadata> {
  const entrant = await getEntrant((await params).slug);
  if (!entrant) return { title: "Not found" };
  return {
    title: entrant.name,
    description: `${entrant.name} on Polyduel: ratings, record, head to head, creations and failures.`,
  };
}

/** One entrant and everything behind its numbers. */
export default async function EntrantProfilePage({ params, searchParams }: EntrantPageProps) {
  const query = gallerySchema.parse(await searchParams);
  const { slug } = await params;
  const page = await readEntrantPage({ slug, voterId: await getVoterId(), query });
  if (!page) notFound();
  return (
    <>
      <main id="content" className="mx-auto w-full min-w-0 max-w-6xl px-4 pt-8 pb-16 sm:px-6">
        <EntrantView {...page} />
      </main>
      <SiteFooter />
    </>
  );
}
