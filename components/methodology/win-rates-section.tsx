import { Formula, Line } from "./formula";
import { Fraction, Power, Spread, SumOver, Surprise } from "./math-parts";
import { Code, Section } from "./section";

export function WinRatesSection() {
  return (
    <Section id="win-rates">
      <p>
        Each cell is what happened: the row’s points over the column, as a share of their n battles,
        ties and both-bad half. Where two never met the cell is blank, never 50&nbsp;%. The JSON has
        the points (<Code>wins</Code>), n (<Code>battles</Code>), what the ratings predict (
        <Code>predicted</Code>), and how far the two are apart (<Code>residuals</Code>):
      </p>
      <Formula
        reading={
          <>
            z is the row’s points w less those expected, over their standard deviation. φ is the
            spread of all votes over the one that wins and losses alone would have: ties vary less,
            and without φ every z would be too small.
          </>
        }
      >
        <Line>
          <mi>z</mi>
          <mo>=</mo>
          <Fraction
            over={
              <>
                <mi>w</mi>
                <mo>−</mo>
                <mi>n</mi>
                <mi>p</mi>
              </>
            }
            under={
              <msqrt>
                <mi>φ</mi>
                <mspace width="0.17em" />
                <Spread />
              </msqrt>
            }
          />
        </Line>
        <Line>
          <mi>φ</mi>
          <mo>=</mo>
          <Fraction
            over={
              <>
                <SumOver>votes</SumOver>
                <Power of={<Surprise />}>
                  <mn>2</mn>
                </Power>
              </>
            }
            under={
              <>
                <SumOver>pairs</SumOver>
                <Spread />
              </>
            }
          />
        </Line>
      </Formula>
      <p>
        Beyond ±2 the pair does not follow one number an entrant: the row does better against this
        column than its rating says, or worse. In a large matrix one pair in twenty does so by
        chance.
      </p>
    </Section>
  );
}
