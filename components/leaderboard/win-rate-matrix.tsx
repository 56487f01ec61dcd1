import { countText, NOTHING, percentText } from "@/components/ui/number-text";
import type { BoardMatrix, BoardRow } from "@/lib/leaderboard/schema";

/**
 * ColorBrewer RdBu in nine steps, red loses and blue wins: every step keeps 4.5:1 with its ink, and the
 * mirror steps stay apart in all common kinds of colour blindness. The same in both themes.
 */
const STEPS = [
  { fill: "#b2182b", ink: "#ffffff" },
  { fill: "#d6604d", ink: "#111827" },
  { fill: "#f4a582", ink: "#111827" },
  { fill: "#fddbc7", ink: "#111827" },
  { fill: "#f7f7f7", ink: "#111827" },
  { fill: "#d1e5f0", ink: "#111827" },
  { fill: "#92c5de", ink: "#111827" },
  { fill: "#4393c3", ink: "#111827" },
  { fill: "#2166ac", ink: "#ffffff" },
];

/** The step of a share from 0 to 1, each a ninth wide. */
function toStep(share: number): { fill: string; ink: string } | undefined {
  return STEPS[Math.min(Math.floor(share * STEPS.length), STEPS.length - 1)];
}

/** With fewer battles than this a share says little, and its colour is pale. */
const FEW = 10;

type WinRateMatrixProps = { matrix: BoardMatrix; rows: BoardRow[] };

/** A real table, so that it can be read out and copied; colour only repeats the printed number. */
export function WinRateMatrix({ matrix, rows }: WinRateMatrixProps) {
  const names = new Map(rows.map(({ slug, name }) => [slug, name]));
  const toName = (slug: string) => names.get(slug) ?? slug;
  return (
    <section aria-labelledby="matrix" className="pt-12">
      <h2 id="matrix" className="font-semibold text-lg tracking-[-0.01em]">
        Win rates
      </h2>
      <p className="max-w-[68ch] pt-1 pb-3 text-ink-2 text-sm">
        How often the row beats the column, and over how many battles. Ties and both-bad count half.
        Pale below {FEW} battles; {NOTHING} where two never met.
      </p>
      <Legend />
      <section
        aria-label="Win-rate matrix, scrolls sideways"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="relative mt-4 w-fit max-w-full overflow-x-auto rounded-card border border-line bg-surface p-2"
      >
        <table className="border-separate border-spacing-0.5 text-sm tabular-nums">
          <thead>
            <tr>
              <th scope="col" className="sticky left-0 bg-surface">
                <span className="sr-only">Row against column</span>
              </th>
              {matrix.order.map((slug) => (
                <th
                  key={slug}
                  scope="col"
                  className="w-20 min-w-18 px-1 pb-1.5 align-bottom font-normal text-ink-2 text-xs normal-nums leading-4"
                >
                  {toName(slug)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.order.map((row, i) => (
              <tr key={row}>
                <th
                  scope="row"
                  className="sticky left-0 min-w-24 max-w-28 bg-surface py-1 pr-3 pl-2 text-left font-medium text-[13px] normal-nums leading-4 md:min-w-36 md:max-w-56"
                >
                  {toName(row)}
                </th>
                {matrix.order.map((column, j) =>
                  i === j ? (
                    <td key={column} className="rounded-[4px] bg-sunk" />
                  ) : (
                    <Cell
                      key={column}
                      points={matrix.wins[i]?.[j] ?? null}
                      battles={matrix.battles[i]?.[j] ?? 0}
                    />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Cell({ points, battles }: { points: number | null; battles: number }) {
  if (points === null || battles === 0) {
    return (
      <td className="rounded-[4px] border border-line text-center text-ink-3">
        <span aria-hidden="true">{NOTHING}</span>
        <span className="sr-only">never met</span>
      </td>
    );
  }
  const rate = points / battles;
  const { fill, ink } = toStep(rate) ?? {};
  const isPale = battles < FEW;
  const style = isPale
    ? { backgroundColor: `color-mix(in oklab, ${fill} 30%, #f7f7f7)`, color: "#111827" }
    : { backgroundColor: fill, color: ink };
  return (
    <td className="h-12 rounded-[4px] px-1 text-center leading-4" style={style}>
      <span className={isPale ? "" : "font-semibold"}>{percentText(rate)}</span>
      <span className="block text-[11px]">n = {countText(battles)}</span>
    </td>
  );
}

function Legend() {
  return (
    <div aria-hidden="true" className="flex items-center gap-2 text-ink-2 text-xs">
      row loses
      <span className="flex overflow-hidden rounded-[4px] outline outline-line">
        {STEPS.map(({ fill }) => (
          <span key={fill} className="h-3 w-4" style={{ backgroundColor: fill }} />
        ))}
      </span>
      row wins
    </div>
  );
}
