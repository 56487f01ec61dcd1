import { countText } from "@/components/ui/number-text";

const HEIGHT = 72;
const STEP = 10;
const BAR = 7;

/** Votes of each of the last 60 minutes as bars on one scale, the newest on the right. */
export function VoteChart({ minutes }: { minutes: readonly number[] }) {
  const most = Math.max(0, ...minutes);
  const total = minutes.reduce((sum, votes) => sum + votes, 0);
  const width = minutes.length * STEP;
  return (
    <figure className="flex flex-col gap-1.5">
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${countText(total)} votes in the last hour, at most ${countText(most)} in one minute`}
        className="h-18 w-full"
      >
        <line x1="0" x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className="stroke-line" />
        {minutes.map((votes, index) => {
          const height = votes === 0 ? 0 : Math.max(2, (votes / most) * (HEIGHT - 2));
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a minute is its place
              key={index}
              x={index * STEP}
              y={HEIGHT - 1 - height}
              width={BAR}
              height={height}
              className="fill-accent"
            />
          );
        })}
      </svg>
      <figcaption className="flex justify-between gap-4 text-[13px] text-ink-3 tabular-nums">
        <span>60 min ago</span>
        <span>
          {countText(total)} in all, up to {countText(most)} a minute
        </span>
        <span>now</span>
      </figcaption>
    </figure>
  );
}
