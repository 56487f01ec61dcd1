import { useEffect } from "react";
import type { ServedBattle, Side } from "@/lib/battle/schema";
import { reserveBattle } from "./battle-client";

/** Left to the reveal itself before anything is fetched for what comes after it. */
const DELAY_MS = 400;

const SIDES: Side[] = ["left", "right"];

/**
 * While a voter reads the reveal, has the next battle reserved and its files fetched into the browser's cache, from
 * where they load at once. Not for those who asked to save data.
 */
export function usePrefetch(isRevealed: boolean): void {
  useEffect(() => {
    if (!isRevealed || savesData()) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      // What fails here is simply fetched when it is needed.
      prefetch(controller.signal).catch(() => undefined);
    }, DELAY_MS);
    return () => {
      clearTimeout(timer);
      // Files that are on their way go on: the next battle asks for the very same ones.
      controller.abort();
    };
  }, [isRevealed]);
}

async function prefetch(signal: AbortSignal): Promise<void> {
  const battle = await reserveBattle(signal);
  if (!battle) return;
  for (const url of listFiles(battle)) {
    const response = await fetch(url, { priority: "low" });
    // Read to the end: an answer that is not read is not kept.
    await response.arrayBuffer();
  }
}

/** The posters that cover the viewers first, then the objects. Other posters only turntables need. */
function listFiles(battle: ServedBattle): string[] {
  const posters = SIDES.flatMap((side) => battle[side].posterUrls.slice(0, 1));
  return [
    ...posters,
    ...battle.prompt.referenceImages,
    ...SIDES.map((side) => battle[side].glbUrl),
  ];
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true || matchMedia("(prefers-reduced-data: reduce)").matches;
}
