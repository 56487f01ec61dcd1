import { ReportForm } from "@/components/report/report-form";
import { HighlightedCode } from "@/components/ui/highlighted-code";
import type { RevealedCreation } from "@/lib/reveal/schema";
import { AttemptList } from "./attempt-list";
import { factsText } from "./facts";

type CreationInsideProps = { creation: RevealedCreation; letter: string };

/** Everything behind one object: what it weighs, how it came about, and the code that makes it. */
export function CreationInside({ creation, letter }: CreationInsideProps) {
  const { name, script, attempts, reportUrl } = creation;
  const isPlain = attempts.length === 1 && attempts[0]?.status === "ok";
  return (
    <article aria-label={`Creation ${letter}, by ${name}`} className="flex min-w-0 flex-col gap-4">
      <p className="text-[13px] text-ink-2 tabular-nums">{factsText(creation)}</p>
      {!isPlain && <AttemptList attempts={attempts} />}
      <ReportForm address={reportUrl} what={`creation ${letter}`} />
      <HighlightedCode label={`Script of creation ${letter}`} source={script} />
    </article>
  );
}
