import { useEffect, useState } from "react";
import type { BoardQuery } from "@/lib/leaderboard/board-query";
import type { MatrixBody } from "@/lib/leaderboard/matrix-window";
import { boardFiles } from "./board-address";

/** Rows arrive with each snapshot; the matrix, which is larger, is fetched this often at the most. */
const PERIOD_MS = 5_000;

/**
 * The shown part of the matrix, fetched anew when rows changed after it was computed. `initial` comes with the page,
 * and with each turn to another part or view of it.
 */
export function useLiveMatrix(
  initial: MatrixBody,
  { query, changedSeq }: { query: BoardQuery; changedSeq: number | null },
): MatrixBody {
  const address = boardFiles.matrixJson(query);
  const [fetched, setFetched] = useState({ address, matrix: initial });
  const [failures, setFailures] = useState(0);
  const isNewer = fetched.address === address && fetched.matrix.throughSeq > initial.throughSeq;
  const matrix = isNewer ? fetched.matrix : initial;
  const isBehind = changedSeq !== null && changedSeq > matrix.throughSeq;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a matrix that came behind again, and a failed fetch, start the next period
  useEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(async () => {
      const response = await fetch(address).catch(() => null);
      if (response?.ok) setFetched({ address, matrix: await response.json() });
      else setFailures((count) => count + 1);
    }, PERIOD_MS);
    return () => clearTimeout(timer);
  }, [address, isBehind, matrix, failures]);

  return matrix;
}
