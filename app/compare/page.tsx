import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { compareAddress } from "@/components/compare/compare-address";
import { EntrantPicker } from "@/components/compare/entrant-picker";
import { SiteFooter } from "@/components/layout/site-footer";
import { listEntrantNames } from "@/lib/compare/data";
import { toPickedPair } from "@/lib/compare/picked-pair";

export const metadata: Metadata = {
  title: "Compare two entrants",
  description: "Choose two entrants and see how they fared against each other in blind votes.",
};

type PickerPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A choice of two entrants. The form leads here, and from here to their own address. */
export default async function PickerPage({ searchParams }: PickerPageProps) {
  const query = await searchParams;
  const entrants = await listEntrantNames();
  const picked = toPickedPair(query, entrants);
  const { first, second } = picked;
  if (first && second && first !== second) redirect(compareAddress({ first, second }));
  return (
    <>
      <main id="content" className="mx-auto w-full min-w-0 max-w-6xl px-4 pt-8 pb-16 sm:px-6">
        <EntrantPicker entrants={entrants} picked={picked} />
      </main>
      <SiteFooter />
    </>
  );
}
