import { fitPairs } from "./bradley-terry";
import { canonicalVotes, type VoteCounts } from "./canonical-votes";
import { choleskyFactor, solveCholesky } from "./cholesky";
import { fixGauge, informationOf } from "./information";
import { sigmoid } from "./logistic";
import { type PairColumns, pairColumns } from "./pair-columns";
import { refitPairs } from "./refit";
import { isStronglyConnected } from "./strongly-connected";
import { type PairCell, restrictCells } from "./tally";

/** How few votes the lead hangs on. */
export type DropK = {
  leader: string;
  /** Who leads, or draws level, once the votes are gone. */
  challenger: string;
  /** Votes removed: an upper bound on the smallest number, found greedily and refitted exactly. */
  votes: number;
  /** Of the votes among rated entrants. */
  share: number;
};

/** Challengers tried: the highest-rated ones. */
const CHALLENGERS = 5;
/** Logits: less than this above the challenger is no lead. */
const LEVEL = 1e-9;
/** Before refitting, remove at most these parts of what still seems needed and of the votes alike. */
const BATCH_OF_NEEDED = 1 / 8;
const BATCH_OF_ALIKE = 1 / 4;

/**
 * The smallest number of counted votes, found greedily, whose removal costs the leader its lead. Each
 * step takes votes of the one pair and outcome that hold the gap up most (first-order influence), few
 * at a time and singly towards the end, and refits; votes without which someone could no longer be
 * rated stay. Null with fewer than two rated entrants or when no removal does it.
 * Source: Broderick, Giordano and Meager (2020); Huang et al. (2025), Dropping just a handful of
 * preferences can change top large language model rankings.
 */
export function dropK(counts: VoteCounts): DropK | null {
  const { slugs, cells: allCells, rated } = canonicalVotes(counts);
  const cells = restrictCells(allCells, rated);
  const size = rated.length;
  if (size < 2) return null;
  const { logits } = fitPairs(pairColumns(size, cells), new Float64Array(size));
  const standing = [...logits.keys()].sort((x, y) => (logits[y] ?? 0) - (logits[x] ?? 0) || x - y);
  const [leader = 0, ...others] = standing;
  const total = cells.reduce((sum, cell) => sum + cell.n, 0);
  const nameOf = (index: number) => slugs[rated[index] ?? 0] ?? "";
  let best: DropK | null = null;
  for (const challenger of others.slice(0, CHALLENGERS)) {
    const limit = best?.votes ?? total;
    const votes = removalsNeeded({ size, cells, logits, leader, challenger, limit });
    if (votes === null || (best && votes >= best.votes)) continue;
    best = {
      leader: nameOf(leader),
      challenger: nameOf(challenger),
      votes,
      share: votes / total,
    };
  }
  return best;
}

/** One outcome of one pair: how many votes it has left, and what removing one changes. */
type Kind = { cell: number; outcome: "winsA" | "ties" | "winsB"; points: number };

/** Votes removed until the challenger draws level; null if that takes `limit` or more. */
function removalsNeeded(input: {
  size: number;
  cells: readonly PairCell[];
  logits: Float64Array;
  leader: number;
  challenger: number;
  limit: number;
}): number | null {
  const { size, leader, challenger, limit } = input;
  const cells = input.cells.map((cell) => ({ ...cell }));
  const kinds = cells.flatMap((_, cell): Kind[] => [
    { cell, outcome: "winsA", points: 1 },
    { cell, outcome: "ties", points: 0.5 },
    { cell, outcome: "winsB", points: 0 },
  ]);
  const needed = new Set<Kind>();
  let pairs = pairColumns(size, cells);
  let logits = input.logits;
  let removed = 0;
  for (;;) {
    const gap = (logits[leader] ?? 0) - (logits[challenger] ?? 0);
    if (gap <= LEVEL) return removed;
    const weights = gapInfluence(pairs, logits, leader, challenger);
    let best: { kind: Kind; effect: number; count: number } | null = null;
    for (const kind of kinds) {
      const cell = cells[kind.cell];
      if (!cell || cell[kind.outcome] === 0 || needed.has(kind)) continue;
      const p = sigmoid((logits[cell.a] ?? 0) - (logits[cell.b] ?? 0));
      const direction = (weights[cell.a] ?? 0) - (weights[cell.b] ?? 0);
      const effect = direction * (kind.points - p);
      if (effect > (best?.effect ?? 0)) best = { kind, effect, count: cell[kind.outcome] };
    }
    if (!best || removed + 1 >= limit) return null;
    const wanted = Math.min(
      (gap / best.effect) * BATCH_OF_NEEDED,
      best.count * BATCH_OF_ALIKE,
      limit - removed - 1,
    );
    const batch = Math.max(1, Math.floor(wanted));
    take(cells, best.kind, batch);
    const without = pairColumns(size, cells);
    if (isStronglyConnected(without)) {
      pairs = without;
      removed += batch;
      logits = refitPairs(pairs, logits);
    } else {
      take(cells, best.kind, -batch);
      needed.add(best.kind);
    }
  }
}

/** H⁻¹(e_leader − e_challenger): a vote with score s adds its product with s to the gap. */
function gapInfluence(
  pairs: PairColumns,
  logits: Float64Array,
  leader: number,
  challenger: number,
): Float64Array {
  const information = informationOf(pairs, logits);
  fixGauge(information);
  const target = new Float64Array(pairs.size);
  target[leader] = 1;
  target[challenger] = -1;
  const factor = choleskyFactor(information);
  return factor ? solveCholesky(factor, target) : target.fill(0);
}

function take(cells: PairCell[], { cell: index, outcome, points }: Kind, count: number): void {
  const cell = cells[index];
  if (!cell) return;
  cell[outcome] -= count;
  cell.n -= count;
  cell.pointsA -= points * count;
}
