import { describe, expect, it } from "vitest";
import type { ServedBattle } from "@/lib/battle/schema";
import type { VoteResult } from "@/lib/vote/schema";
import {
  type BattleAction,
  type BattleState,
  canVote,
  closedReason,
  isShown,
  OPENING,
  reduceBattle,
} from "./battle-state";

const battle: ServedBattle = {
  battleId: "0198f000-0000-7000-8000-000000000001",
  expiresAt: "2026-01-01T00:00:00Z",
  track: "text-to-3d",
  category: "furniture",
  display: "clay",
  prompt: { slug: "chair", title: "Chair", text: "A chair", referenceImages: [] },
  left: { glbUrl: "/l.glb", posterUrls: [] },
  right: { glbUrl: "/r.glb", posterUrls: [] },
};
const { battleId } = battle;

const entrant = {
  slug: "a",
  name: "A",
  rating: null,
  lower: null,
  upper: null,
  rank: null,
  triangles: 12,
  sizeBytes: 900,
  materialsUrl: null,
};
const result: VoteResult = {
  outcome: "left",
  reveal: { left: entrant, right: entrant, agreement: null },
};

const serve: BattleAction = { type: "serve", battle, note: null };
const leftReady: BattleAction = { type: "side", battleId, side: "left", status: "ready" };
const rightReady: BattleAction = { type: "side", battleId, side: "right", status: "ready" };
const see: BattleAction = { type: "see", battleId };
const castLeft: BattleAction = { type: "cast", outcome: "left" };

function reach(...actions: BattleAction[]): BattleState {
  return actions.reduce(reduceBattle, OPENING);
}

describe("reduceBattle", () => {
  it("shows neither object until both are ready", () => {
    expect(isShown(reach(serve, leftReady))).toBe(false);
    expect(isShown(reach(serve, leftReady, rightReady))).toBe(true);
  });

  it("opens the verdicts only when both were seen, and says why not before", () => {
    expect(closedReason(reach(serve))).toBe("Loading A and B…");
    expect(closedReason(reach(serve, leftReady))).toBe("Loading B…");
    expect(closedReason(reach(serve, leftReady, rightReady))).toBe("Take a look at both first");
    const open = reach(serve, leftReady, rightReady, see);
    expect(canVote(open)).toBe(true);
    expect(closedReason(open)).toBeNull();
  });

  it("ignores a verdict that comes before they are open", () => {
    const early = reach(serve, leftReady, castLeft);
    expect(early.phase).toBe("judging");
  });

  it("ignores news of another battle", () => {
    const state = reach(serve);
    const stale: BattleAction = { ...leftReady, battleId: "another" };
    expect(reduceBattle(state, stale)).toBe(state);
  });

  it("shows the pick at once and rolls it back with the server's reason", () => {
    const casting = reach(serve, leftReady, rightReady, see, castLeft);
    expect(casting).toMatchObject({ phase: "casting", outcome: "left" });
    const refused = reduceBattle(casting, { type: "refuse", note: "No.", waitUntil: null });
    expect(refused).toMatchObject({ phase: "judging", note: "No." });
    expect(canVote(refused)).toBe(true);
  });

  it("keeps the verdicts closed while the server asks to wait", () => {
    const refuse: BattleAction = { type: "refuse", note: "Too fast.", waitUntil: 5 };
    const waiting = reach(serve, leftReady, rightReady, see, castLeft, refuse);
    expect(canVote(waiting)).toBe(false);
    expect(canVote(reduceBattle(waiting, { type: "waited" }))).toBe(true);
  });

  it("covers both objects again while a lost view is redrawn, and remembers that they were seen", () => {
    const state = reach(serve, leftReady, rightReady, see, { type: "redraw" });
    expect(isShown(state)).toBe(false);
    expect(canVote(reduceBattle(reduceBattle(state, leftReady), rightReady))).toBe(true);
  });

  it("reveals only what was cast", () => {
    expect(reach(serve, { type: "reveal", result }).phase).toBe("judging");
    const revealed = reach(serve, leftReady, rightReady, see, castLeft, { type: "reveal", result });
    expect(revealed.phase).toBe("revealed");
  });

  it("says which object did not load", () => {
    const failed: BattleAction = { type: "side", battleId, side: "right", status: "failed" };
    expect(closedReason(reach(serve, leftReady, failed))).toBe("B did not load");
  });
});
