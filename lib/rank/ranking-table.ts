import type { BoardRow } from "@/lib/leaderboard/schema";
import { escapeControls } from "@/lib/vote-file/bad-rows";
import type { EloRow } from "./elo-leaderboard";
import type { Ranking, RankOptions } from "./rank-votes";

const NOTHING = "–";
/** With fewer clusters, clustered intervals come out too narrow. */
const ENOUGH_CLUSTERS = 40;

/** A column of the table: its head, which side it leans to, and what it says of a row. */
type Column = { head: string; align: "left" | "right"; cell: (row: BoardRow) => string };

/** A ranking for a terminal: one aligned line an entrant, and what it was made from below. */
export function rankingTable(ranking: Ranking, options: RankOptions): string {
  const { entrants } = ranking.leaderboard;
  const columns = columnsOf(ranking);
  const cells = [columns.map(({ head }) => head), ...entrants.map((row) => cellsOf(columns, row))];
  const widths = columns.map((_, column) =>
    Math.max(...cells.map((line) => widthOf(line[column] ?? ""))),
  );
  const lines = cells.map((line) =>
    line
      .map((cell, column) => {
        const padding = " ".repeat((widths[column] ?? 0) - widthOf(cell));
        return columns[column]?.align === "right" ? padding + cell : cell + padding;
      })
      .join("  ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n\n${rankingCaption(ranking, options)}\n`;
}

/** What a ranking was made from, in one line. */
export function rankingCaption(ranking: Ranking, { board, seed }: RankOptions): string {
  const { leaderboard, file, extra } = ranking;
  const parts = [
    plural(leaderboard.votes, "vote"),
    plural(leaderboard.entrants.length, "entrant"),
    ...(board === "all" ? [] : [`board ${board}`]),
    methodText(ranking),
    ...(extra.method === "elo" ? [] : [intervalsText(ranking)]),
    ...(extra.method === "bt" ? [`seed ${seed}`] : []),
    ...(file.excluded > 0 ? [`${count(file.excluded)} excluded`] : []),
    ...(file.elsewhere > 0 ? [`${count(file.elsewhere)} of other boards`] : []),
    file.bad.count === 0 ? "no bad rows" : plural(file.bad.count, "bad row"),
  ];
  return parts.join(" · ");
}

function columnsOf({ leaderboard, extra }: Ranking): Column[] {
  const entrant: Column = {
    head: "Entrant",
    align: "left",
    cell: ({ slug }) => escapeControls(slug),
  };
  const counts: Column[] = [
    { head: "Battles", align: "right", cell: ({ battles }) => count(battles) },
    { head: "Win rate", align: "right", cell: ({ winRate }) => percent(winRate) },
    { head: "Both bad", align: "right", cell: ({ bothBadRate }) => percent(bothBadRate) },
  ];
  if (extra.method === "elo") return [entrant, ...eloColumns(extra.elo), ...counts];
  const hasRanges = leaderboard.entrants.some(({ rankRange }) => rankRange !== null);
  return [
    { head: "Rank", align: "right", cell: hasRanges ? rankRangeText : rankText },
    entrant,
    { head: "Rating", align: "right", cell: ({ rating }) => points(rating) },
    { head: "95 % interval", align: "right", cell: intervalText },
    ...counts,
    { head: "Status", align: "left", cell: statusText },
  ];
}

function eloColumns(elo: readonly EloRow[]): Column[] {
  const ratings = new Map(elo.map((row) => [row.slug, row]));
  return [
    { head: "K = 4", align: "right", cell: ({ slug }) => points(ratings.get(slug)?.k4) },
    { head: "K = 8", align: "right", cell: ({ slug }) => points(ratings.get(slug)?.k8) },
  ];
}

function cellsOf(columns: readonly Column[], row: BoardRow): string[] {
  return columns.map(({ cell }) => cell(row));
}

function methodText({ file, extra }: Ranking): string {
  switch (extra.method) {
    case "bt":
      return "Bradley–Terry, ties half a win";
    case "davidson":
      return `Davidson, tie parameter ${tieText(extra.tieParameter)}`;
    case "elo":
      return `online Elo in the order of ${file.throughSeq > 0 ? "seq" : "the file"}, which is no ranking`;
  }
}

function tieText(
  parameter: { estimate: number; lower: number | null; upper: number | null } | null,
): string {
  if (!parameter) return NOTHING;
  const { estimate, lower, upper } = parameter;
  const bounds =
    lower === null || upper === null ? "" : ` (${lower.toFixed(3)} to ${upper.toFixed(3)})`;
  return `${estimate.toFixed(3)}${bounds}`;
}

function intervalsText({ leaderboard, file, extra }: Ranking): string {
  const { kind, voters, prompts } = leaderboard.intervals;
  if (extra.method === "bt" && extra.bootstrap) {
    const { rounds, dropped } = extra.bootstrap;
    const without = dropped > 0 ? `, ${count(dropped)} of them not connected and left out` : "";
    return `bootstrap intervals of ${count(rounds)} rounds${without}`;
  }
  if (kind === "plain") return "plain intervals, which take every vote for independent";
  const ways = [
    ...(voters === null ? [] : [clustersText(voters, "voter")]),
    ...(prompts === null ? [] : [clustersText(prompts, "prompt")]),
  ];
  const without = file.hasTooManyPrompts ? " (too many prompts to cluster by)" : "";
  return `intervals clustered by ${ways.join(" and ")}${without}`;
}

function clustersText(clusters: number, noun: string): string {
  const isFew = clusters < ENOUGH_CLUSTERS;
  return plural(clusters, noun) + (isFew ? " (so few that intervals are too narrow)" : "");
}

function rankText({ rank }: BoardRow): string {
  return rank === null ? NOTHING : String(rank);
}

function rankRangeText(row: BoardRow): string {
  if (!row.rankRange) return rankText(row);
  const [best, worst] = row.rankRange;
  return best === worst ? String(best) : `${best}–${worst}`;
}

function intervalText({ lower, upper }: BoardRow): string {
  return lower === null || upper === null ? NOTHING : `${points(lower)} to ${points(upper)}`;
}

function statusText({ status, reason }: BoardRow): string {
  if (status === "rated") return "rated";
  return reason ? `not rated: ${reason.replaceAll("_", " ")}` : "not rated";
}

function points(value: number | null | undefined): string {
  return value == null ? NOTHING : value.toFixed(1);
}

function percent(share: number | null): string {
  return share === null ? NOTHING : `${(100 * share).toFixed(1)} %`;
}

function plural(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
}

function count(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** In characters; good for all but wide scripts. */
function widthOf(text: string): number {
  return [...text].length;
}
