import {
  COVERAGE,
  COVERAGE_ARENA,
  COVERAGE_WORLDS,
  type CoverageRow,
} from "@/lib/rating/coverage-results";
import { FigureTable, NumberCell } from "./figure-table";
import { Code, Section } from "./section";

const TARGET = 95;

export function CoverageSection() {
  const { entrants, votes, strengthSd, tasteSd, promptSd } = COVERAGE_ARENA;
  const few = COVERAGE.find(({ isClusteredEnough }) => !isClusteredEnough);
  return (
    <Section id="coverage">
      <p>
        An interval that says 95&nbsp;% should hold the truth 95 times in 100. Where the truth is
        known, in simulated arenas, that can be counted. “Taste”: each voter likes each entrant more
        or less than others do, with a standard deviation of {tasteSd} points. “Prompts”: each
        entrant does better or worse on each, with {promptSd} points.
      </p>
      <FigureTable
        columns={["Setting", "Plain", "Clustered", "Board"]}
        caption={
          <>
            How often a 95&nbsp;% interval holds the rating that endless votes, voters and prompts
            would lead to, in %. {COVERAGE_WORLDS} arenas a row, {entrants} entrants (standard
            deviation {strengthSd} points), {votes.toLocaleString("en")} votes where nothing else is
            said, ties, pairs of neighbours. “Board” is plain times inflation. The figures are those
            of <Code>npm run test:long</Code>, which fails when it finds others.
          </>
        }
      >
        {COVERAGE.map((row) => (
          <CoverageRowView key={row.setting} row={row} />
        ))}
      </FigureTable>
      <p>
        Intervals that take votes as independent promise {TARGET}&nbsp;% and keep{" "}
        {Math.round(lowest("plain", true))} in the worst of the well-filled settings; clustered ones
        keep between {Math.round(lowest("onBoard", true))} and {Math.round(highest("onBoard"))}. The
        last two rows are not hidden: with 12 prompts the clustered interval still misses a little
        too often ({few?.onBoard.toFixed(1)}), because twelve clusters say little about how much
        clusters differ. From about 40 voters and 40 prompts on it can be trusted; the board’s JSON
        gives both numbers.
      </p>
    </Section>
  );
}

function CoverageRowView({ row }: { row: CoverageRow }) {
  return (
    <tr>
      <th scope="row">
        <span className="inline-block first-letter:uppercase">{row.setting}</span>
      </th>
      <Coverage percent={row.plain} />
      <Coverage percent={row.clustered} />
      <Coverage percent={row.onBoard} />
    </tr>
  );
}

/** Too low stands out in weight, not in colour alone. */
function Coverage({ percent }: { percent: number }) {
  const isLow = percent < 92;
  return (
    <NumberCell>
      <span className={isLow ? "font-semibold text-bad" : ""}>{percent.toFixed(1)}</span>
    </NumberCell>
  );
}

function lowest(column: "plain" | "onBoard", isClusteredEnough: boolean): number {
  const rows = COVERAGE.filter((row) => row.isClusteredEnough === isClusteredEnough);
  return Math.min(...rows.map((row) => row[column]));
}

function highest(column: "onBoard"): number {
  return Math.max(...COVERAGE.map((row) => row[column]));
}
