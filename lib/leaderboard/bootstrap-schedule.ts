/** A new bootstrap when the counted votes changed by so many, or by this share, whichever is more. */
export const BOOTSTRAP_VOTES = 50;
export const BOOTSTRAP_GROWTH = 0.05;
/** … and once a day as long as any changed. */
const DAY_MS = 24 * 3600 * 1000;

/** A board beside its newest bootstrap. */
export type BootstrapState = {
  board: string;
  /** Counted by the newest snapshot, through this place in the ledger. */
  votes: number;
  throughSeq: number;
  /** Whether anyone is rated: else there is nothing to draw again. */
  isRated: boolean;
  /** Counted in the newest bootstrap; null before the first. */
  bootstrapVotes: number | null;
  bootstrapSeq: number | null;
  bootstrapAt: Date | null;
};

/** The board whose bootstrap is due and has waited for most votes, one without any first; null when none is due. */
export function pickBootstrap(states: readonly BootstrapState[], now: Date): string | null {
  const due = states.filter((state) => isBootstrapDue(state, now));
  due.sort((x, y) => missedVotes(y) - missedVotes(x) || (x.board < y.board ? -1 : 1));
  return due[0]?.board ?? null;
}

function isBootstrapDue(state: BootstrapState, now: Date): boolean {
  const { isRated, throughSeq, bootstrapVotes, bootstrapSeq, bootstrapAt } = state;
  if (!isRated) return false;
  if (bootstrapVotes === null || bootstrapSeq === null || bootstrapAt === null) return true;
  // A bootstrap reads the tallies, which may be a moment ahead of the snapshot.
  if (throughSeq <= bootstrapSeq) return false;
  const missed = missedVotes(state);
  if (missed >= Math.max(BOOTSTRAP_VOTES, BOOTSTRAP_GROWTH * bootstrapVotes)) return true;
  return missed > 0 && now.getTime() - bootstrapAt.getTime() >= DAY_MS;
}

/** Exclusions make fewer votes, which is as much of a change. */
function missedVotes({ votes, bootstrapVotes }: BootstrapState): number {
  return bootstrapVotes === null ? Number.MAX_VALUE : Math.abs(votes - bootstrapVotes);
}
