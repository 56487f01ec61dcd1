import { useEffect, useState } from "react";
import type { BoardStandings, SnapshotEvent } from "@/lib/leaderboard/schema";
import { boardFiles } from "./board-address";
import { mergeSnapshot } from "./merge-snapshot";

type Live = {
  standings: BoardStandings;
  /** Slugs of the rows that the last event changed, and how many events there were. */
  changed: ReadonlySet<string>;
  moment: number;
  /** The ledger's place when a row changed last; null when none has since the page came. */
  changedSeq: number | null;
};

/**
 * A board's rows, following the server's events while the page is visible, and catching up when it is again.
 * Our own server made and checked what comes here; checking it again would cost every reader the checker.
 */
export function useLiveStandings(initial: BoardStandings): Live {
  const [live, setLive] = useState<Live>({
    ...{ standings: initial, changed: new Set(), moment: 0, changedSeq: null },
  });
  const { board } = initial;

  useEffect(() => {
    let source: EventSource | null = null;

    function onSnapshot({ data }: MessageEvent<string>) {
      const event: SnapshotEvent = JSON.parse(data);
      setLive((shown) => {
        if (event.throughSeq < shown.standings.throughSeq) return shown;
        const { standings, changed } = mergeSnapshot(shown.standings, event);
        return {
          standings,
          changed: new Set(changed),
          moment: shown.moment + 1,
          changedSeq: changed.length > 0 ? event.throughSeq : shown.changedSeq,
        };
      });
    }

    function follow() {
      if (document.hidden) {
        source?.close();
        source = null;
      } else if (!source) {
        source = new EventSource(boardFiles.stream(board));
        source.addEventListener("snapshot", onSnapshot);
      }
    }

    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      source?.close();
    };
  }, [board]);

  // Another order or part of the board may have come with a newer snapshot than the last event's.
  const isNewer = initial.throughSeq > live.standings.throughSeq;
  return isNewer ? { ...live, standings: initial } : live;
}
