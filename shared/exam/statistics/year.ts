import { compare } from '../../compare.ts';
import type { Candidate } from '../../model/examining.ts';
import { share } from './counts.ts';
import type { PersonResult } from './results.ts';

/** The results of one exam of a year, with those of its make-ups by person id. */
export interface YearExam {
  readonly examId: string;
  readonly quarter: string;
  readonly results: readonly PersonResult[];
  readonly makeUps: ReadonlyMap<string, PersonResult>;
}

/** 年度合格率 of one person or unit, in times of having had to sit. */
export interface YearRate {
  /** 应考 */
  readonly listed: number;
  readonly passed: number;
  readonly absent: number;
  /** How many are not decided yet. */
  readonly open: number;
  /** passed / listed; null while something is not decided. */
  readonly rate: number | null;
}

export interface PersonYear extends YearRate {
  readonly person: Candidate;
}

export interface UnitYear extends YearRate {
  readonly unitId: string;
  readonly unitName: string;
}

/**
 * How the people of a year's exams did, in the order in which its exams first list them. What counts is the first sitting of
 * each quarter: the exam itself or, for who was absent, the make-up. Who failed and then passed the make-up has passed the
 * make-up, but not at the first sitting; who sat neither has not passed.
 */
export function yearOfPeople(exams: readonly YearExam[]): readonly PersonYear[] {
  const ordered = exams.toSorted((one, other) => compare(one.quarter, other.quarter));
  const first = ordered.flatMap(({ results, makeUps }) =>
    results.filter((result) => result.listed).map((result) => ({ result, outcome: firstSitting(result, makeUps) })),
  );
  const byPerson = Map.groupBy(first, ({ result }) => result.person.id);
  return [...byPerson.values()].flatMap((each) => {
    const last = each.at(-1);
    return last ? [{ person: last.result.person, ...rateOf(each.map(({ outcome }) => outcome)) }] : [];
  });
}

/** All together, and by the unit that people belong to in the last exam that lists them. */
export function yearOfUnits(people: readonly PersonYear[]): { readonly units: readonly UnitYear[]; readonly all: YearRate } {
  const units = [...Map.groupBy(people, ({ person }) => person.unitId)].map(([unitId, each]) => ({
    unitId,
    unitName: each[0]?.person.unitName ?? '',
    ...addRates(each),
  }));
  return { units, all: addRates(people) };
}

/** 评先评优: whoever keeps a yearly pass rate of 100 %. */
export const hasMerit = ({ listed, passed }: YearRate): boolean => listed > 0 && passed === listed;

type Outcome = 'passed' | 'failed' | 'absent' | 'open';

function firstSitting(result: PersonResult, makeUps: ReadonlyMap<string, PersonResult>): Outcome {
  const counting = result.state === 'absent' ? (makeUps.get(result.person.id) ?? result) : result;
  if (counting.state === 'absent') return 'absent';
  if (counting.passed === null) return 'open';
  return counting.passed ? 'passed' : 'failed';
}

function rateOf(outcomes: readonly Outcome[]): YearRate {
  const count = (outcome: Outcome): number => outcomes.filter((each) => each === outcome).length;
  return withRate({ listed: outcomes.length, passed: count('passed'), absent: count('absent'), open: count('open') });
}

function addRates(rates: readonly YearRate[]): YearRate {
  const add = (field: 'listed' | 'passed' | 'absent' | 'open'): number => rates.reduce((sum, each) => sum + each[field], 0);
  return withRate({ listed: add('listed'), passed: add('passed'), absent: add('absent'), open: add('open') });
}

const withRate = (counts: Omit<YearRate, 'rate'>): YearRate => ({
  ...counts,
  rate: counts.open > 0 ? null : share(counts.passed, counts.listed),
});
