import type { ServerFacts } from "@/lib/methodology/facts";
import { BOOTSTRAP_ROUNDS } from "@/lib/rating/bootstrap";
import { ELO_STEPS } from "@/lib/rating/elo";
import { MEAN_RATING } from "@/lib/rating/scale";
import { Formula, Line } from "./formula";
import { Fraction, Gap, Group, Letter, Power, Surprise } from "./math-parts";
import { Code, Section, Subheading } from "./section";

export function BesideSection({ facts }: { facts: ServerFacts }) {
  const { keptWholeHours, keptHourlyDays } = facts;
  return (
    <Section id="beside">
      <p>These are computed beside the rating. None of them moves it.</p>
      <Subheading>Online Elo is a ticker</Subheading>
      <p>
        It starts everyone at {MEAN_RATING} and moves both after every vote, in the order of the
        ledger, by at most K = {ELO_STEPS.join(" or ")} points. It is lively, it depends on the
        order, and it never settles: at the end of a file it is 24 to 217 points from the maximum
        likelihood. So it is never the ranking, and it is not rewound when a vote is excluded.
      </p>
      <Formula
        reading={
          <>
            The change is K times the points scored less those expected, which are one over one plus
            ten to the gap over 400.
          </>
        }
      >
        <Line>
          <mi mathvariant="normal">Δ</mi>
          <mo>=</mo>
          <mi>K</mi>
          <Surprise />
        </Line>
        <Line>
          <mi>p</mi>
          <mo>=</mo>
          <Fraction
            over={<mn>1</mn>}
            under={
              <>
                <mn>1</mn>
                <mo>+</mo>
                <Power of={<mn>10</mn>}>
                  <Group>
                    <Letter name="R" sub="b" />
                    <mo>−</mo>
                    <Letter name="R" sub="a" />
                  </Group>
                  <mo>/</mo>
                  <mn>400</mn>
                </Power>
              </>
            }
          />
        </Line>
      </Formula>
      <Subheading>First-position effect</Subheading>
      <p>
        How much it is worth to stand on the left, in points, with a 95&nbsp;% interval. Sides are
        drawn by a fair coin, so it moves no rating; it is a check on the arena. An interval away
        from 0 says that voters do not treat the sides alike.
      </p>
      <Formula
        reading={
          <>
            The left one’s expected share of points is that of the gap of strengths plus h, the same
            for all pairs; σ is the function under “How a rating is computed”.
          </>
        }
      >
        <Line>
          <Letter name="p" sub="left" />
          <mo>=</mo>
          <mi>σ</mi>
          <Group>
            <Gap first="left" second="right" />
            <mo>+</mo>
            <mi>h</mi>
          </Group>
        </Line>
      </Formula>
      <Subheading>Drop-k: how few votes the lead hangs on</Subheading>
      <p>
        The number of counted votes whose removal costs the leader its lead. They are picked
        greedily, those that hold the gap up most, a few at a time, with an exact refit after each
        step, against the highest-rated challengers. It is an upper bound: so few are enough, fewer
        may be.
      </p>
      <Subheading>Bootstrap</Subheading>
      <p>
        {BOOTSTRAP_ROUNDS.toLocaleString("en")} refits of votes drawn from the votes, as in the
        paper, made on demand. It takes votes as independent; compare it with the plain intervals,
        not with the board’s.
      </p>
      <Subheading>History</Subheading>
      <p>
        Every change makes a new snapshot, which is never rewritten. All of the last{" "}
        {keptWholeHours === 1 ? "hour" : `${keptWholeHours} hours`} are kept, the last of every hour
        for {keptHourlyDays} days, and the last of every day for ever. The mean of {MEAN_RATING}{" "}
        moves whenever someone joins, so a plot over time is drawn on the entrants present
        throughout; anything else would show changes that nobody’s objects made.
      </p>
      <p>
        Code: <Code>lib/rating/elo.ts</Code>, <Code>position.ts</Code>, <Code>drop-k.ts</Code>,{" "}
        <Code>bootstrap.ts</Code>, <Code>davidson.ts</Code>.
      </p>
    </Section>
  );
}
