import type { MatrixView } from "@/lib/leaderboard/matrix-window";
import { FAR, STEPS } from "./matrix-cell";

const ENDS: Record<MatrixView, [low: string, high: string]> = {
  observed: ["row loses", "row wins"],
  predicted: ["row loses", "row wins"],
  residual: ["fewer wins than predicted", "more"],
};

/** What the colours mean. Hidden from whoever hears the page: the figures say the same. */
export function MatrixLegend({ view }: { view: MatrixView }) {
  const [low, high] = ENDS[view];
  return (
    <div
      aria-hidden="true"
      className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2 text-xs"
    >
      {low}
      <span className="flex overflow-hidden rounded-[4px] outline outline-line">
        {STEPS.map(({ fill }) => (
          <span key={fill} className="h-3 w-4" style={{ backgroundColor: fill }} />
        ))}
      </span>
      {high}
      {view === "residual" && <span>(outer colours, in bold: beyond ±{FAR})</span>}
    </div>
  );
}
