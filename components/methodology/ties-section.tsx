import { COVERAGE_ARENA, COVERAGE_WORLDS, TIE_SLOPES } from "@/lib/rating/coverage-results";
import { FigureTable, NumberCell } from "./figure-table";
import { Formula, Line } from "./formula";
import { Fraction, Letter } from "./math-parts";
import { Code, Section } from "./section";

export function TiesSection() {
  const percentTies = (100 * TIE_SLOPES.ties).toFixed(1);
  return (
    <Section id="ties">
      <p>
        Half a point each is the convention of the field, and ours for the headline rating. It has a
        price: a tie pulls two ratings together, so the more voters tie, the more the scale shrinks.
        The order nearly always stays; gaps read small. Davidson’s model gives ties a probability of
        their own instead, and keeps the scale:
      </p>
      <Formula
        reading={
          <>
            A beats b, and ties with b, in proportion to π<sub>a</sub> and to ν times the root of π
            <sub>a</sub>π<sub>b</sub>; D is the sum of all three cases. π is e to the strength, and
            ν, fitted with the strengths, says how ready voters are to tie.
          </>
        }
      >
        <Line>
          <mi>P</mi>
          <mrow>
            <mo>(</mo>
            <mtext>a wins</mtext>
            <mo>)</mo>
          </mrow>
          <mo>=</mo>
          <Fraction over={<Letter name="π" sub="a" />} under={<mi>D</mi>} />
        </Line>
        <Line>
          <mi>P</mi>
          <mrow>
            <mo>(</mo>
            <mtext>tie</mtext>
            <mo>)</mo>
          </mrow>
          <mo>=</mo>
          <Fraction over={<NuRoot />} under={<mi>D</mi>} />
        </Line>
        <Line>
          <mi>D</mi>
          <mo>=</mo>
          <Letter name="π" sub="a" />
          <mo>+</mo>
          <Letter name="π" sub="b" />
          <mo>+</mo>
          <NuRoot />
        </Line>
      </Formula>
      <FigureTable
        caption={
          <>
            Slope of estimated on true strengths, 1 where the scale is the truth’s: mean of{" "}
            {COVERAGE_WORLDS} simulated arenas, {COVERAGE_ARENA.entrants} entrants,{" "}
            {COVERAGE_ARENA.votes.toLocaleString("en")} votes, {percentTies}&nbsp;% ties, ν ={" "}
            {TIE_SLOPES.tieParameter}.
          </>
        }
        columns={["Model", "Slope"]}
      >
        <tr>
          <th scope="row">Half a point each (the board)</th>
          <NumberCell>{TIE_SLOPES.halfWins.toFixed(3)}</NumberCell>
        </tr>
        <tr>
          <th scope="row">Davidson</th>
          <NumberCell>{TIE_SLOPES.davidson.toFixed(3)}</NumberCell>
        </tr>
      </FigureTable>
      <p>
        So at {percentTies}&nbsp;% ties a true gap of 100 points stands on the board as about{" "}
        {Math.round(100 * TIE_SLOPES.halfWins)}. The board’s intervals are about that value, the one
        that half points lead to with endless votes, not about Davidson’s. Do not compare gaps
        between arenas whose voters tie at different rates;{" "}
        <Code>npm run rank -- votes.csv --method davidson</Code> gives the other scale for the same
        votes.
      </p>
    </Section>
  );
}

function NuRoot() {
  return (
    <mrow>
      <mi>ν</mi>
      <msqrt>
        <Letter name="π" sub="a" />
        <Letter name="π" sub="b" />
      </msqrt>
    </mrow>
  );
}
