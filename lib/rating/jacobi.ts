import { addToEntry, entryOf, type Matrix, symmetrise, zeroMatrix } from "./matrix";

/** Eigenvalues, and eigenvectors as the columns of `vectors`, in no particular order. */
export type Eigensystem = { values: Float64Array; vectors: Matrix };

const MAX_SWEEPS = 60;

/**
 * Eigenvalues and orthonormal eigenvectors of a symmetric matrix by cyclic Jacobi rotations: slow
 * (a tenth of a second at size 100), but short, reproducible and accurate for small eigenvalues too.
 * Source: Golub and Van Loan, Matrix Computations (4th ed.), section 8.5.
 */
export function eigensystem(matrix: Matrix): Eigensystem {
  const { size } = matrix;
  const rest = symmetrise(matrix);
  const vectors = zeroMatrix(size);
  for (let index = 0; index < size; index++) addToEntry(vectors, index, index, 1);
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let rotations = 0;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const offDiagonal = entryOf(rest, p, q);
        const scale = Math.abs(entryOf(rest, p, p)) + Math.abs(entryOf(rest, q, q));
        if (Math.abs(offDiagonal) <= Number.EPSILON * 1e-2 * scale) continue;
        rotate(rest, vectors, p, q);
        rotations++;
      }
    }
    if (rotations === 0) break;
  }
  return {
    values: Float64Array.from({ length: size }, (_, index) => entryOf(rest, index, index)),
    vectors,
  };
}

/** Makes entry (p, q) zero: rest ← JᵀrestJ, vectors ← vectors·J. */
function rotate(rest: Matrix, vectors: Matrix, p: number, q: number): void {
  const { size } = rest;
  const ratio = (entryOf(rest, q, q) - entryOf(rest, p, p)) / (2 * entryOf(rest, p, q));
  const tangent = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.hypot(1, ratio));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k++) turn(rest.values, k * size + p, k * size + q, cosine, sine);
  for (let k = 0; k < size; k++) turn(rest.values, p * size + k, q * size + k, cosine, sine);
  for (let k = 0; k < size; k++) turn(vectors.values, k * size + p, k * size + q, cosine, sine);
}

function turn(values: Float64Array, i: number, j: number, cosine: number, sine: number): void {
  const x = values[i] ?? 0;
  const y = values[j] ?? 0;
  values[i] = cosine * x - sine * y;
  values[j] = sine * x + cosine * y;
}

/**
 * The nearest positive semi-definite matrix: negative eigenvalues become 0. A matrix that already is
 * one, up to rounding, comes back unchanged.
 */
export function clipEigenvalues(matrix: Matrix): Matrix {
  const { size } = matrix;
  const { values, vectors } = eigensystem(matrix);
  const largest = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  if (values.every((value) => value >= -size * Number.EPSILON * largest)) return matrix;
  const clipped = zeroMatrix(size);
  values.forEach((value, k) => {
    if (value <= 0) return;
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        addToEntry(
          clipped,
          row,
          column,
          value * entryOf(vectors, row, k) * entryOf(vectors, column, k),
        );
      }
    }
  });
  return clipped;
}
