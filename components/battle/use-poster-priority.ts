import { useEffect, useRef, useState } from "react";
import type { Side } from "@/lib/battle/schema";

/** Posters that are slower than this no longer hold up the code that draws. */
const PATIENCE_MS = 4000;

/**
 * Both first posters of the first battle go before the code that draws, by far the largest part of the page.
 * From then on that code is there, and nothing waits.
 */
export function usePosterPriority(): [isPrimed: boolean, onPosterSettled: (side: Side) => void] {
  const [isPrimed, setPrimed] = useState(false);
  const settled = useRef(new Set<Side>());

  useEffect(() => {
    const timer = setTimeout(() => setPrimed(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);

  function onPosterSettled(side: Side) {
    settled.current.add(side);
    if (settled.current.size === 2) setPrimed(true);
  }

  return [isPrimed, onPosterSettled];
}
