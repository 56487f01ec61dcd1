import type { HistoryRating } from "@/lib/leaderboard/history";
import type { HistoryLines } from "./history-lines";
import type { Box } from "./place-labels";
import { linearScale, type Scale } from "./scale";
import { spreadLabels } from "./spread-labels";
import { shortenText } from "./text-width";
import { type TimeTicks, timeTicks } from "./time-ticks";

export type HistorySize = {
  width: number;
  height: number;
  fontPx: number;
  /** Room for the names at the right, and whether the ratings stand behind them. */
  nameWidth: number;
  hasRatings: boolean;
  ticks: { x: number; y: number };
  /** Intervals drawn along each line where there are too many lines for bands. */
  whiskers: number;
};

export type HistoryLayout = {
  size: HistorySize;
  frame: Box;
  y: Scale;
  time: { ticks: { at: number; x: number }[]; prints: TimeTicks["prints"] };
  /** In the order of the slugs asked for. */
  lines: HistoryLine[];
};

export type HistoryLine = {
  slug: string;
  /** Unbroken runs of the line. */
  runs: { x: number; y: number }[][];
  /** For each run the outline of its interval: along the top, back along the bottom; none where there are many lines. */
  bands: { x: number; y: number }[][];
  whiskers: { x: number; top: number; bottom: number }[];
  /** Where it ends now, and where its name stands; null where it is not rated now. */
  end: { x: number; y: number; labelY: number; name: string; rating: number } | null;
};

/** Up to so many lines have bands; the bands of more could not be told apart. */
const MOST_BANDS = 3;

/** Whiskers of neighbouring lines stand so many pixels beside each other. */
const WHISKER_STEP = 3;

const MARGIN = { left: 44, top: 26, bottom: 42, toName: 22 };

/** Where everything of the plot over time stands, for these entrants. */
export function layOutHistory(
  history: HistoryLines,
  slugs: readonly string[],
  { names, size }: { names: ReadonlyMap<string, string>; size: HistorySize },
): HistoryLayout {
  const frame = {
    left: MARGIN.left,
    top: MARGIN.top,
    right: size.width - size.nameWidth - MARGIN.toName,
    bottom: size.height - MARGIN.bottom,
  };
  const times = history.times.map(({ computedAt }) => Date.parse(computedAt));
  const found = slugs.map((slug) => history.lines.get(slug) ?? []);
  const y = linearScale({
    values: valuesToShow(found),
    range: [frame.bottom, frame.top],
    count: size.ticks.y,
  });
  const x = timeScale(times, frame);
  const lines = slugs.map((slug, index) => {
    const steps = (found[index] ?? []).map((step, at) => step && { ...step, x: x(times[at] ?? 0) });
    const offset = (index - (slugs.length - 1) / 2) * WHISKER_STEP;
    const hasBands = slugs.length <= MOST_BANDS;
    return {
      slug,
      runs: toRuns(steps).map((run) =>
        run.map((step) => ({ x: step.x, y: y.toPixel(step.rating) })),
      ),
      bands: hasBands ? toRuns(steps).map((run) => toBand(run, y)) : [],
      whiskers: hasBands
        ? []
        : evenly(steps.length, size.whiskers).flatMap((at) => {
            const step = steps[at];
            if (!step) return [];
            // The newest stand at the line's end, where the offset would leave the frame.
            const own = Math.min(step.x + offset, frame.right);
            return { x: own, top: y.toPixel(step.upper), bottom: y.toPixel(step.lower) };
          }),
      end: toEnd(steps.at(-1), { name: names.get(slug) ?? slug, size, y }),
    };
  });
  return {
    ...{ size, frame, y, lines: spreadNames(lines, frame, size.fontPx) },
    time: toTimeAxis(times, x, size.ticks.x),
  };
}

type Step = HistoryRating & { x: number };

/**
 * Every rating, and the intervals as they are now: the first ones after a handful of votes are so wide that they
 * would press everything else flat. What sticks out is cut at the frame.
 */
function valuesToShow(lines: readonly (HistoryRating | null)[][]): number[] {
  return lines.flatMap((line) => {
    const newest = line.at(-1);
    const ratings = line.flatMap((step) => step?.rating ?? []);
    return newest ? [...ratings, newest.lower, newest.upper] : ratings;
  });
}

/** One moment alone stands at the end, where the names are. */
function timeScale(times: readonly number[], frame: Box): (time: number) => number {
  const first = times[0] ?? 0;
  const span = (times.at(-1) ?? 0) - first;
  return (time) =>
    span > 0 ? frame.left + ((time - first) / span) * (frame.right - frame.left) : frame.right;
}

function toTimeAxis(
  times: readonly number[],
  x: (time: number) => number,
  count: number,
): HistoryLayout["time"] {
  const { at, prints } = timeTicks(times[0] ?? 0, times.at(-1) ?? 0, count);
  return { ticks: at.map((time) => ({ at: time, x: x(time) })), prints };
}

function toRuns(steps: readonly (Step | null)[]): Step[][] {
  const runs: Step[][] = [];
  let run: Step[] = [];
  for (const step of steps) {
    if (step) run.push(step);
    else run = [];
    if (run.length === 1) runs.push(run);
  }
  return runs;
}

function toBand(run: readonly Step[], y: Scale): { x: number; y: number }[] {
  const along = run.map((step) => ({ x: step.x, y: y.toPixel(step.upper) }));
  const back = run.toReversed().map((step) => ({ x: step.x, y: y.toPixel(step.lower) }));
  return [...along, ...back];
}

/** Up to `count` places of a list, spread evenly, the last always among them. */
function evenly(length: number, count: number): number[] {
  const used = Math.min(length, count);
  const places = Array.from({ length: used }, (_, index) =>
    used === 1 ? length - 1 : Math.round(((index + 1) / used) * length) - 1,
  );
  return places.filter((place) => place >= 0);
}

function toEnd(
  step: Step | null | undefined,
  { name, size, y }: { name: string; size: HistorySize; y: Scale },
): HistoryLine["end"] {
  if (!step) return null;
  const position = y.toPixel(step.rating);
  const short = shortenText(
    name,
    size.fontPx,
    size.nameWidth - (size.hasRatings ? size.fontPx * 3 : 0),
  );
  return { x: step.x, y: position, labelY: position, name: short, rating: step.rating };
}

function spreadNames(lines: HistoryLine[], frame: Box, fontPx: number): HistoryLine[] {
  const ends = lines.flatMap(({ end }) => end ?? []);
  const spread = spreadLabels(
    ends.map(({ y }) => y),
    { gap: fontPx * 1.35, range: [frame.top, frame.bottom] },
  );
  const labelOf = new Map(ends.map((end, index) => [end, spread[index] ?? end.y]));
  return lines.map((line) => ({
    ...line,
    end: line.end && { ...line.end, labelY: labelOf.get(line.end) ?? line.end.y },
  }));
}
