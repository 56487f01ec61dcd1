/** 4×4 matrices as glTF stores them: sixteen numbers, column by column. */
export type Matrix = readonly number[];

export const IDENTITY: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** Translation · rotation (unit quaternion x, y, z, w) · scale. */
export function compose(parts: {
  translation?: readonly number[];
  rotation?: readonly number[];
  scale?: readonly number[];
}): Matrix {
  const [tx = 0, ty = 0, tz = 0] = parts.translation ?? [];
  const [x = 0, y = 0, z = 0, w = 1] = parts.rotation ?? [];
  const [sx = 1, sy = 1, sz = 1] = parts.scale ?? [];
  return [
    ...[(1 - 2 * (y * y + z * z)) * sx, 2 * (x * y + z * w) * sx, 2 * (x * z - y * w) * sx, 0],
    ...[2 * (x * y - z * w) * sy, (1 - 2 * (x * x + z * z)) * sy, 2 * (y * z + x * w) * sy, 0],
    ...[2 * (x * z + y * w) * sz, 2 * (y * z - x * w) * sz, (1 - 2 * (x * x + y * y)) * sz, 0],
    ...[tx, ty, tz, 1],
  ];
}

/** a · b: first b, then a. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  const product = new Array<number>(16);
  for (let column = 0; column < 4; column++)
    for (let row = 0; row < 4; row++) {
      let sum = 0;
      for (let n = 0; n < 4; n++) sum += (a[n * 4 + row] ?? 0) * (b[column * 4 + n] ?? 0);
      product[column * 4 + row] = sum;
    }
  return product;
}

/** An affine matrix applied to a point. */
export function transformPoint(m: Matrix, point: readonly number[]): [number, number, number] {
  const [x = 0, y = 0, z = 0] = point;
  const along = (row: number) =>
    (m[row] ?? 0) * x + (m[4 + row] ?? 0) * y + (m[8 + row] ?? 0) * z + (m[12 + row] ?? 0);
  return [along(0), along(1), along(2)];
}
