import { MEAN_RATING, POINTS_PER_LOGIT } from "@/lib/rating/scale";
import { Formula, Line } from "./formula";
import { Fraction, Gap, Group, Letter, PointsPerUnit, Power, SumOver } from "./math-parts";
import { Section } from "./section";

export function RatingSection() {
  return (
    <Section id="rating">
      <p>
        Each entrant has one strength θ. The model of Bradley and Terry says how the gap between two
        strengths becomes a share of points:
      </p>
      <Formula
        reading={
          <>
            The share of points that a is expected to take from b is one over one plus e to the
            minus gap of their strengths.
          </>
        }
      >
        <Line>
          <Letter name="p" sub="ab" />
          <mo>=</mo>
          <Fraction
            over={<mn>1</mn>}
            under={
              <>
                <mn>1</mn>
                <mo>+</mo>
                <Power of={<mi>e</mi>}>
                  <mo>−</mo>
                  <Group>
                    <Gap first="a" second="b" />
                  </Group>
                </Power>
              </>
            }
          />
        </Line>
      </Formula>
      <p>
        The strengths are those that make the votes most likely. Only counts matter for it: how
        often each pair met and how it ended. In which order the votes came changes nothing.
      </p>
      <Formula
        reading={
          <>
            The log-likelihood is the sum, over all a and b, of the points of a over b times the
            logarithm of the share expected. w<sub>ab</sub> are the points of a over b: a win 1, a
            tie or both-bad ½.
          </>
        }
      >
        <Line>
          <mi>ℓ</mi>
          <Group>
            <mi>θ</mi>
          </Group>
          <mo>=</mo>
          <SumOver>a, b</SumOver>
          <Letter name="w" sub="ab" />
          <mi>ln</mi>
          <mspace width="0.17em" />
          <Letter name="p" sub="ab" />
        </Line>
      </Formula>
      <p>
        The maximum is found by Newton’s method with exact second derivatives, until a step moves
        nobody by more than 10<sup>−10</sup>. There is no prior and no shrinkage: whoever has no
        finite maximum has no rating. Solvers that stop early are off by up to a tenth of a point;
        compare at that precision.
      </p>
      <Formula
        reading={
          <>
            The rating is {MEAN_RATING} plus {POINTS_PER_LOGIT.toFixed(2)} points for each unit of
            strength, 400 over the natural logarithm of 10. Strengths are centred: their mean over
            the rated entrants is 0.
          </>
        }
      >
        <Line>
          <Letter name="R" sub="a" />
          <mo>=</mo>
          <mn>{MEAN_RATING}</mn>
          <mo>+</mo>
          <PointsPerUnit />
          <mspace width="0.17em" />
          <Letter name="θ" sub="a" />
        </Line>
      </Formula>
    </Section>
  );
}
