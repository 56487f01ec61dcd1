import type { Metadata } from "next";
import { SiteFooter } from "@/components/layout/site-footer";
import { MethodologyView } from "@/components/methodology/methodology-view";
import { SERVER_FACTS } from "@/lib/methodology/facts";

export const metadata: Metadata = {
  title: "Methodology",
  description:
    "What the ratings, intervals, ranks and win rates mean, how they are computed, and how to recompute them.",
};

export default function MethodologyPage() {
  return (
    <>
      <main id="content" className="mx-auto w-full min-w-0 max-w-6xl px-4 pt-8 pb-8 sm:px-6">
        <MethodologyView facts={SERVER_FACTS} />
      </main>
      <SiteFooter />
    </>
  );
}
