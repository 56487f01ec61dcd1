import { useEffect, useRef } from "react";
import type { Side } from "@/lib/battle/schema";
import type { Engagement } from "@/lib/vote/schema";

type Look = { startedAt: number; hiddenMs: number; hiddenSince: number | null };
/** How both objects were looked at when the vote was cast. */
export type Shown = Pick<Engagement, "shading" | "linked" | "viewer">;

/** How long and how a voter looked, counted from the moment both objects appeared. */
export function useEngagement() {
  const look = useRef<Look>(startLook());
  const orbited = useRef({ left: false, right: false });

  useEffect(() => {
    function trackVisibility() {
      const { current } = look;
      if (document.hidden) current.hiddenSince ??= performance.now();
      else if (current.hiddenSince !== null) {
        current.hiddenMs += performance.now() - current.hiddenSince;
        current.hiddenSince = null;
      }
    }
    document.addEventListener("visibilitychange", trackVisibility);
    return () => document.removeEventListener("visibilitychange", trackVisibility);
  }, []);

  return {
    start() {
      look.current = startLook();
      orbited.current = { left: false, right: false };
    },
    markOrbited(side: Side) {
      orbited.current[side] = true;
    },
    read(shown: Shown): Engagement {
      const { startedAt, hiddenMs } = look.current;
      const msToVote = performance.now() - startedAt;
      return {
        msToVote: Math.round(msToVote),
        msVisible: Math.round(Math.max(0, msToVote - hiddenMs)),
        orbited: { ...orbited.current },
        ...shown,
        device: matchMedia("(pointer: coarse)").matches ? "coarse" : "fine",
      };
    },
  };
}

function startLook(): Look {
  return { startedAt: globalThis.performance?.now() ?? 0, hiddenMs: 0, hiddenSince: null };
}
