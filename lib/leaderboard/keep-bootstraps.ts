import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { type Db, db as defaultDb } from "@/lib/db";
import { readBoardInputs } from "@/lib/leaderboard/board-inputs";
import { pickBootstrap } from "@/lib/leaderboard/bootstrap-schedule";
import { listBootstrapStates, storeBootstrap } from "@/lib/leaderboard/bootstraps";
import { SEED, selectBoard } from "@/lib/leaderboard/compute";
import { logger } from "@/lib/logger";
import { type Bootstrap, bootstrapInSteps } from "@/lib/rating/bootstrap";
import { votesIn } from "@/lib/rating/tally";

/** How often to look for a board whose bootstrap is due. */
const PERIOD_MS = 2_000;

/** Works no longer than this at a stretch (or one refit, whichever is longer), then rests for as long as it worked. */
const STRETCH_MS = 5;

/**
 * Keeps every board's bootstrap fresh until `signal` aborts, one board at a time, in short stretches with rests
 * between, so that whatever else this process does goes on. A kill loses the one at work, which is begun anew.
 */
export async function keepBootstraps(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    let board: string | null = null;
    try {
      board = await makeDueBootstrap(signal);
    } catch (error) {
      if (!signal.aborted)
        logger.error({ err: error }, "a bootstrap failed, it is tried again later");
    }
    if (board === null) await sleep(PERIOD_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** Makes the bootstrap that is most due, and returns its board; null when none is. Throws when `signal` aborts. */
export async function makeDueBootstrap(
  signal: AbortSignal,
  db: Db = defaultDb,
): Promise<string | null> {
  const board = pickBootstrap(await listBootstrapStates(db), new Date());
  if (board === null) return null;
  const inputs = await readBoardInputs(board, db);
  const { slugs, tallies } = selectBoard(board, inputs);
  const begun = performance.now();
  const bootstrap = await inStretches(
    bootstrapInSteps({ entrants: slugs, tallies, seed: SEED }),
    signal,
  );
  const votes = tallies.reduce((sum, tally) => sum + votesIn(tally), 0);
  await storeBootstrap(board, { ...bootstrap, throughSeq: inputs.throughSeq, votes }, db);
  logger.debug({ board, votes, ms: Math.round(performance.now() - begun) }, "bootstrap made");
  return board;
}

async function inStretches(
  steps: Generator<undefined, Bootstrap>,
  signal: AbortSignal,
): Promise<Bootstrap> {
  let begun = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    const workedMs = performance.now() - begun;
    if (workedMs < STRETCH_MS) continue;
    await sleep(workedMs, undefined, { signal });
    begun = performance.now();
  }
}
