import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  type BoardInputs,
  computeLeaderboard,
  type StoredInflation,
  selectBoard,
} from "@/lib/leaderboard/compute";
import { leaderboardSchema } from "@/lib/leaderboard/schema";
import { covers, toScope } from "@/lib/leaderboard/scope";
import { bootstrapRatings } from "@/lib/rating/bootstrap";
import { foldInflation } from "@/lib/rating/clustered";
import { davidsonRatings } from "@/lib/rating/davidson";
import { eloTicker } from "@/lib/rating/elo";
import { type RankOptions, rankVotes } from "./rank-votes";
import { rankingJson } from "./ranking-json";
import { flowing, makeVotes, type TestVote, toVotesCsv } from "./test-votes";

const OPTIONS: RankOptions = {
  ...{ board: "all", method: "bt", intervals: null, rounds: 20, seed: 0, inflationFrom: null },
};

const rank = (votes: readonly TestVote[], options: Partial<RankOptions> = {}) =>
  rankVotes(flowing(toVotesCsv(votes)), { ...OPTIONS, ...options });

/** What the server reads from its tallies. */
function toInputs(votes: readonly TestVote[], board = "all"): BoardInputs {
  const slugs = [...new Set(votes.flatMap(({ left, right }) => [left, right]))].sort();
  return {
    throughSeq: Math.max(...votes.map(({ seq }) => seq)),
    entrants: slugs.map((slug) => ({ slug, name: slug })),
    tallies: votes
      .filter((vote) => vote.counted && covers(toScope(board), vote))
      .map(({ left, right, outcome }) => ({
        ...{ left, right },
        leftWins: outcome === "left" ? 1 : 0,
        rightWins: outcome === "right" ? 1 : 0,
        ties: outcome === "tie" ? 1 : 0,
        bothBad: outcome === "both_bad" ? 1 : 0,
      })),
    executions: [],
  };
}

/** What the server's full recompute finds, its voters and prompts numbered and ordered its own way. */
function toInflation(board: string, votes: readonly TestVote[]): StoredInflation {
  const inputs = toInputs(votes, board);
  const { slugs, tallies } = selectBoard(board, inputs);
  const fold = foldInflation({ entrants: slugs, tallies });
  const numberIn = (names: string[]) => {
    const sorted = [...new Set(names)].sort().reverse();
    return (name: string) => sorted.indexOf(name);
  };
  const voterOf = numberIn(votes.map(({ voter }) => voter));
  const promptOf = numberIn(votes.map(({ prompt }) => prompt));
  const here = votes.filter((vote) => vote.counted && covers(toScope(board), vote));
  for (const vote of here.toSorted((x, y) => voterOf(x.voter) - voterOf(y.voter))) {
    fold.add({
      ...{ voter: voterOf(vote.voter), prompt: promptOf(vote.prompt), outcome: vote.outcome },
      ...{ left: slugs.indexOf(vote.left), right: slugs.indexOf(vote.right) },
    });
  }
  const { inflation, voters, prompts } = fold.finish();
  return {
    ...{ throughSeq: inputs.throughSeq, computedAt: "", votes: here.length, voters, prompts },
    factors: Object.fromEntries(slugs.map((slug, index) => [slug, inflation[index] ?? 1])),
  };
}

/** The body of GET /api/leaderboard, but for when it was computed. */
function serverJson(
  board: string,
  votes: readonly TestVote[],
  inflation: StoredInflation | null,
): string {
  const inputs = toInputs(votes, board);
  const computed = computeLeaderboard(board, inputs, inflation);
  const { throughSeq } = inputs;
  return JSON.stringify(leaderboardSchema.parse({ ...computed, computedAt: null, throughSeq }));
}

