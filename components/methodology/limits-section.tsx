import { Lead, Points, Section } from "./section";

export function LimitsSection() {
  return (
    <Section id="limits">
      <Points>
        <li>
          <Lead>Whose taste it is.</Lead> Votes come from whoever comes here. They are no sample of
          any population, and intervals say nothing about people who do not come.
        </li>
        <li>
          <Lead>Bots that recognise.</Lead> Nothing sent before the vote names an entrant, but a
          program that has seen an entrant’s geometry in earlier reveals can know it again. Against
          that stand battles that the server chooses and that can be used once, limits, and
          exclusions; none of it is proof.
        </li>
        <li>
          <Lead>One person, several voters.</Lead> Whoever drops the cookie is a new voter, so such
          votes count as more independent than they are, and limits start anew.
        </li>
        <li>
          <Lead>Few clusters.</Lead> Below about 40 voters or 40 prompts intervals are too narrow,
          as the table shows.
        </li>
        <li>
          <Lead>Other prompts.</Lead> Ratings speak for prompts like those here, shown as they are
          shown here; shape seen in plain clay, where a track is judged so, says nothing about
          materials.
        </li>
        <li>
          <Lead>One number each.</Lead> When a beats b, b beats c and c beats a, no rating can say
          so. The residuals of the matrix do.
        </li>
        <li>
          <Lead>Skips.</Lead> Voters who would rather not judge leave no trace in a rating, whatever
          made them skip.
        </li>
        <li>
          <Lead>Time.</Lead> A rating is of an entrant: a model under fixed settings. When a
          provider changes what stands behind a name, that is not seen here unless it becomes a new
          entrant.
        </li>
      </Points>
    </Section>
  );
}
