import { countText, percentText, ratingText } from "@/components/ui/number-text";
import type { StoredBootstrap } from "@/lib/leaderboard/bootstraps";
import type { HistoryLines } from "@/lib/plots/history-lines";
import type { RankShares } from "@/lib/plots/rank-shares";
import { FEWEST, type Scatter } from "@/lib/plots/scatter";
import { cellText, intervalText } from "./figure-text";

/** What a scatter plot finds: how closely ratings and metric go together, and who buys best. */
export function scatterFinding(scatter: Scatter): string {
  return [correlationWords(scatter), frontWords(scatter)].filter(Boolean).join(" ");
}

function correlationWords({ points, pearson, spearman, metric }: Scatter): string {
  if (points.length < FEWEST)
    return `${entrants(points.length)} with both figures: too few for a correlation.`;
  if (!pearson || !spearman)
    return `All ${countText(points.length)} have the same ${metric.phrase} or the same rating: nothing to correlate.`;
  const note = pearson.lower === null ? "; too few for intervals" : ", 95 % intervals in brackets";
  return `Pearson r = ${intervalText(pearson)}, Spearman ρ = ${intervalText(spearman)}; ${entrants(points.length)}${note}.`;
}

function frontWords({ front, points, metric }: Scatter): string {
  if (!front || front.length === 0) return "";
  const named = points.filter(({ slug }) => front.includes(slug)).toSorted((x, y) => x.x - y.x);
  const list = named.map(
    ({ name, x }) => `${name} (${cellText(x, metric.kind)}${unitOf(scatterUnit(metric.kind))})`,
  );
  const [only] = list;
  if (list.length === 1) return `${only} is best and ${cheapestWord(metric.kind)} at once.`;
  return `Nobody rates higher for less than ${enumerate(list)}.`;
}

function scatterUnit(kind: Scatter["metric"]["kind"]): string {
  return kind === "seconds" ? "s" : "";
}

function unitOf(unit: string): string {
  return unit && `\u00a0${unit}`;
}

function cheapestWord(kind: Scatter["metric"]["kind"]): string {
  return kind === "seconds" ? "fastest" : "cheapest";
}

/** Who is missing from a scatter plot, and why; empty where nobody is. */
export function leftOutWords({ unrated, unmeasured, metric }: Scatter): string {
  const reasons = [
    ...(unrated > 0 ? [`${countText(unrated)} not yet rated`] : []),
    ...(unmeasured > 0 ? [`${countText(unmeasured)} without a figure for ${metric.phrase}`] : []),
  ];
  return reasons.length > 0 ? `Left out: ${reasons.join(", ")}.` : "";
}

/** Which plots have nothing to draw, and why. */
export function unmeasuredWords(scatters: readonly Scatter[]): string {
  const phrases = enumerate(scatters.map(({ metric }) => metric.phrase));
  const isUnrated = scatters.every(({ unmeasured }) => unmeasured === 0);
  return isUnrated
    ? `Nobody is rated yet, so there is nothing to set against ${phrases}.`
    : `Of no rated entrant is anything known yet about ${phrases}.`;
}

/** Who leads and who moved most among the lines drawn; no full stop. */
export function historyFinding(
  { times, lines }: HistoryLines,
  slugs: readonly string[],
  names: ReadonlyMap<string, string>,
): string {
  const moves = slugs.flatMap((slug) => {
    const known = (lines.get(slug) ?? []).flatMap((step) => step ?? []);
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last) return [];
    return { name: names.get(slug) ?? slug, now: last.rating, by: last.rating - first.rating };
  });
  const [leader] = moves.toSorted((x, y) => y.now - x.now);
  if (!leader) return "Nobody was rated yet";
  const lead = `${leader.name} leads with ${ratingText(leader.now)}`;
  if (times.length < 2) return `${lead}; one snapshot so far`;
  const [most] = moves.toSorted((x, y) => Math.abs(y.by) - Math.abs(x.by));
  if (!most || Math.abs(most.by) < 0.5) return `${lead}; nobody moved by a point`;
  const sign = most.by > 0 ? "up" : "down";
  return `${lead}; ${most.name} moved most, ${Math.abs(Math.round(most.by))} points ${sign}`;
}

/** Who may be first. */
export function rankFinding({ rows, kept }: RankShares): string {
  if (kept === 0) return "No round connected everyone, so nobody has a rank.";
  const first = rows
    .map(({ name, shares }) => ({ name, share: shares[0] ?? 0 }))
    // Less would be printed as none.
    .filter(({ share }) => share >= 0.005)
    .toSorted((x, y) => y.share - x.share);
  const list = first.slice(0, 3).map(({ name, share }) => `${name} in ${percentText(share)}`);
  return `First: ${enumerate(list)} of the rounds.`;
}

/** What a bootstrap was made from. */
export function bootstrapWords({
  votes,
  throughSeq,
  seed,
  rounds,
  dropped,
}: StoredBootstrap): string {
  const lost = `${countText(dropped)} dropped`;
  return `Bootstrap of ${countText(votes)} votes through seq ${countText(throughSeq)}, seed ${seed}, ${countText(rounds)} rounds (${lost}).`;
}

/** How evenly battles are spread. */
export function battlesFinding(bars: readonly { name: string; battles: number }[]): string {
  const [most, fewest] = [bars[0], bars.at(-1)];
  if (!most || !fewest || most.battles === 0) return "No battle was counted yet.";
  if (most.battles === fewest.battles) return `Everyone was in ${countText(most.battles)} battles.`;
  return `From ${countText(fewest.battles)} battles (${fewest.name}) to ${countText(most.battles)} (${most.name}).`;
}

function entrants(count: number): string {
  return count === 1 ? "1 entrant" : `${countText(count)} entrants`;
}

/** "a, b and c" */
function enumerate(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
