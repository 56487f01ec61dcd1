import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComparisonView } from "@/components/compare/comparison-view";
import { SiteFooter } from "@/components/layout/site-footer";
import { getComparison } from "@/lib/compare/data";

type ComparePageProps = { params: Promise<{ first: string; second: string }> };

export async function generateMetadata({ params }: ComparePageProps): Promise<Metadata> {
  const { first, second } = await params;
  const comparison = await getComparison(first, second);
  if (!comparison) return { title: "Not found" };
  return { title: `${comparison.first.name} against ${comparison.second.name}` };
}

/** Two entrants against each other. */
export default async function ComparePage({ params }: ComparePageProps) {
  const { first, second } = await params;
  const comparison = await getComparison(first, second);
  if (!comparison) notFound();
  return (
    <>
      <main id="content" className="mx-auto w-full min-w-0 max-w-4xl px-4 pt-8 pb-16 sm:px-6">
        <ComparisonView comparison={comparison} />
      </main>
      <SiteFooter />
    </>
  );
}
