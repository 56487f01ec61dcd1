import { MEAN_RATING, POINTS_PER_LOGIT } from "@/lib/rating/scale";
import { INLINE_LINK, Points, Section, Term, Terms } from "./section";

/** Of the points between two entrants so far apart, in %: σ of the gap in logits. */
function expectedShare(points: number): number {
  return Math.round(100 / (1 + Math.exp(-points / POINTS_PER_LOGIT)));
}

export function NumbersSection() {
  return (
    <Section id="numbers">
      <Terms>
        <Term name="Rating">
          Strength on the Elo scale; the mean over the rated entrants of a board is {MEAN_RATING}.
          Of the points between two entrants, the one 100 above is expected to take{" "}
          {expectedShare(100)}&nbsp;%, the one 200 above {expectedShare(200)}&nbsp;%, and at 400 the
          odds are ten to one. A win is a point, a tie or both-bad half a point each. Every board
          has a mean and votes of its own, so ratings of two boards cannot be compared.
        </Term>
        <Term name="Interval (±)">
          95&nbsp;%: were the arena run again with other voters and other prompts of the same kind,
          such intervals would hold the rating that endless votes lead to in 95 of 100 cases. The
          bounds lie at the same distance on both sides, the figure after ±. It is about one
          entrant. Two intervals may overlap although it is clear which of the two is better; the
          board’s JSON gives the probability of every order as <i>above</i>.
        </Term>
        <Term name="Rank">
          The range of places that is plausible at 95&nbsp;%,{" "}
          <span className="whitespace-nowrap">“1–3”</span>, or one place when nothing else is. The
          JSON has it as <i>rankRange</i>, and beside it <i>rank</i>, which counts only whom the
          intervals put clearly above.{" "}
          <a href="#ranks" className={INLINE_LINK}>
            How the two differ
          </a>
          .
        </Term>
        <Term name="Battles">Counted votes in which the entrant was one of the two.</Term>
        <Term name="Win rate">
          Points over battles, against every opponent, rated or not. It depends on whom the entrant
          met; the rating takes that into account.
        </Term>
        <Term name="Both bad">
          Share of its battles whose verdict was that both are bad. The opponent and the prompt had
          a part in it. For ratings it counts as a tie.
        </Term>
        <Term name="Executes">
          Share of the board’s prompts that the entrant tried for which its first creation, after
          the repairs that its settings allow, has at least one triangle.{" "}
          <a href="#executability" className={INLINE_LINK}>
            Why it is apart
          </a>
          .
        </Term>
      </Terms>
      <Points>
        <li>Where intervals overlap, the order is not settled. Read the range, not the place.</li>
        <li>
          “More to firm” counts the battles that a young rating still lacks; no number uses it.
        </li>
      </Points>
    </Section>
  );
}
