import { Section } from "./section";

export function ExecutabilitySection() {
  return (
    <Section id="executability">
      <p>
        An object can only be judged when there is one. A script that fails, runs out of time or
        makes no triangle never meets another, so votes compare what came out, and every rating is
        conditional on execution: how good its objects are when there are any.
      </p>
      <p>
        An entrant that fails on hard prompts and shines on the rest can therefore stand above one
        that delivers always. That is why “Executes” is a column of its own and is not mixed into
        the rating: any weight between “runs” and “looks better” would be ours, not the voters’.
        Read both. It counts the first creation for each prompt that the entrant tried; later tries
        do not raise it.
      </p>
    </Section>
  );
}
