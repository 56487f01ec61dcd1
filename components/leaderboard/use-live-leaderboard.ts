import { useEffect, useState } from "react";
import type { Leaderboard, SnapshotEvent } from "@/lib/leaderboard/schema";
import { mergeSnapshot } from "./merge-snapshot";

/** Rows arrive with each snapshot; the matrix, which is larger, is fetched this often at the most. */
const MATRIX_PERIOD_MS = 5_000;

type Live = {
  leaderboard: Leaderboard;
  /** Slugs of the rows that the last event changed, and how many events there were. */
  changed: ReadonlySet<string>;
  moment: number;
};

/**
 * A board that follows the server's events while the page is visible, and catches up when it is again.
 * Our own server made and checked what comes here; checking it again would cost every reader the checker.
 */
export function useLiveLeaderboard(initial: Leaderboard): Live {
  const [live, setLive] = useState<Live>({
    leaderboard: initial,
    changed: new Set(),
    moment: 0,
  });
  const { board } = initial;

  useEffect(() => {
    let source: EventSource | null = null;
    let matrixTimer: ReturnType<typeof setTimeout> | null = null;

    async function fetchMatrix() {
      matrixTimer = null;
      const response = await fetch(`/api/leaderboard?board=${board}`).catch(() => null);
      if (!response?.ok) return;
      const { matrix }: Leaderboard = await response.json();
      setLive((shown) => ({ ...shown, leaderboard: { ...shown.leaderboard, matrix } }));
    }

    function onSnapshot({ data }: MessageEvent<string>) {
      const event: SnapshotEvent = JSON.parse(data);
      setLive((shown) => {
        if (event.throughSeq < shown.leaderboard.throughSeq) return shown;
        const { leaderboard, changed } = mergeSnapshot(shown.leaderboard, event);
        return { leaderboard, changed: new Set(changed), moment: shown.moment + 1 };
      });
      if (event.changed.length > 0) matrixTimer ??= setTimeout(fetchMatrix, MATRIX_PERIOD_MS);
    }

    function follow() {
      if (document.hidden) {
        source?.close();
        source = null;
      } else if (!source) {
        source = new EventSource(`/api/leaderboard/stream?board=${board}`);
        source.addEventListener("snapshot", onSnapshot);
      }
    }

    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      source?.close();
      if (matrixTimer !== null) clearTimeout(matrixTimer);
    };
  }, [board]);

  return live;
}
