/** A symmetric matrix, whole, row by row. */
export type Matrix = readonly (readonly number[])[];

/** The lower triangle L of a positive definite matrix, matrix = L Lᵀ (Cholesky). Throws where it is not positive definite. */
export function triangleOf(matrix: Matrix): Matrix {
  const triangle: number[][] = [];
  for (const [row, values] of matrix.entries()) {
    const own: number[] = [];
    for (let column = 0; column <= row; column += 1) {
      const other = column === row ? own : (triangle[column] ?? []);
      const rest = (values[column] ?? 0) - dot(own, other, column);
      if (column === row && !(rest > 0)) throw new Error('the matrix is not positive definite');
      own.push(column === row ? Math.sqrt(rest) : rest / (other[column] ?? 1));
    }
    triangle.push(own);
  }
  return triangle;
}

/** Solves L y = right. The square of y's length is rightᵀ matrix⁻¹ right. */
export function forward(triangle: Matrix, right: readonly number[]): number[] {
  const solved: number[] = [];
  for (const [row, values] of triangle.entries()) solved.push(((right[row] ?? 0) - dot(values, solved, row)) / (values[row] ?? 1));
  return solved;
}

/** Solves matrix · x = right by its triangle. */
export function solve(triangle: Matrix, right: readonly number[]): number[] {
  const solved = forward(triangle, right);
  for (let row = triangle.length - 1; row >= 0; row -= 1) {
    let rest = solved[row] ?? 0;
    for (let below = row + 1; below < triangle.length; below += 1) rest -= (triangle[below]?.[row] ?? 0) * (solved[below] ?? 0);
    solved[row] = rest / (triangle[row]?.[row] ?? 1);
  }
  return solved;
}

/** The scalar product of the first `length` places. */
export function dot(one: readonly number[], other: readonly number[], length = one.length): number {
  let sum = 0;
  for (let place = 0; place < length; place += 1) sum += (one[place] ?? 0) * (other[place] ?? 0);
  return sum;
}
