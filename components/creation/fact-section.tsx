import { type Fact, FactList } from "./fact-list";

type FactSectionProps = { id: string; title: string; facts: readonly Fact[] };

/** A list of facts under a heading. */
export function FactSection({ id, title, facts }: FactSectionProps) {
  return (
    <section aria-labelledby={id} className="max-w-2xl">
      <h2 id={id} className="pb-1 font-semibold text-[17px]">
        {title}
      </h2>
      <FactList facts={facts} />
    </section>
  );
}
