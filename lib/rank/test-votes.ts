import { seededRandom } from "@/lib/random";
import type { Outcome } from "@/lib/rating/outcome";

/** For tests: a vote as our export tells it. */
export type TestVote = {
  seq: number;
  track: string;
  category: string;
  prompt: string;
  left: string;
  right: string;
  outcome: Outcome;
  voter: string;
  counted: boolean;
};

/** For tests: seeded votes among seven entrants, the better the later, by voters of very different zeal. */
export function makeVotes(size: number, seed = 1): TestVote[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(limit * random());
  return Array.from({ length: size }, (_, index) => {
    const left = below(7);
    const right = (left + 1 + below(6)) % 7;
    const prompt = below(50);
    const outcomes: Outcome[] =
      random() < 1 / (1 + Math.exp((right - left) / 3))
        ? ["left", "left", "left", "tie", "both_bad"]
        : ["right", "right", "right", "tie", "both_bad"];
    return {
      seq: 2 * index + 1,
      track: prompt % 2 === 0 ? "text-to-3d" : "image-to-3d",
      category: prompt % 3 === 0 ? "chairs" : "lamps",
      prompt: `prompt-${prompt}`,
      left: `entrant-${left}`,
      right: `entrant-${right}`,
      outcome: outcomes[below(outcomes.length)] ?? "tie",
      voter: `voter-${Math.floor(60 * random() ** 2)}`,
      counted: random() > 0.05,
    };
  });
}

/** For tests: votes as the export writes them, with what ranking needs of its columns. */
export function toVotesCsv(votes: readonly TestVote[]): string {
  const header =
    "seq,voted_at,track,category,prompt,left_entrant,right_entrant,outcome,voter,counted";
  const rows = votes.map(({ seq, track, category, prompt, left, right, outcome, voter, counted }) =>
    [
      ...[seq, "2026-11-20T00:00:00.000Z", track, category, prompt, left, right, outcome, voter],
      counted ? "t" : "f",
    ].join(","),
  );
  return [header, ...rows, ""].join("\n");
}

/** For tests: a text as bytes that already flow. */
export function flowing(text: string, pieceSize = 1000) {
  const bytes = new TextEncoder().encode(text);
  return {
    name: "votes.csv",
    size: null,
    pieces: (async function* () {
      for (let start = 0; start < bytes.length; start += pieceSize) {
        yield bytes.slice(start, start + pieceSize);
      }
    })(),
  };
}
