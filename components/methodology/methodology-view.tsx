import type { ServerFacts } from "@/lib/methodology/facts";
import { METHOD } from "@/lib/rating/board";
import { BesideSection } from "./beside-section";
import { Contents } from "./contents";
import { CoverageSection } from "./coverage-section";
import { ExecutabilitySection } from "./executability-section";
import { IntervalsSection } from "./intervals-section";
import { LimitsSection } from "./limits-section";
import { NotRatedSection } from "./not-rated-section";
import { NumbersSection } from "./numbers-section";
import { RanksSection } from "./ranks-section";
import { RatingSection } from "./rating-section";
import { RecomputeSection } from "./recompute-section";
import { ReferencesSection } from "./references-section";
import { Code } from "./section";
import { TiesSection } from "./ties-section";
import { VotesSection } from "./votes-section";
import { WinRatesSection } from "./win-rates-section";

/** What the board's numbers mean and how to get them again. Every constant in it is the code's own. */
export function MethodologyView({ facts }: { facts: ServerFacts }) {
  return (
    <div className="gap-x-12 lg:grid lg:grid-cols-[13rem_minmax(0,42rem)]">
      <header className="lg:col-start-2">
        <h1 className="font-semibold text-2xl tracking-[-0.02em]">Methodology</h1>
        <p className="max-w-[68ch] pt-1 pb-5 text-[15px] text-ink-2 leading-6">
          People compare two objects made for the same prompt, without names. From their votes each
          entrant gets the rating that makes those votes most likely, an interval that says how sure
          that is, and a place. This page says how, with method <Code>{METHOD}</Code>, and how to
          get the same digits from the open votes.
        </p>
      </header>
      <div className="pb-8 lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:pt-12">
        <Contents />
      </div>
      <div className="min-w-0 lg:col-start-2">
        <NumbersSection />
        <RatingSection />
        <TiesSection />
        <IntervalsSection />
        <CoverageSection />
        <RanksSection />
        <NotRatedSection />
        <WinRatesSection />
        <ExecutabilitySection />
        <BesideSection facts={facts} />
        <VotesSection facts={facts} />
        <RecomputeSection />
        <LimitsSection />
        <ReferencesSection />
      </div>
    </div>
  );
}
