import { POLICY } from "@/lib/battle/matchmaking";
import type { ServerFacts } from "@/lib/methodology/facts";
import { Formula, Line } from "./formula";
import { Fraction } from "./math-parts";
import { Code, Lead, Points, Section } from "./section";

export function VotesSection({ facts }: { facts: ServerFacts }) {
  return (
    <Section id="votes">
      <p>
        The server chooses every battle, with the policy <Code>{POLICY}</Code>: a pair of entrants,
        each as likely as any other that this voter can still judge; then a prompt for which both
        have an object; then, where an entrant has several, one of each; and the sides by a fair
        coin. Policy and probability are stored with the battle and stand in the export, for anyone
        who wants to weight by them.
      </p>
      <Formula
        reading={
          <>
            The probability of a pair of objects, sides apart, is one over the pairs of entrants
            still open to this voter, times the prompts that the pair shares, times the pairs of
            replicates there.
          </>
        }
      >
        <Line>
          <mi>P</mi>
          <mo>=</mo>
          <Fraction
            over={<mn>1</mn>}
            under={
              <>
                <mtext>pairs</mtext>
                <mo>×</mo>
                <mtext>prompts</mtext>
                <mo>×</mo>
                <mtext>replicates</mtext>
              </>
            }
          />
        </Line>
      </Formula>
      <Points>
        <li>
          <Lead>Blind:</Lead> names leave the server only with the answer to the vote. Both objects
          share camera, lens, light and size, appear at the same moment, and verdicts open only
          then.
        </li>
        <li>
          <Lead>Four verdicts:</Lead> left, right, tie, both bad. A skip is recorded and is not a
          vote.
        </li>
        <li>
          <Lead>One judgement:</Lead> a voter never gets a pair of objects again that they voted on
          or skipped. A battle can be answered once, within {facts.battleMinutes} minutes, by the
          voter it was served to.
        </li>
        <li>
          <Lead>Limits:</Lead> {limitsText(facts.voteLimits)} a voter.
        </li>
        <li>
          <Lead>Anonymous:</Lead> voters are known by a signed cookie. The export shows a pseudonym
          that tells the votes of one voter together and nothing else.
        </li>
        <li>
          <Lead>Exclusions:</Lead> a vote that should not count is kept, with a reason (
          {reasonsText(facts.exclusionReasons)}
          ), and can be restored. Excluded votes are in no number here; the export shows them on
          request.
        </li>
        <li>
          <Lead>One ledger:</Lead> votes, exclusions and restores have their places in it, numbered
          without gaps and never rewritten. Every snapshot names the number through which it counts.
        </li>
      </Points>
    </Section>
  );
}

/** "6 votes in 10 seconds, 25 in a minute and 300 in an hour" */
function limitsText(limits: ServerFacts["voteLimits"]): string {
  const parts = limits.map(({ windowSeconds, votes }, index) => {
    const count = index === 0 ? `${votes} votes` : String(votes);
    return `${count} in ${windowText(windowSeconds)}`;
  });
  return new Intl.ListFormat("en-GB").format(parts);
}

function windowText(seconds: number): string {
  if (seconds === 60) return "a minute";
  if (seconds === 3600) return "an hour";
  return `${seconds} seconds`;
}

function reasonsText(reasons: readonly string[]): string {
  const words = reasons.map((reason) => reason.replaceAll("_", " "));
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(words);
}
