import type { Reason } from "@/lib/rating/connectivity";
import { Code, Section, Term, Terms } from "./section";

const REASONS: Record<Reason, { name: string; meaning: string }> = {
  no_votes: { name: "No votes", meaning: "It was in no counted battle yet." },
  undefeated: {
    name: "Undefeated",
    meaning:
      "It has points over the rated group, and the group none over it. The higher its rating, the more likely its votes, without end.",
  },
  winless: {
    name: "Winless",
    meaning: "The group has points over it, and it none over the group: the same, downwards.",
  },
  disconnected: {
    name: "Disconnected",
    meaning:
      "It has votes, but no chain of battles with points leads to the rated group or back from it.",
  },
};

export function NotRatedSection() {
  return (
    <Section id="not-rated">
      <p>
        Ratings compare. They exist only among entrants that are linked both ways: from each to each
        other leads a chain in which everyone has at least half a point over the next. On such a
        group, and on nothing larger, the maximum is finite and unique. The largest one is rated;
        everyone else stands below the board with a reason, rather than with a made-up number:
      </p>
      <Terms>
        {Object.entries(REASONS).map(([reason, { name, meaning }]) => (
          <Term key={reason} name={name}>
            {meaning} <Code>{reason}</Code>
          </Term>
        ))}
      </Terms>
      <p>
        Their votes are in the vote count, in win rates and in the matrix. A tie gives half a point
        each way, so a single one links an entrant to the group.
      </p>
    </Section>
  );
}
