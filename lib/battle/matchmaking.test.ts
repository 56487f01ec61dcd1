import { describe, expect, it } from "vitest";
import { type PairableCreation, toPools } from "@/lib/battle/catalogue";
import { drawBattle, pairKey } from "@/lib/battle/matchmaking";
import { seededRandom } from "@/lib/random";

function creation(entrantId: string, promptId: string, replicate = 0): PairableCreation {
  const id = `${promptId}-${entrantId}-${replicate}`;
  return { id, entrantId, promptId, track: "text-to-3d", category: promptId.slice(0, 1) };
}

const NOTHING = new Set<string>();

describe("drawBattle", () => {
  it("pairs two entrants on one prompt", () => {
    const pools = toPools([creation("a", "p1"), creation("b", "p1"), creation("c", "p2")]);
    for (let seed = 0; seed < 100; seed++) {
      const draw = drawBattle(pools, {}, NOTHING, seededRandom(seed));
      expect(new Set([draw?.left.entrantId, draw?.right.entrantId])).toEqual(new Set(["a", "b"]));
      expect(draw?.left.promptId).toBe(draw?.right.promptId);
      expect(draw?.probability).toBe(1);
    }
  });

  it("draws every entrant pair equally often, whatever the number of its prompts, and both sides", () => {
    const pools = toPools([
      ...["p1", "p2", "p3", "p4"].flatMap((prompt) => [
        creation("a", prompt),
        creation("b", prompt),
      ]),
      creation("c", "p1"),
    ]);
    const random = seededRandom(1);
    const counts = new Map<string, number>();
    const probabilities = new Map<string, number>();
    const draws = 30_000;
    for (let index = 0; index < draws; index++) {
      const draw = drawBattle(pools, {}, NOTHING, random);
      if (!draw) throw new Error("nothing drawn");
      const key = `${draw.left.id}|${draw.right.id}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      probabilities.set(key, draw.probability);
    }
    // a-b on four prompts at 1/12 each, a-c and b-c at 1/3; each in two orders.
    expect(counts.size).toBe(12);
    for (const [key, count] of counts) {
      const expected = (probabilities.get(key) ?? 0) / 2;
      expect(Math.abs(count / draws - expected)).toBeLessThan(0.01);
    }
  });

  it("never draws an answered pair again, and ends", () => {
    const pools = toPools([creation("a", "p1"), creation("a", "p1", 1), creation("b", "p1")]);
    const answered = new Set<string>();
    const random = seededRandom(2);
    for (let count = 0; count < 2; count++) {
      const draw = drawBattle(pools, {}, answered, random);
      if (!draw) throw new Error("nothing drawn");
      expect(answered.has(pairKey(draw.left.id, draw.right.id))).toBe(false);
      answered.add(pairKey(draw.left.id, draw.right.id));
    }
    expect(drawBattle(pools, {}, answered, random)).toBeNull();
  });

  it("keeps to the scope", () => {
    const pools = toPools(["p1", "q1"].flatMap((p) => [creation("a", p), creation("b", p)]));
    const scope = { track: "text-to-3d", category: "q" };
    for (let seed = 0; seed < 20; seed++)
      expect(drawBattle(pools, scope, NOTHING, seededRandom(seed))?.left.promptId).toBe("q1");
    expect(drawBattle(pools, { track: "other" }, NOTHING, seededRandom(0))).toBeNull();
  });
});
