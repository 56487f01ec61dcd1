import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComparisonView } from "@/components/compare/comparison-view";
import { SiteFooter } from "@/components/layout/site-footer";
import { findComparison, findComparisonDetail } from "@/lib/compare/find";
import { getVoterId } from "@/lib/voter/session";

type ComparePageProps = {
  params: Promise<{ first: string; second: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: ComparePageProps): Promise<Metadata> {
  const comparison = await findComparison(await params);
  if (!comparison) return { title: "Not found" };
  const { first, second } = comparison;
  return {
    title: `${first.name} against ${second.name}`,
    description: `How ${first.name} and ${second.name} fared against each other in blind votes: by track and category, with every battle.`,
  };
}

/** Two entrants against each other, with their battles. */
export default async function ComparePage({ params, searchParams }: ComparePageProps) {
  const [address, query, voterId] = await Promise.all([params, searchParams, getVoterId()]);
  const detail = await findComparisonDetail({ ...address, query, voterId });
  if (!detail) notFound();
  return (
    <>
      <main id="content" className="mx-auto w-full min-w-0 max-w-6xl px-4 pt-8 pb-16 sm:px-6">
        <ComparisonView detail={detail} />
      </main>
      <SiteFooter />
    </>
  );
}
