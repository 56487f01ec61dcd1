import { VOTES_CSV_URL } from "@/components/layout/site-header";
import { SEED } from "@/lib/leaderboard/compute";
import { METHOD } from "@/lib/rating/board";
import { Code, Commands, INLINE_LINK, Points, Section } from "./section";

export function RecomputeSection() {
  return (
    <Section id="recompute">
      <p>
        Every counted vote is{" "}
        <a href={VOTES_CSV_URL} className={INLINE_LINK} download>
          open data
        </a>
        . A board’s JSON names its method ({METHOD}), its seed ({SEED}) and, as{" "}
        <Code>throughSeq</Code>, the last place in the ledger that it counts. The export through
        that place, ranked, gives the board back to the last digit printed, without a database:
      </p>
      <Commands>{`curl -o board.json "$ARENA/api/leaderboard?board=all"
curl -o votes.csv "$ARENA/api/votes/export?format=csv&through=<throughSeq>"
npm run rank -- votes.csv`}</Commands>
      <Points>
        <li>
          That finds clustered intervals from these very votes. A live board carries the inflation
          of an earlier recompute, and its JSON says which:{" "}
          <Code>intervals.inflationThroughSeq</Code>. When that is not <Code>throughSeq</Code>,
          export through it too and add <Code>--inflation-from earlier.csv</Code>; bounds and ranks
          are then the board’s as well.
        </li>
        <li>
          Ratings and win rates do not depend on it. Executability is no matter of votes and is not
          in them.
        </li>
        <li>
          <Code>--intervals plain|clustered|bootstrap</Code>, <Code>--method bt|davidson|elo</Code>,{" "}
          <Code>--board</Code> for one track or category, <Code>--json</Code> for the same body as
          the board’s. It reads other arenas’ vote files too.
        </li>
        <li>
          <Code>through=</Code> gives the state at that place: votes excluded later are in it, as
          they were then. <Code>include=excluded</Code> adds those that do not count.
        </li>
      </Points>
      <p>
        The columns are described in <Code>docs/data-dictionary.md</Code>. Without our code, any
        exact Bradley–Terry solver will do: half a point for ties, 400/ln 10, mean 1000 over the
        rated entrants.
      </p>
    </Section>
  );
}
