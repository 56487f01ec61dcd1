import { GROWTH } from "@/lib/leaderboard/schedule";
import { NORMAL_QUANTILE_95 } from "@/lib/rating/scale";
import { Formula, Line } from "./formula";
import {
  Fraction,
  Group,
  Letter,
  PointsPerUnit,
  Power,
  Spread,
  SumOver,
  Surprise,
} from "./math-parts";
import { Code, Points, Section, Subheading } from "./section";

const SQUARED = <mn>2</mn>;
const PSEUDO_INVERSE = <mo>+</mo>;
const TRANSPOSED = <mo>⊤</mo>;

export function IntervalsSection() {
  const quantile = NORMAL_QUANTILE_95.toFixed(2);
  return (
    <Section id="intervals">
      <Subheading>The sandwich: errors as the votes show them</Subheading>
      <p>
        The usual error of a maximum likelihood trusts the model: every vote a win or a loss, with
        just the probability that it says. Ties vary less than that, and no model is quite right.
        The sandwich estimate takes the spread from the votes themselves.
      </p>
      <Formula
        reading={
          <>
            The covariance of the strengths is the pseudo-inverse of the information H, around G,
            the squared surprises of all votes. x is +1 at one entrant of the pair and −1 at the
            other, n the pair’s votes, o the points of a vote and p the points expected.
          </>
        }
      >
        <Line>
          <mi>V</mi>
          <mo>=</mo>
          <Letter name="H" sup={PSEUDO_INVERSE} />
          <mi>G</mi>
          <Letter name="H" sup={PSEUDO_INVERSE} />
        </Line>
        <Line>
          <mi>H</mi>
          <mo>=</mo>
          <SumOver>pairs</SumOver>
          <Spread />
          <mi>x</mi>
          <Letter name="x" sup={TRANSPOSED} />
        </Line>
        <Line>
          <mi>G</mi>
          <mo>=</mo>
          <SumOver>votes</SumOver>
          <Power of={<Surprise />}>{SQUARED}</Power>
          <mi>x</mi>
          <Letter name="x" sup={TRANSPOSED} />
        </Line>
      </Formula>

      <Subheading>Clustered two ways: votes are not independent</Subheading>
      <p>
        A voter with a taste for one entrant says so in every vote; a prompt that suits an entrant
        helps it each time it is drawn. A hundred votes of one voter, or on one prompt, are worth
        less than a hundred apart. So surprises are first added up within each voter, and within
        each prompt, and only then squared. What both count twice, votes of one voter on one prompt,
        is taken off once.
      </p>
      <Formula
        reading={
          <>
            This G takes the place of the one above. s is the sum of surprises in one cluster, M the
            sum of their squares over all clusters of one kind k: voters (V), prompts (P), and the
            votes of one voter on one prompt (VP). n<sub>k</sub> is the number of clusters; the
            factor c corrects for few of them. Negative eigenvalues of the resulting covariance are
            set to 0.
          </>
        }
      >
        <Line>
          <mi>G</mi>
          <mo>=</mo>
          <Corrected way="V" />
          <mo>+</mo>
          <Corrected way="P" />
          <mo>−</mo>
          <Corrected way="VP" />
        </Line>
        <Line>
          <Letter name="M" sub="k" />
          <mo>=</mo>
          <SumOver>clusters</SumOver>
          <mi>s</mi>
          <mspace width="0.17em" />
          <Letter name="s" sup={TRANSPOSED} />
        </Line>
        <Line>
          <mi>s</mi>
          <mo>=</mo>
          <SumOver>its votes</SumOver>
          <Surprise />
          <mi>x</mi>
        </Line>
        <Line>
          <Letter name="c" sub="k" />
          <mo>=</mo>
          <Fraction
            over={<Letter name="n" sub="k" />}
            under={
              <>
                <Letter name="n" sub="k" />
                <mo>−</mo>
                <mn>1</mn>
              </>
            }
          />
        </Line>
      </Formula>

      <Subheading>On the live board: plain, times an inflation</Subheading>
      <p>
        Clustering needs every single vote; the board moves within seconds of the last one. So a
        full recompute reads all votes and stores, for each entrant and board, by how much
        clustering widens its error, and the live board multiplies the plain error by it.
      </p>
      <Formula
        reading={
          <>
            The inflation is the clustered error over the plain one, and at least 1. The bounds are
            the rating plus and minus {quantile} errors, in points.
          </>
        }
      >
        <Line>
          <Letter name="f" sub="a" />
          <mo>=</mo>
          <mi>max</mi>
          <Group>
            <mn>1</mn>
            <mo>,</mo>
            <mspace width="0.2em" />
            <msqrt>
              <Letter name="V" sub="aa" sup={<mtext>clustered</mtext>} />
              <mo>/</mo>
              <Letter name="V" sub="aa" />
            </msqrt>
          </Group>
        </Line>
        <Line>
          <Letter name="R" sub="a" />
          <mo>±</mo>
          <mn>{quantile}</mn>
          <mspace width="0.17em" />
          <PointsPerUnit />
          <mspace width="0.17em" />
          <Letter name="f" sub="a" />
          <msqrt>
            <Letter name="V" sub="aa" />
          </msqrt>
        </Line>
      </Formula>
      <Points>
        <li>
          Never below 1: with few clusters the clustered error comes out too small (for a single
          voter exactly 0), and no grouping makes votes worth more than independent ones.
        </li>
        <li>
          Found anew at the first vote, whenever the counted votes have grown by{" "}
          {Math.round(100 * (GROWTH - 1))}&nbsp;%, once a day while anything changes, and whenever a
          maintainer asks. The board’s JSON says through which vote: <Code>intervals</Code>.
        </li>
        <li>
          Covariances are scaled alike, entry (a, b) by both factors, and feed ranks and draws.
        </li>
      </Points>

      <Subheading>A floor for the first votes</Subheading>
      <p>
        A tie between equals has no surprise, so a newcomer whose votes are all ties would get an
        interval of width zero. By Laplace’s rule of succession, after n votes the share of decisive
        ones is not known to be below 1/(n + 2), and the variance is kept at least at that part of
        what the model itself claims. A few decisive votes, and nobody is touched.
      </p>
      <Formula
        reading={
          <>
            The plain variance of an entrant is at least the entry of the pseudo-inverse information
            over its number of votes plus two.
          </>
        }
      >
        <Line>
          <Letter name="V" sub="aa" />
          <mo>≥</mo>
          <Fraction
            over={<Letter name="H" sub="aa" sup={PSEUDO_INVERSE} />}
            under={
              <>
                <Letter name="n" sub="a" />
                <mo>+</mo>
                <mn>2</mn>
              </>
            }
          />
        </Line>
      </Formula>
    </Section>
  );
}

function Corrected({ way }: { way: string }) {
  return (
    <mrow>
      <Letter name="c" sub={way} />
      <Letter name="M" sub={way} />
    </mrow>
  );
}
