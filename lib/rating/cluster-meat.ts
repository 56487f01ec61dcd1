import { sigmoid } from "./logistic";
import type { Matrix } from "./matrix";
import { addOuterProduct, emptyOuterProductSum, onScoreGrid, toMatrix } from "./reproducible-sum";

/** Σ_c s_c·s_cᵀ over clusters c, s_c the summed scores (o − p)(e_left − e_right) of its votes. */
export type ClusterMeat = { clusters: number; meat: Matrix };

/** Meat clustered by voter, by prompt, and by both at once (their intersection). */
export type TwoWayMeat = { voter: ClusterMeat; prompt: ClusterMeat; both: ClusterMeat };

/** One vote: points of left are 1, ½ or 0, entrants are numbered as in the fit. */
export type ScoredVote = {
  voter: number;
  prompt: number;
  left: number;
  right: number;
  points: number;
};

export type ClusterMeatFold = { add(vote: ScoredVote): void; finish(): TwoWayMeat };

/**
 * Folds a stream of votes into the meats of a clustered sandwich for strengths `logits`.
 *
 * The votes of one voter must come together; voters, and votes within one, in any order: the result
 * is the same to the last bit. That makes it exact in memory that does not grow with votes or voters:
 * sums for each prompt, and for each prompt of the one voter at hand, times the entrants. Prompts are
 * numbered from 0 without large gaps. A vote without a voter or prompt gets 0 there: one single
 * cluster, which `clusteredCovariance` then leaves out.
 */
export function foldClusterMeat(logits: Float64Array): ClusterMeatFold {
  const size = logits.length;
  const expected = expectedPoints(logits);
  const touched = new Int32Array(size);
  const voterSum = emptyOuterProductSum(size);
  const bothSum = emptyOuterProductSum(size);
  const voterScores = new Float64Array(size);
  let promptScores = new Float64Array(0);
  let seenPrompt = new Uint8Array(0);
  /** Row of each prompt in `cellScores` for the voter at hand, from 1; 0 for none. */
  let rowOfPrompt = new Int32Array(0);
  let cellScores = new Float64Array(size);
  let cellPrompts: number[] = [];
  let voter: number | null = null;
  let voters = 0;
  let cells = 0;

  function closeVoter(): void {
    if (voter === null) return;
    voters++;
    cells += cellPrompts.length;
    addOuterProduct(voterSum, voterScores, 0, touched);
    cellPrompts.forEach((prompt, row) => {
      addOuterProduct(bothSum, cellScores, row * size, touched);
      rowOfPrompt[prompt] = 0;
    });
    voterScores.fill(0);
    cellScores.fill(0, 0, cellPrompts.length * size);
    cellPrompts = [];
    voter = null;
  }

  function rowFor(prompt: number): number {
    if (prompt >= rowOfPrompt.length) {
      const length = Math.max(prompt + 1, 2 * rowOfPrompt.length);
      rowOfPrompt = grownInts(rowOfPrompt, length);
      promptScores = grown(promptScores, length * size);
      const seen = new Uint8Array(length);
      seen.set(seenPrompt);
      seenPrompt = seen;
    }
    const row = rowOfPrompt[prompt] ?? 0;
    if (row > 0) return row - 1;
    cellPrompts.push(prompt);
    rowOfPrompt[prompt] = cellPrompts.length;
    if (cellPrompts.length * size > cellScores.length) {
      cellScores = grown(cellScores, 2 * cellScores.length);
    }
    return cellPrompts.length - 1;
  }

  return {
    add({ voter: owner, prompt, left, right, points }) {
      if (owner !== voter) {
        closeVoter();
        voter = owner;
      }
      const row = rowFor(prompt);
      const score = points - (expected[left * size + right] ?? 0);
      seenPrompt[prompt] = 1;
      addScore(voterScores, left, right, score);
      addScore(promptScores, prompt * size + left, prompt * size + right, score);
      addScore(cellScores, row * size + left, row * size + right, score);
    },
    finish() {
      closeVoter();
      const promptSum = emptyOuterProductSum(size);
      let prompts = 0;
      seenPrompt.forEach((seen, prompt) => {
        if (seen === 0) return;
        prompts++;
        addOuterProduct(promptSum, promptScores, prompt * size, touched);
      });
      return {
        voter: { clusters: voters, meat: toMatrix(voterSum) },
        prompt: { clusters: prompts, meat: toMatrix(promptSum) },
        both: { clusters: cells, meat: toMatrix(bothSum) },
      };
    },
  };
}

/** P(row beats column) on the score grid, with P(column beats row) exactly the rest to 1. */
function expectedPoints(logits: Float64Array): Float64Array {
  const size = logits.length;
  const expected = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = row + 1; column < size; column++) {
      const value = onScoreGrid(sigmoid((logits[row] ?? 0) - (logits[column] ?? 0)));
      expected[row * size + column] = value;
      expected[column * size + row] = 1 - value;
    }
  }
  return expected;
}

function addScore(scores: Float64Array, left: number, right: number, score: number): void {
  scores[left] = (scores[left] ?? 0) + score;
  scores[right] = (scores[right] ?? 0) - score;
}

function grown(values: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const result = new Float64Array(length);
  result.set(values);
  return result;
}

function grownInts(values: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const result = new Int32Array(length);
  result.set(values);
  return result;
}
