/** How many questions of each row (type) each column (section) gives. */
export type ShareTable = readonly (readonly number[])[];

export interface ShareProblem {
  /** How many each row needs; a row never needs more than its cells hold together. */
  readonly rowTotals: readonly number[];
  /** Weights of the columns; the fair share of a column is its part of the sum of all rows. */
  readonly weights: readonly number[];
  /** available[row][column]: how many a cell can give at most. */
  readonly available: ShareTable;
}

/** A column total off its share weighs more than any difference inside the table. */
const columnImportance = 1e6;

/**
 * Rounds the table "row total × column weight" to whole numbers. Each row keeps its total exactly; among the tables that
 * do, the one whose columns lie closest to their shares (within 1 where `available` allows: largest remainder), and then
 * the one whose cells do. Both distances are sums of squares, so units sent one by one along the cheapest path reach the
 * optimum (successive shortest paths for a convex flow; Ahuja, Magnanti, Orlin, "Network Flows", 1993, ch. 14).
 */
export function shareOut(problem: ShareProblem): ShareTable {
  const ideal = idealShares(problem);
  const table = problem.available.map((cells) => cells.map(() => 0));
  problem.rowTotals.forEach((total, row) => {
    for (let unit = 0; unit < total; unit += 1) sendUnit(row, table, problem, ideal);
  });
  return table;
}

interface Ideal {
  readonly cells: ShareTable;
  readonly columns: readonly number[];
}

function idealShares({ rowTotals, weights }: ShareProblem): Ideal {
  const weight = sum(weights);
  const share = (total: number): number[] => weights.map((part) => (total * part) / weight);
  return { cells: rowTotals.map(share), columns: share(sum(rowTotals)) };
}

/** Adds one unit to a row. It ends in the best column, pushing units of other rows aside where that helps. */
function sendUnit(start: number, table: number[][], problem: ShareProblem, ideal: Ideal): void {
  const path = cheapestPath(start, table, problem, ideal);
  for (const { row, column, back } of path) {
    (table[row] as number[])[column] = at(table, row, column) + 1;
    if (back !== null) (table[back] as number[])[column] = at(table, back, column) - 1;
  }
}

/** One step of a path: the row takes a unit of the column; `back` is the row that gives one up there and goes on looking. */
interface Step {
  readonly row: number;
  readonly column: number;
  readonly back: number | null;
}

/** Bellman–Ford over rows: what it costs to reach a row that looks for a unit, then where the search ends best. */
function cheapestPath(start: number, table: ShareTable, problem: ShareProblem, ideal: Ideal): Step[] {
  const rows = problem.rowTotals.map((_, row) => row);
  const columns = problem.weights.map((_, column) => column);
  const reached = rows.map((row) => (row === start ? 0 : Infinity));
  const arrivals: (Step | null)[] = rows.map(() => null);
  const gain = (row: number, column: number): number =>
    at(table, row, column) < at(problem.available, row, column) ? stepCost(at(table, row, column), at(ideal.cells, row, column)) : Infinity;
  const loss = (row: number, column: number): number =>
    at(table, row, column) > 0 ? -stepCost(at(table, row, column) - 1, at(ideal.cells, row, column)) : Infinity;
  const relax = (row: number, column: number, back: number): boolean => {
    const cost = (reached[row] as number) + gain(row, column) + loss(back, column);
    if (row === back || !(cost < (reached[back] as number) - 1e-9)) return false;
    reached[back] = cost;
    arrivals[back] = { row, column, back };
    return true;
  };
  for (let changed = true, round = 0; changed && round < rows.length; round += 1) {
    changed = rows.flatMap((row) => columns.flatMap((column) => rows.map((back) => relax(row, column, back)))).some(Boolean);
  }
  const ends = rows.flatMap((row) =>
    columns.map((column) => {
      const taken = sum(table.map((cells) => cells[column] ?? 0));
      const cost = (reached[row] as number) + gain(row, column) + columnImportance * stepCost(taken, ideal.columns[column] ?? 0);
      return { step: { row, column, back: null } satisfies Step, cost };
    }),
  );
  const best = ends.reduce((one, other) => (other.cost < one.cost ? other : one));
  if (best.cost === Infinity) throw new Error('a row needs more than its cells hold');
  return walkBack(best.step, arrivals);
}

function walkBack(end: Step, arrivals: readonly (Step | null)[]): Step[] {
  const steps: Step[] = [end];
  for (let step = arrivals[end.row]; step; step = arrivals[step.row]) steps.push(step);
  return steps;
}

/** What one more costs: (count + 1 − ideal)² − (count − ideal)². */
const stepCost = (count: number, ideal: number): number => 2 * (count - ideal) + 1;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const at = (table: ShareTable, row: number, column: number): number => table[row]?.[column] ?? 0;
