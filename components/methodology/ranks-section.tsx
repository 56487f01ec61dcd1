import { SEED } from "@/lib/leaderboard/compute";
import { RANK_DRAWS } from "@/lib/rating/ranks";
import { Code, Points, Section, Term, Terms } from "./section";

export function RanksSection() {
  const draws = RANK_DRAWS.toLocaleString("en");
  return (
    <Section id="ranks">
      <Terms>
        <Term name="rank">
          1 + the number of rated entrants whose whole interval lies above. Those whom the votes do
          not separate share a rank.
        </Term>
        <Term name="rankRange">
          {draws} times, all strengths are drawn at once from the normal distribution with the
          estimated means and covariance, and sorted. The range holds the middle 95&nbsp;% of an
          entrant’s places. This is what the board shows as Rank. The draws have a fixed seed,{" "}
          {SEED}, so that everyone gets the same ones.
        </Term>
        <Term name="above">
          P(row above column): the share of the same draws in which it is. The way to compare two
          entrants.
        </Term>
      </Terms>
      <p>
        <Code>rank</Code> can lie outside <Code>rankRange</Code>, and nothing is wrong when it does.
        They answer different questions:
      </p>
      <Points>
        <li>
          Two intervals overlap long before the difference of the two is in doubt, because it has a
          smaller error than the sum of both. <Code>rank</Code> sees no one above; in nearly every
          draw someone is.
        </li>
        <li>
          Whoever is probably below five entrants, and surely below none of them, has{" "}
          <Code>rank</Code> 1 and a range of, say, 3 to 6.
        </li>
      </Points>
      <p>
        So <Code>rank</Code> is the more generous: rank 1 means that nobody is shown to be better.
        The range says where the entrant stands.
      </p>
    </Section>
  );
}
