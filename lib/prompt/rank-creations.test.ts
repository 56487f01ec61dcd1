import { expect, it } from "vitest";
import type { CreationCard } from "@/lib/creation/schema";
import { rankCreations } from "@/lib/prompt/rank-creations";
import { seededRandom } from "@/lib/random";

function card(name: string, [wins, losses]: [number, number], status = "ok"): CreationCard {
  return {
    ...{ id: name, status, track: "text-to-3d", replicate: 0, triangles: 12, isWithheld: false },
    entrant: { slug: name.toLowerCase(), name },
    prompt: { slug: "a-prompt", title: "A prompt" },
    record: { wins, losses, ties: 0, bothBad: 0 },
  };
}

it("puts the best first, the unvoted after every voted one, and failures last", () => {
  const inOrder = [
    ...[card("Best", [9, 1]), card("Half of many", [5, 5]), card("Half of few", [1, 1])],
    ...[card("Loser", [0, 4]), card("Anew", [0, 0]), card("Bnew", [0, 0])],
    card("A failure", [0, 0], "exec_error"),
  ];
  const random = seededRandom(3);
  for (let round = 0; round < 20; round++) {
    const shuffled = inOrder
      .map((one) => ({ one, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
    expect(rankCreations(shuffled).map(({ id }) => id)).toEqual(inOrder.map(({ id }) => id));
  }
});
