import { dot, forward, solve, triangleOf, type Matrix } from './linear.ts';

/** A normal distribution of what a column may weigh before any answer is seen. */
export interface Prior {
  readonly mean: number;
  readonly deviation: number;
}

/** Answers of one kind, counted together. */
export interface Observation {
  /** Which columns hold for it; each adds its weight to the log odds of a right answer. */
  readonly columns: readonly number[];
  /** The one group that it is of; its weight is added too. */
  readonly group: number;
  /** How many answers, and how many were right; older ones count in part. */
  readonly answers: number;
  readonly right: number;
}

/** Weights on the scale of log odds, and what is known of their errors. */
export interface Fit {
  readonly columns: readonly number[];
  readonly groups: readonly number[];
  /** Variance of a sum of weights, each taken so many times. */
  varianceOf(columns: readonly number[], groups: readonly number[]): number;
}

export interface FitInput {
  readonly observations: readonly Observation[];
  readonly columns: readonly Prior[];
  /** How many groups there are, and the deviation of their weights around 0. */
  readonly groups: number;
  readonly groupDeviation: number;
}

const mostSteps = 30;
const longestStep = 2;
const closeEnough = 1e-4;

/**
 * Logistic regression with normal priors: the most likely weights by Newton's method, their errors by the curvature there
 * (Laplace's approximation; MacKay, "Information Theory, Inference, and Learning Algorithms", 2003, ch. 27). No two groups
 * meet in one answer, so they are eliminated first (Schur complement): hundreds cost little.
 * Every step is a turn of its own, so that a page can answer in between.
 */
export function* fitSteps(input: FitInput): Generator<void, Fit> {
  let columns = input.columns.map(({ mean }) => mean);
  let groups = Array.from({ length: input.groups }, () => 0);
  for (let step = 1; ; step += 1) {
    const { curve, columnSlope, groupSlope } = curveAt(input, columns, groups);
    const reduced = columnSlope.map((slope, column) => slope - crossed(curve, column, groupSlope));
    const columnStep = solve(curve.triangle, reduced);
    const groupStep = groupSlope.map((slope, group) => (slope - dot(curve.cross[group] ?? [], columnStep)) / (curve.groups[group] ?? 1));
    const longest = Math.max(...columnStep.map(Math.abs), ...groupStep.map(Math.abs));
    const share = Math.min(1, longestStep / longest);
    columns = columns.map((weight, column) => weight + share * (columnStep[column] ?? 0));
    groups = groups.map((weight, group) => weight + share * (groupStep[group] ?? 0));
    if (longest < closeEnough || step === mostSteps) {
      return { columns, groups, varianceOf: (columnTimes, groupTimes) => variance(curve, columnTimes, groupTimes) };
    }
    yield;
  }
}

export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** The curvature of the log posterior. */
interface Curve {
  /** Of the groups, each by itself. */
  readonly groups: readonly number[];
  /** Between groups and columns: cross[group][column]. */
  readonly cross: Matrix;
  /** Triangle of the columns' curvature after the groups are eliminated. */
  readonly triangle: Matrix;
}

interface Slopes {
  readonly curve: Curve;
  readonly columnSlope: readonly number[];
  readonly groupSlope: readonly number[];
}

function curveAt(input: FitInput, columns: readonly number[], groups: readonly number[]): Slopes {
  // only the lower triangle is filled: that is what its decomposition reads
  const own = input.columns.map((_, row) => input.columns.map(({ deviation }, column) => (row === column ? deviation ** -2 : 0)));
  const columnSlope = input.columns.map(({ mean, deviation }, column) => (mean - (columns[column] ?? 0)) / deviation ** 2);
  const groupCurve = groups.map(() => input.groupDeviation ** -2);
  const groupSlope = groups.map((weight) => -weight / input.groupDeviation ** 2);
  const cross = groups.map(() => input.columns.map(() => 0));
  for (const observation of input.observations) {
    const { group } = observation;
    const chance = logistic(oddsOf(observation, columns, groups));
    const excess = observation.right - observation.answers * chance;
    const bend = observation.answers * chance * (1 - chance);
    add(groupSlope, group, excess);
    add(groupCurve, group, bend);
    for (const column of observation.columns) {
      add(columnSlope, column, excess);
      add(cross[group] ?? [], column, bend);
      for (const other of observation.columns) if (other <= column) add(own[column] ?? [], other, bend);
    }
  }
  for (const [group, row] of cross.entries()) subtractOuter(own, row, groupCurve[group] ?? 1);
  return { curve: { groups: groupCurve, cross, triangle: triangleOf(own) }, columnSlope, groupSlope };
}

/** The log odds of a right answer. */
export const oddsOf = (
  { columns, group }: Pick<Observation, 'columns' | 'group'>,
  columnWeights: readonly number[],
  groupWeights: readonly number[],
): number => columns.reduce((odds, column) => odds + (columnWeights[column] ?? 0), groupWeights[group] ?? 0);

function subtractOuter(matrix: number[][], row: readonly number[], divisor: number): void {
  const used = row.flatMap((value, place) => (value === 0 ? [] : [place]));
  for (const one of used)
    for (const other of used) if (other <= one) add(matrix[one] ?? [], other, (-(row[one] ?? 0) * (row[other] ?? 0)) / divisor);
}

/** What a column gets from all groups: Σ cross[group][column] · values[group] / curvature of the group. */
function crossed({ cross, groups }: Curve, column: number, values: readonly number[]): number {
  return groups.reduce((sum, curve, group) => sum + ((cross[group]?.[column] ?? 0) * (values[group] ?? 0)) / curve, 0);
}

function variance(curve: Curve, columns: readonly number[], groups: readonly number[]): number {
  const ofGroups = groups.reduce((sum, times, group) => sum + times ** 2 / (curve.groups[group] ?? 1), 0);
  const rest = forward(
    curve.triangle,
    columns.map((times, column) => times - crossed(curve, column, groups)),
  );
  return ofGroups + dot(rest, rest);
}

function add(values: number[], place: number, amount: number): void {
  values[place] = (values[place] ?? 0) + amount;
}
