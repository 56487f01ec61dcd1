import type { ServedBattle, Side } from "@/lib/battle/schema";
import type { Outcome, VoteResult } from "@/lib/vote/schema";

/** `ready`: drawn once behind its poster (or, without WebGL, the poster itself has loaded). */
export type SideStatus = "loading" | "ready" | "failed";

/** Why there is no battle on the table, and what helps. */
export type Stop =
  | { reason: "none_left" }
  | { reason: "offline" }
  | { reason: "unreachable"; until: number }
  | { reason: "refused"; title: string }
  | { reason: "rate_limited"; until: number };

type Table = { battle: ServedBattle; sides: Record<Side, SideStatus> };

export type BattleState =
  | { phase: "opening"; note: string | null }
  | { phase: "stopped"; stop: Stop }
  | ({ phase: "judging"; seen: boolean; note: string | null; waitUntil: number | null } & Table)
  | ({ phase: "casting"; outcome: Outcome; isRetrying: boolean } & Table)
  | ({ phase: "revealed"; result: VoteResult } & Table);

export type BattleAction =
  | { type: "open"; note: string | null }
  | { type: "serve"; battle: ServedBattle; note: string | null }
  | { type: "stop"; stop: Stop }
  | { type: "side"; battleId: string; side: Side; status: SideStatus }
  | { type: "redraw" }
  | { type: "see"; battleId: string }
  | { type: "cast"; outcome: Outcome }
  | { type: "retry" }
  | { type: "refuse"; note: string; waitUntil: number | null }
  | { type: "waited" }
  | { type: "reveal"; result: VoteResult };

/** What the server renders, before a browser has asked for a battle. */
export const OPENING: BattleState = { phase: "opening", note: null };

const LOADING: Record<Side, SideStatus> = { left: "loading", right: "loading" };

/** Every step of a battle. Actions that come too late, for another battle or phase, change nothing. */
export function reduceBattle(state: BattleState, action: BattleAction): BattleState {
  switch (action.type) {
    case "open":
      return { phase: "opening", note: action.note };
    case "stop":
      return { phase: "stopped", stop: action.stop };
    case "serve":
      return {
        phase: "judging",
        battle: action.battle,
        sides: LOADING,
        seen: false,
        note: action.note,
        waitUntil: null,
      };
    case "side":
      if (!("battle" in state) || state.battle.battleId !== action.battleId) return state;
      if (state.sides[action.side] === action.status) return state;
      return { ...state, sides: { ...state.sides, [action.side]: action.status } };
    case "redraw":
      return "battle" in state ? { ...state, sides: LOADING } : state;
    case "see":
      if (state.phase !== "judging" || state.battle.battleId !== action.battleId) return state;
      return { ...state, seen: true };
    case "cast":
      if (state.phase !== "judging" || !canVote(state)) return state;
      return {
        phase: "casting",
        battle: state.battle,
        sides: state.sides,
        outcome: action.outcome,
        isRetrying: false,
      };
    case "retry":
      return state.phase === "casting" ? { ...state, isRetrying: true } : state;
    case "refuse":
      if (state.phase !== "casting") return state;
      return {
        phase: "judging",
        battle: state.battle,
        sides: state.sides,
        seen: true,
        note: action.note,
        waitUntil: action.waitUntil,
      };
    case "waited":
      return state.phase === "judging" ? { ...state, note: null, waitUntil: null } : state;
    case "reveal":
      if (state.phase !== "casting") return state;
      return {
        phase: "revealed",
        battle: state.battle,
        sides: state.sides,
        result: action.result,
      };
  }
}

/** Both objects appear in the same frame, or neither does: half a pair cannot be judged fairly. */
export function isShown(state: BattleState): boolean {
  return "battle" in state && state.sides.left === "ready" && state.sides.right === "ready";
}

/** Verdicts open once both objects are on screen and there was time to look at them. */
export function canVote(state: BattleState): boolean {
  return state.phase === "judging" && isShown(state) && state.seen && state.waitUntil === null;
}

/** Why the verdicts are closed, in words, or null while they are open. */
export function closedReason(state: BattleState): string | null {
  if (state.phase === "opening") return "Choosing a battle…";
  if (state.phase !== "judging" || canVote(state)) return null;
  const { left, right } = state.sides;
  if (left === "failed" || right === "failed") {
    if (left === right) return "A and B did not load";
    return left === "failed" ? "A did not load" : "B did not load";
  }
  if (left === "loading" && right === "loading") return "Loading A and B…";
  if (left === "loading") return "Loading A…";
  if (right === "loading") return "Loading B…";
  return state.seen ? "One moment…" : "Take a look at both first";
}

/** What the voter should know or do now, in one line. */
export function statusText(state: BattleState): string {
  if (state.phase === "casting") return state.isRetrying ? "Still sending your vote…" : "Sending…";
  const reason = closedReason(state);
  if (state.phase === "judging" && state.note !== null) {
    return reason ? `${state.note} ${reason}` : state.note;
  }
  return reason ?? "Which one fits the prompt better?";
}
