import { addPoints } from '../points.ts';
import type { PersonResult } from './results.ts';

/** Lower ends of the bands of a summary, in percent of the full score; the last one takes what is below. */
export const bandLimits = [90, 80, 60, 0] as const;

/** How a group of people did. Rates are fractions, null where nobody is counted. */
export interface ExamCounts {
  /** 应考: who is listed, whether they came or not. */
  readonly listed: number;
  /** 实考 */
  readonly sat: number;
  /** 缺考 = 应考 − 实考 */
  readonly absent: number;
  /** 参考率 = 实考 / 应考 */
  readonly attendance: number | null;
  /** Of those whose score is certain: ≥ 90, 80–89, 60–79, below 60. */
  readonly bands: readonly number[];
  readonly passed: number;
  /** How many of those who sat have no certain score yet: marks or a decision are missing. */
  readonly open: number;
  /** 合格率 = 合格人数 / 实考 (published notices count so: 839 of 950 are 88.32 %). Null while somebody may still pass or fail. */
  readonly passRate: number | null;
  /**
   * Points; who was absent never counts as 0. These three are null while a score is open: those who are marked first are not
   * like the others.
   */
  readonly mean: number | null;
  readonly highest: number | null;
  readonly lowest: number | null;
  /** 补考: how many took the make-up, and how many of them passed it. */
  readonly madeUp: number;
  readonly madeUpPassed: number;
}

/** Counts a group; who is not listed is left out. `makeUps` by person id. */
export function countResults(results: readonly PersonResult[], makeUps: ReadonlyMap<string, PersonResult>): ExamCounts {
  const listed = results.filter((result) => result.listed);
  const sat = listed.filter(({ state }) => state !== 'absent');
  const scored = sat.filter(({ state }) => state === 'scored');
  const open = sat.length - scored.length;
  const scores = open > 0 ? [] : scored.flatMap(({ score }) => (score === null ? [] : [score]));
  const passed = sat.filter((result) => result.passed === true).length;
  const decided = sat.every((result) => result.passed !== null);
  const madeUp = listed.flatMap(({ person }) => makeUps.get(person.id) ?? []).filter(({ state }) => state !== 'absent');
  return {
    listed: listed.length,
    sat: sat.length,
    absent: listed.length - sat.length,
    attendance: share(sat.length, listed.length),
    bands: bandsOf(scored),
    passed,
    open,
    passRate: decided ? share(passed, sat.length) : null,
    mean: scores.length > 0 ? addPoints(scores) / scores.length : null,
    highest: scores.length > 0 ? Math.max(...scores) : null,
    lowest: scores.length > 0 ? Math.min(...scores) : null,
    madeUp: madeUp.length,
    madeUpPassed: madeUp.filter((result) => result.passed === true).length,
  };
}

function bandsOf(scored: readonly PersonResult[]): number[] {
  const bandOf = ({ percent }: PersonResult): number => bandLimits.findIndex((limit) => (percent ?? 0) >= limit);
  return bandLimits.map((_, band) => scored.filter((result) => bandOf(result) === band).length);
}

/** How a unit did. */
export interface UnitCounts {
  readonly unitId: string;
  readonly unitName: string;
  readonly counts: ExamCounts;
}

/** By unit, in the order in which the list of the exam first names them. */
export function countUnits(results: readonly PersonResult[], makeUps: ReadonlyMap<string, PersonResult>): readonly UnitCounts[] {
  const units = Map.groupBy(
    results.filter((result) => result.listed),
    ({ person }) => person.unitId,
  );
  return [...units].map(([unitId, each]) => ({
    unitId,
    unitName: each[0]?.person.unitName ?? '',
    counts: countResults(each, makeUps),
  }));
}

export const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
