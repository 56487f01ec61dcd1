import { useEffect, useEffectEvent, useReducer, useRef } from "react";
import type { ServedBattle, Side } from "@/lib/battle/schema";
import type { Outcome } from "@/lib/vote/schema";
import { type Answer, castVote, openBattle, skipBattle } from "./battle-client";
import {
  canVote,
  isShown,
  OPENING,
  reduceBattle,
  type SideStatus,
  type Stop,
} from "./battle-state";
import { type Shown, useEngagement } from "./use-engagement";
import { usePrefetch } from "./use-prefetch";

/** Both objects stay on screen this long before a verdict may be given. */
const DWELL_MS = 1500;

/** The battle cannot be judged by this voter any more: expired, taken, unknown, or skipped elsewhere. */
const GONE = new Set([403, 404, 409, 410]);

const DEFAULT_WAIT_MS = 10_000;

/** One voter's battles, one after the other: what is on the table and what can be done with it. */
export function useBattle(toShown: (battle: ServedBattle) => Shown) {
  const [state, dispatch] = useReducer(reduceBattle, OPENING);
  const engagement = useEngagement();
  const running = useRef<AbortController | null>(null);

  /** Runs one command at a time; the next one, or leaving the page, abandons it. */
  function run(command: (signal: AbortSignal) => Promise<void>) {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    command(controller.signal).catch((error: unknown) => {
      if (!controller.signal.aborted) throw error;
    });
  }

  async function serve(signal: AbortSignal, note: string | null) {
    dispatch({ type: "open", note });
    const answer = await openBattle({ signal });
    if (answer.kind === "ok") dispatch({ type: "serve", battle: answer.value, note });
    else dispatch({ type: "stop", stop: toStop(answer) });
  }

  function next(note: string | null = null) {
    run((signal) => serve(signal, note));
  }

  function vote(outcome: Outcome) {
    if (state.phase !== "judging" || !canVote(state)) return;
    const { battle } = state;
    dispatch({ type: "cast", outcome });
    run(async (signal) => {
      const body = { outcome, engagement: engagement.read(toShown(battle)) };
      const onRetry = () => dispatch({ type: "retry" });
      const answer = await castVote(battle.battleId, body, { signal, onRetry });
      if (answer.kind === "ok") dispatch({ type: "reveal", result: answer.value });
      else if (answer.kind === "unreachable") {
        const note = "Your vote did not get through. Check your connection and pick again.";
        dispatch({ type: "refuse", note, waitUntil: null });
      } else if (GONE.has(answer.status)) await serve(signal, toNote(answer.title));
      else {
        const waitUntil = answer.status === 429 ? toWaitUntil(answer.retryAfterMs) : null;
        dispatch({ type: "refuse", note: answer.title, waitUntil });
      }
    });
  }

  function skip() {
    if (state.phase !== "judging") return;
    const { battleId } = state.battle;
    run(async (signal) => {
      dispatch({ type: "open", note: null });
      const answer = await skipBattle(battleId, { signal });
      const isPassed =
        answer.kind === "ok" || (answer.kind === "refused" && GONE.has(answer.status));
      if (isPassed) await serve(signal, null);
      else dispatch({ type: "stop", stop: toStop(answer) });
    });
  }

  function reportSide(battle: ServedBattle, side: Side, status: SideStatus) {
    dispatch({ type: "side", battleId: battle.battleId, side, status });
  }

  const openFirst = useEffectEvent(() => next());
  useEffect(() => {
    openFirst();
    return () => running.current?.abort();
  }, []);

  const startLook = useEffectEvent(() => engagement.start());
  const unseenId =
    state.phase === "judging" && !state.seen && isShown(state) ? state.battle.battleId : null;
  useEffect(() => {
    if (unseenId === null) return;
    startLook();
    const timer = setTimeout(() => dispatch({ type: "see", battleId: unseenId }), DWELL_MS);
    return () => clearTimeout(timer);
  }, [unseenId]);

  usePrefetch(state.phase === "revealed");

  const reopen = useEffectEvent(() => next());
  const isOffline = state.phase === "stopped" && state.stop.reason === "offline";
  useEffect(() => {
    if (!isOffline) return;
    const retry = () => reopen();
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, [isOffline]);

  return {
    state,
    vote,
    skip,
    next,
    reportSide,
    /** The server no longer gives out this battle's objects. */
    lose: () => next("That battle expired, so here is a new one."),
    redraw: () => dispatch({ type: "redraw" }),
    endWait: () => dispatch({ type: "waited" }),
    markOrbited: engagement.markOrbited,
  };
}

function toStop(answer: Exclude<Answer<unknown>, { kind: "ok" }>): Stop {
  if (answer.kind === "unreachable") {
    if (!navigator.onLine) return { reason: "offline" };
    return { reason: "unreachable", until: toWaitUntil(null) };
  }
  if (answer.status === 404) return { reason: "none_left" };
  if (answer.status === 429) {
    return { reason: "rate_limited", until: toWaitUntil(answer.retryAfterMs) };
  }
  return { reason: "refused", title: answer.title };
}

function toWaitUntil(retryAfterMs: number | null): number {
  return Date.now() + (retryAfterMs ?? DEFAULT_WAIT_MS);
}

function toNote(title: string): string {
  return `${title.replace(/[.!]?$/, ".")} Here is a new one.`;
}
