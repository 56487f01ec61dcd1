import type { Leaderboard } from "@/lib/leaderboard/schema";
import { computeBoard } from "@/lib/rating/board";
import { bootstrapRatings } from "@/lib/rating/bootstrap";
import { davidsonRatings, type TieParameter } from "@/lib/rating/davidson";
import type { VoteBytes } from "@/lib/vote-file/open-vote-file";
import { VoteFileError } from "@/lib/vote-file/vote-file-error";
import type { VoteFileSummary } from "@/lib/vote-file/vote-reader";
import { toBootstrapLeaderboard } from "./bootstrap-leaderboard";
import { type CountedFile, countVotesOf } from "./count-votes";
import { toDavidsonLeaderboard } from "./davidson-leaderboard";
import { type EloRow, eloRatings, toEloLeaderboard } from "./elo-leaderboard";
import { toLeaderboard } from "./leaderboard-body";

export const METHODS = ["bt", "davidson", "elo"] as const;
export type Method = (typeof METHODS)[number];
export const INTERVALS = ["clustered", "plain", "bootstrap"] as const;
export type IntervalKind = (typeof INTERVALS)[number];

export type RankOptions = {
  /** `all`, `<track>` or `<track>/<category>`. */
  board: string;
  method: Method;
  /** Null: clustered where the file has voters or prompts, else plain. */
  intervals: IntervalKind | null;
  /** Of the bootstrap. */
  rounds: number;
  seed: number;
  /** A file whose votes, and not those that are ranked, say how much clustering widens intervals. */
  inflationFrom: string | null;
  /** Bytes read of the file's size, which is null for a pipe. */
  onProgress?: ((read: number, size: number | null) => void) | undefined;
};

export type Ranking = {
  leaderboard: Leaderboard;
  file: VoteFileSummary;
  /** What the method has beyond a leaderboard. */
  extra:
    | { method: "bt"; bootstrap: { rounds: number; dropped: number } | null }
    | { method: "davidson"; tieParameter: TieParameter | null }
    | { method: "elo"; elo: EloRow[] };
};

/**
 * Ranks a vote file, a path or bytes that already flow. Nothing but the file and the options decides the
 * result: Bradley–Terry boards are, bit for bit, what the server computes from the same votes.
 * @throws VoteFileError when a file cannot serve.
 */
export async function rankVotes(
  source: string | VoteBytes,
  options: RankOptions,
): Promise<Ranking> {
  const { board, method, intervals, inflationFrom, onProgress } = options;
  const mayCluster = method === "bt" && (intervals ?? "clustered") === "clustered";
  const counted = await countVotesOf(source, {
    ...{ board, onProgress },
    clusters: mayCluster && inflationFrom === null,
    order: method === "elo",
  });
  const inflationFile =
    mayCluster && inflationFrom !== null
      ? await countVotesOf(inflationFrom, { board, clusters: true, order: false })
      : counted;
  if ((intervals === "clustered" || inflationFrom !== null) && !inflationFile.inflation) {
    throw new VoteFileError(`${inflationFile.name} has no voters or prompts to cluster by`);
  }
  const leaderboard = toBoard(counted, inflationFile, options);
  switch (method) {
    case "bt":
      return rankByBradleyTerry(leaderboard, counted, options);
    case "davidson":
      return rankByDavidson(leaderboard, counted);
    case "elo":
      return rankByElo(leaderboard, counted);
  }
}

/** The Bradley–Terry board, its intervals widened by what `inflationFile` says of clustering, if anything. */
function toBoard(
  { file, counts }: CountedFile,
  inflationFile: CountedFile,
  { board, seed }: RankOptions,
): Leaderboard {
  const { inflation } = inflationFile;
  const computed = computeBoard({
    ...counts,
    seed,
    inflation: counts.entrants.map((slug) => inflation?.factors.get(slug) ?? 1),
  });
  const { hasVoters, hasPrompts, throughSeq } = inflationFile.file;
  return toLeaderboard(computed, {
    board,
    throughSeq: file.throughSeq,
    intervals: {
      kind: inflation ? "clustered" : "plain",
      inflationThroughSeq: inflation ? throughSeq : null,
      voters: inflation && hasVoters ? inflation.voters : null,
      prompts: inflation && hasPrompts ? inflation.prompts : null,
    },
  });
}

function rankByBradleyTerry(
  leaderboard: Leaderboard,
  { file, counts }: CountedFile,
  { intervals, seed, rounds }: RankOptions,
): Ranking {
  if (intervals !== "bootstrap") {
    return { leaderboard, file, extra: { method: "bt", bootstrap: null } };
  }
  const bootstrap = bootstrapRatings({ ...counts, seed, rounds });
  const { dropped } = bootstrap;
  return {
    leaderboard: toBootstrapLeaderboard(leaderboard, bootstrap),
    file,
    extra: { method: "bt", bootstrap: { rounds, dropped } },
  };
}

function rankByDavidson(leaderboard: Leaderboard, { name, file, counts }: CountedFile): Ranking {
  const davidson = davidsonRatings(counts);
  const isRated = leaderboard.entrants.some(({ status }) => status === "rated");
  if (isRated && !davidson.tieParameter) {
    const why = "more ties would explain its votes ever better";
    throw new VoteFileError(`${name} has no finite Davidson ratings: ${why}`);
  }
  return {
    leaderboard: toDavidsonLeaderboard(leaderboard, davidson),
    file,
    extra: { method: "davidson", tieParameter: davidson.tieParameter },
  };
}

function rankByElo(plain: Leaderboard, { file, forEachInOrder }: CountedFile): Ranking {
  const elo = eloRatings(file.entrants, forEachInOrder);
  const leaderboard = toEloLeaderboard(plain, elo);
  const places = new Map(leaderboard.matrix.order.map((slug, place) => [slug, place]));
  elo.sort((x, y) => (places.get(x.slug) ?? 0) - (places.get(y.slug) ?? 0));
  return { leaderboard, file, extra: { method: "elo", elo } };
}
