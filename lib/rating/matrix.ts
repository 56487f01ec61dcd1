/** A square matrix, row by row. */
export type Matrix = { readonly size: number; readonly values: Float64Array };

/** A size × size matrix of zeros. */
export function zeroMatrix(size: number): Matrix {
  return { size, values: new Float64Array(size * size) };
}

/** The entry at (row, column), both from 0. Reads 0 outside the matrix. */
export function entryOf(matrix: Matrix, row: number, column: number): number {
  return matrix.values[row * matrix.size + column] ?? 0;
}

/** Adds to one entry, in place. */
export function addToEntry(matrix: Matrix, row: number, column: number, amount: number): void {
  const index = row * matrix.size + column;
  matrix.values[index] = (matrix.values[index] ?? 0) + amount;
}

/** Adds weight · (e_a − e_b)(e_a − e_b)ᵀ in place: what one compared pair adds to a Laplacian. */
export function addPair(matrix: Matrix, a: number, b: number, weight: number): void {
  addToEntry(matrix, a, a, weight);
  addToEntry(matrix, b, b, weight);
  addToEntry(matrix, a, b, -weight);
  addToEntry(matrix, b, a, -weight);
}

/** The product of two matrices of the same size. */
export function multiply(left: Matrix, right: Matrix): Matrix {
  const { size } = left;
  const product = zeroMatrix(size);
  for (let row = 0; row < size; row++) {
    for (let inner = 0; inner < size; inner++) {
      const factor = left.values[row * size + inner] ?? 0;
      if (factor === 0) continue;
      for (let column = 0; column < size; column++) {
        const index = row * size + column;
        product.values[index] =
          (product.values[index] ?? 0) + factor * (right.values[inner * size + column] ?? 0);
      }
    }
  }
  return product;
}

/** (M + Mᵀ)/2: takes away what rounding left of asymmetry. */
export function symmetrise(matrix: Matrix): Matrix {
  const { size } = matrix;
  const result = zeroMatrix(size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const mean = (entryOf(matrix, row, column) + entryOf(matrix, column, row)) / 2;
      result.values[row * size + column] = mean;
    }
  }
  return result;
}

/** The sum over matrices of weight · matrix. All have the same size, and there is at least one. */
export function weightedSum(size: number, terms: readonly (readonly [number, Matrix])[]): Matrix {
  const sum = zeroMatrix(size);
  for (const [weight, matrix] of terms) {
    for (let index = 0; index < sum.values.length; index++) {
      sum.values[index] = (sum.values[index] ?? 0) + weight * (matrix.values[index] ?? 0);
    }
  }
  return sum;
}
