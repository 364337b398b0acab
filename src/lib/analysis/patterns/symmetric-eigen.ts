/** An eigenvalue of a symmetric matrix and its vector of length 1. */
export interface EigenPair {
  readonly value: number;
  readonly vector: Float64Array;
}

const SWEEPS = 60;

/**
 * Eigenvalues and vectors of a symmetric matrix by Jacobi's rotations (Golub and Van Loan, Matrix Computations, 8.5),
 * largest first. For some tens of rows. A vector's largest part (the first of equal ones) is positive, so that the same
 * matrix always gives the same vectors.
 *
 * @param matrix row by row, size × size
 */
export function symmetricEigen(matrix: Float64Array, size: number): readonly EigenPair[] {
  const rotated = matrix.slice();
  const vectors = Float64Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0));
  const scale = rotated.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let sweep = 0; sweep < SWEEPS && offDiagonal(rotated, size) > scale * 1e-15; sweep += 1) {
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) rotate(rotated, vectors, size, [p, q]);
  }
  return Array.from({ length: size }, (_, at) => ({
    value: rotated[at * (size + 1)] ?? 0,
    vector: upright(Float64Array.from({ length: size }, (__, row) => vectors[row * size + at] ?? 0)),
  })).sort((one, other) => other.value - one.value);
}

function offDiagonal(matrix: Float64Array, size: number): number {
  return matrix.reduce((most, value, at) => (at % (size + 1) === 0 ? most : Math.max(most, Math.abs(value))), 0);
}

/** Turns the plane of p and q so that their common entry becomes 0. */
function rotate(a: Float64Array, v: Float64Array, size: number, [p, q]: readonly [number, number]): void {
  const apq = a[p * size + q] ?? 0;
  if (apq === 0) return;
  const theta = ((a[q * size + q] ?? 0) - (a[p * size + p] ?? 0)) / (2 * apq);
  // Square roots are the same on every machine, Math.hypot is not promised to be.
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cos = 1 / Math.sqrt(t * t + 1);
  const sin = t * cos;
  const turn = (of: Float64Array, one: number, other: number): void => {
    const [first, second] = [of[one] ?? 0, of[other] ?? 0];
    of[one] = cos * first - sin * second;
    of[other] = sin * first + cos * second;
  };
  for (let k = 0; k < size; k += 1) turn(a, k * size + p, k * size + q);
  for (let k = 0; k < size; k += 1) turn(a, p * size + k, q * size + k);
  for (let k = 0; k < size; k += 1) turn(v, k * size + p, k * size + q);
}

function upright(vector: Float64Array): Float64Array {
  let largest = 0;
  vector.forEach((value, at) => {
    if (Math.abs(value) > Math.abs(vector[largest] ?? 0) + 1e-12) largest = at;
  });
  return (vector[largest] ?? 0) < 0 ? vector.map((value) => -value) : vector;
}