describe("to the last digit what the server computes from the same votes", () => {
  const votes = makeVotes(3000);

  test.each(["all", "text-to-3d", "image-to-3d/lamps"])(
    "clustered intervals, board %s",
    async (board) => {
      const json = rankingJson(await rank(votes, { board }));
      expect(json).toBe(serverJson(board, votes, toInflation(board, votes)));
    },
  );

  test("plain intervals", async () => {
    const json = rankingJson(await rank(votes, { intervals: "plain" }));
    expect(json).toBe(serverJson("all", votes, null));
  });

  test("a live board, whose inflation is of an earlier recompute", async () => {
    const folder = await mkdtemp(join(tmpdir(), "polyduel-rank-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const earlier = votes
      .slice(0, 1000)
      .filter(({ left, right }) => !`${left}${right}`.includes("6"));
    const inflationFrom = join(folder, "earlier.csv");
    await writeFile(inflationFrom, toVotesCsv(earlier));
    const ranking = await rank(votes, { inflationFrom });
    expect(rankingJson(ranking)).toBe(serverJson("all", votes, toInflation("all", earlier)));
    expect(ranking.leaderboard.intervals.inflationThroughSeq).toBe(earlier.at(-1)?.seq);
  });

  test("few votes, with entrants that are not rated", async () => {
    for (const size of [1, 2, 5, 9]) {
      const few = makeVotes(size, size).map((vote) => ({ ...vote, counted: true }));
      const json = rankingJson(await rank(few));
      expect(json).toBe(serverJson("all", few, toInflation("all", few)));
    }
  });
});

test("the order of rows does not matter, nor which names voters and prompts have", async () => {
  const votes = makeVotes(1000);
  const shuffled = votes
    .toSorted((x, y) => x.prompt.localeCompare(y.prompt) || y.seq - x.seq)
    .map((vote) => ({ ...vote, voter: `"${vote.voter}, renamed"`, prompt: vote.prompt.slice(-2) }));
  expect(rankingJson(await rank(shuffled))).toBe(rankingJson(await rank(votes)));
});

describe("intervals", () => {
  const header = "model_a,model_b,winner";
  const rows = makeVotes(200).map(({ left, right, outcome }) => `${left},${right},${outcome}`);
  const withColumn = (name: string) =>
    [`${header},${name}`, ...rows.map((row, index) => `${row},${index % 9}`)].join("\n");
  const kindOf = async (text: string, options: Partial<RankOptions> = {}) =>
    (await rankVotes(flowing(text), { ...OPTIONS, ...options })).leaderboard.intervals;

  test("are clustered by what the file has, and plain where it has nothing", async () => {
    const [kind, inflationThroughSeq] = ["clustered", 0];
    expect(await kindOf([header, ...rows].join("\n"))).toMatchObject({ kind: "plain" });
    expect(await kindOf(withColumn("judge"))).toEqual({
      ...{ kind, inflationThroughSeq, voters: 9, prompts: null },
    });
    expect(await kindOf(withColumn("question_id"))).toEqual({
      ...{ kind, inflationThroughSeq, voters: null, prompts: 9 },
    });
  });

  test("cannot be clustered by nothing", async () => {
    const ranking = kindOf([header, ...rows].join("\n"), { intervals: "clustered" });
    await expect(ranking).rejects.toThrow("votes.csv has no voters or prompts to cluster by");
  });

  test("of the bootstrap are its percentiles", async () => {
    const votes = makeVotes(400).filter(({ counted }) => counted);
    const { leaderboard, extra } = await rank(votes, { intervals: "bootstrap", seed: 5 });
    const { slugs, tallies } = selectBoard("all", toInputs(votes));
    const bootstrap = bootstrapRatings({ entrants: slugs, tallies, seed: 5, rounds: 20 });
    expect(leaderboard).toMatchObject({ method: "bt-mle-bootstrap/1", seed: 5 });
    expect(extra).toEqual({ method: "bt", bootstrap: { rounds: 20, dropped: bootstrap.dropped } });
    const bounds = leaderboard.entrants.map(({ slug, lower, upper }) => ({ slug, lower, upper }));
    bounds.sort((x, y) => (x.slug < y.slug ? -1 : 1));
    expect(bounds).toEqual(bootstrap.entrants.map(({ median: _, ranks: __, ...rest }) => rest));
    expect(leaderboardSchema.parse(leaderboard)).toEqual(leaderboard);
  });
});

describe("Davidson", () => {
  test("ratings, tie parameter and expected points", async () => {
    const votes = makeVotes(2000).filter(({ counted }) => counted);
    const ranking = await rank(votes, { method: "davidson" });
    const { slugs, tallies } = selectBoard("all", toInputs(votes));
    const expected = davidsonRatings({ entrants: slugs, tallies });
    const { leaderboard } = ranking;
    for (const { slug, rating } of expected.entrants) {
      expect(leaderboard.entrants.find((row) => row.slug === slug)).toMatchObject({
        ...{ rating: rating?.estimate, lower: rating?.lower, upper: rating?.upper },
      });
    }
    expect(JSON.parse(rankingJson(ranking)).tieParameter).toEqual(expected.tieParameter);
    const { order, wins, predicted } = leaderboard.matrix;
    expect(order).toEqual(leaderboard.entrants.map(({ slug }) => slug));
    // The likelihood equations: everyone's expected points are the points they have.
    order.forEach((_, row) => {
      const points = wins[row]?.reduce<number>((sum, value) => sum + (value ?? 0), 0) ?? 0;
      const counts = leaderboard.matrix.battles[row] ?? [];
      const fitted = counts.reduce<number>(
        (sum, count, column) => sum + (count ?? 0) * (predicted[row]?.[column] ?? 0),
        0,
      );
      expect(fitted).toBeCloseTo(points, 6);
    });
  });

  test("without a finite maximum", async () => {
    const text = "model_a,model_b,winner\nant,bee,tie\nbee,cat,tie\n";
    const ranking = rankVotes(flowing(text), { ...OPTIONS, method: "davidson" });
    await expect(ranking).rejects.toThrow("has no finite Davidson ratings");
  });
});

test("online Elo runs in seq order, and for FastChat's columns in that of the file", async () => {
  const votes = makeVotes(500).filter(({ counted }) => counted);
  const [slow, quick] = [eloTicker(4), eloTicker(8)];
  const slugs = [...new Set(votes.flatMap(({ left, right }) => [left, right]))];
  for (const { left, right, outcome } of votes) {
    slow.add(slugs.indexOf(left), slugs.indexOf(right), outcome);
    quick.add(slugs.indexOf(left), slugs.indexOf(right), outcome);
  }
  const expected = slugs.map((slug, index) => ({
    ...{ slug, k4: slow.ratings()[index], k8: quick.ratings()[index] },
  }));
  const { leaderboard, extra } = await rank(votes.toReversed(), { method: "elo" });
  expect(
    extra.method === "elo" && extra.elo.toSorted((x, y) => (x.slug < y.slug ? -1 : 1)),
  ).toEqual(expected.toSorted((x, y) => (x.slug < y.slug ? -1 : 1)));
  expect(leaderboard.entrants.map(({ rating }) => rating)).toEqual(
    expected.map(({ k4 }) => k4).toSorted((x, y) => (y ?? 0) - (x ?? 0)),
  );
  const text = votes.map(({ left, right, outcome }) => `${left},${right},${outcome}`);
  const fromFastChat = await rankVotes(flowing(["model_a,model_b,winner", ...text].join("\n")), {
    ...OPTIONS,
    method: "elo",
  });
  expect(fromFastChat.extra).toEqual(extra);
});
