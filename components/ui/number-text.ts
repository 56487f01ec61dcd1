const counts = new Intl.NumberFormat("en");
const percents = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const times = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});

/** Says that there is no number, which is not the same as zero. */
export const NOTHING = "—";

export function countText(count: number): string {
  return counts.format(count);
}

/** A share of one in whole per cent, with a no-break space as ISO 80000 wants it. */
export function percentText(share: number | null): string {
  return share === null ? NOTHING : `${percents.format(share * 100)}\u00a0%`;
}

export function ratingText(rating: number | null): string {
  return rating === null ? NOTHING : String(Math.round(rating));
}

/** Half the width of an interval, as it stands after a ±. */
export function spreadText(lower: number | null, upper: number | null): string {
  return lower === null || upper === null ? "" : `±\u00a0${Math.round((upper - lower) / 2)}`;
}

/** "1–3", or "1" when nothing else is plausible. */
export function rankText(range: readonly [number, number] | null, rank: number | null): string {
  if (range === null) return rank === null ? NOTHING : String(rank);
  const [best, worst] = range;
  return best === worst ? String(best) : `${best}–${worst}`;
}

/** UTC to the minute; the ISO form stands in the `<time>` around it. */
export function timeText(iso: string): string {
  return `${times.format(new Date(iso))} UTC`;
}
