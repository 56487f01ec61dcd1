import { expect, it } from "vitest";
import type { BoardRow, BoardStandings } from "@/lib/leaderboard/schema";
import { mergeSnapshot } from "./merge-snapshot";

function row(slug: string, rank: number | null, rating: number | null): BoardRow {
  return {
    ...{ slug, name: slug, rank, rankRange: null, rating, lower: null, upper: null, battles: 1 },
    ...{ winRate: null, bothBadRate: null, executability: null, reason: null },
    status: rating === null ? "not_rated" : "rated",
  };
}

const shown: BoardStandings = {
  ...{ board: "all", computedAt: null, throughSeq: 5, votes: 5, method: "m", seed: 0 },
  intervals: { kind: "plain", inflationThroughSeq: null, voters: null, prompts: null },
  entrants: [row("a", 1, 1100), row("b", 1, 900), row("c", null, null)],
};
const event = {
  id: "00000000-0000-4000-8000-000000000000",
  computedAt: null,
  throughSeq: 6,
  votes: 6,
};

it("takes changed and new rows over, in order of standing, and names only what differs", () => {
  const { standings, changed } = mergeSnapshot(shown, {
    ...event,
    changed: [row("a", 1, 1100), row("b", 1, 1200), row("d", 2, 800)],
  });
  expect(standings.entrants.map(({ slug }) => slug)).toEqual(["b", "a", "d", "c"]);
  expect(standings).toMatchObject({ throughSeq: 6, votes: 6 });
  expect(changed).toEqual(["b", "d"]);
});
