import { describe, expect, test } from 'vitest';
import { countResults } from '@shared/exam/statistics/counts.ts';
import type { ExamMaterial } from '@shared/exam/statistics/material.ts';
import { figuresOf, makeUpResults, totalsOf } from '@shared/exam/statistics/statistics.ts';
import { yearOfPeople, yearOfUnits } from '@shared/exam/statistics/year.ts';
import { materialFor } from './five-hundred.ts';
import { inGroup, naivePerson, type NaiveItem, type NaivePerson } from './naive-count.ts';

const counted = (material: ExamMaterial): NaivePerson[] => material.exam.candidates.map(({ id }) => naivePerson(material, id));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** Percent of the full score, cut to hundredths. */
const percentOf = ({ score, full }: Pick<NaivePerson, 'score' | 'full'>): number => Math.floor((10_000 * score) / full) / 100;
const passes = (person: NaivePerson): boolean | null => {
  if (person.kind === 'undecided') return null;
  if (percentOf(person) >= 80) return true;
  return percentOf({ ...person, score: person.score + person.waiting }) >= 80 ? null : false;
};

describe.each([true, false])('five hundred people, everything decided: %s', (settled) => {
  const material = materialFor(settled ? 7 : 8, { people: 500, settled });
  const figures = figuresOf(material);
  const people = counted(material);
  const sat = people.filter(({ kind }) => kind !== 'absent');

  test('there are people of every kind', () => {
    const kinds = new Set(people.map(({ kind, waiting }) => `${kind} ${waiting > 0}`));
    expect(kinds.size).toBe(settled ? 3 : 6);
  });

  test('every score is that of the raw logs', () => {
    const listed = figures.results.filter((result) => result.listed);
    expect(listed.map(({ person, way, state, score, unmarked, passed }) => [person.id, way, state, score, unmarked, passed])).toEqual(
      people.map((person) => {
        const { id, kind, score, waiting } = person;
        if (kind === 'absent' || kind === 'undecided') return [id, null, kind, null, 0, null];
        return [id, kind, waiting > 0 ? 'waiting' : 'scored', score / 100, waiting / 100, passes(person)];
      }),
    );
    expect(figures.results.length - listed.length).toBe(5);
  });

  test('totals, bands and rates are a count of these scores', () => {
    const scored = sat.filter(({ kind, waiting }) => kind !== 'undecided' && waiting === 0);
    const band = (from: number, to: number): number => scored.filter(({ score }) => score >= 100 * from && score < 100 * to).length;
    const passed = sat.filter((person) => passes(person) === true).length;
    const counts = countResults(figures.results, new Map());
    expect(counts).toEqual({
      listed: 500,
      sat: sat.length,
      absent: 500 - sat.length,
      attendance: sat.length / 500,
      bands: [band(90, 101), band(80, 90), band(60, 80), band(0, 60)],
      passed,
      open: sat.length - scored.length,
      passRate: settled ? passed / sat.length : null,
      mean: settled ? expect.closeTo(sum(scored.map(({ score }) => score)) / scored.length / 100, 9) : null,
      highest: settled ? Math.max(...scored.map(({ score }) => score)) / 100 : null,
      lowest: settled ? Math.min(...scored.map(({ score }) => score)) / 100 : null,
      madeUp: 0,
      madeUpPassed: 0,
    });
    expect(sum(counts.bands) + counts.open + counts.absent).toBe(500);
  });

  test('units add up to the whole', () => {
    const { all, units } = totalsOf(figures, new Map());
    for (const field of ['listed', 'sat', 'absent', 'passed', 'open'] as const)
      expect(sum(units.map(({ counts }) => counts[field]))).toBe(all[field]);
    expect(all.bands.map((_, band) => sum(units.map(({ counts }) => counts.bands[band]!)))).toEqual(all.bands);
  });

  test('facility, discrimination and chosen options of every question', () => {
    const answers = new Map<string, { readonly given: NaiveItem; readonly rest: number }[]>();
    for (const { items } of people) {
      const marked = items.filter(({ credit }) => credit !== null);
      const [score, full] = [sum(marked.map(({ hundredths }) => hundredths)), sum(marked.map(({ item }) => 100 * item.score))];
      for (const given of marked) {
        const rest = (score - given.hundredths) / (full - 100 * given.item.score);
        const { id } = given.item.question;
        answers.set(id, [...(answers.get(id) ?? []), { given, rest }]);
      }
    }
    expect(figures.questions.map(({ id }) => id)).toEqual([...answers.keys()].toSorted());
    for (const question of figures.questions) {
      const all = answers.get(question.id)!;
      const rests = all.map(({ rest }) => rest);
      const credits = all.map(({ given }) => given.credit!);
      const group = (sign: 1 | -1): number => {
        const weights = rests.map((rest) => inGroup(rests, rest, sign));
        return sum(credits.map((credit, n) => credit * weights[n]!)) / sum(weights);
      };
      expect(question.answers).toBe(all.length);
      expect(question.facility).toBeCloseTo(sum(credits) / all.length, 5);
      expect(question.discrimination).toBeCloseTo(group(1) - group(-1), 5);
      const chosen = all.flatMap(({ given: { answer } }) =>
        answer?.kind === 'options' ? answer.chosen : answer?.kind === 'judge' ? [answer.value ? 0 : 1] : [],
      );
      expect(question.options.map((option) => option.chosen)).toEqual(
        question.options.map((_, n) => chosen.filter((one) => one === n).length),
      );
    }
  });

  test('rates by topic, and by section and branch', () => {
    const all = people.flatMap(({ id, items }) =>
      items.flatMap(({ item: { question }, credit }) =>
        credit === null ? [] : [{ person: material.exam.candidates.find((one) => one.id === id)!, question, credit }],
      ),
    );
    const meanOf = (some: typeof all): number => sum(some.map(({ credit }) => credit)) / some.length;
    for (const { section, topic, questions, answers, rate } of figures.topics) {
      const own = all.filter(({ question }) => question.section === section && question.topic === topic);
      expect([answers, questions]).toEqual([own.length, new Set(own.map(({ question }) => question.id)).size]);
      expect(rate).toBeCloseTo(meanOf(own), 9);
    }
    expect(sum(figures.topics.map(({ answers }) => answers))).toBe(all.length);
    for (const { section, unitName, branch, answers, rate } of figures.blindSpots) {
      const own = all.filter(
        ({ question, person }) => question.section === section && person.unitName === unitName && person.branch === branch,
      );
      expect(answers).toBe(own.length);
      expect(rate).toBeCloseTo(meanOf(own), 9);
    }
    expect(sum(figures.blindSpots.map(({ answers }) => answers))).toBe(all.length);
  });
});

test('a year of two exams with make-ups: the first sitting of each counts', () => {
  const quarters = [11, 12].map((seed, n) => {
    const exam = materialFor(seed, { people: 150, settled: true, examId: `exam-${n}` });
    const makeUp = materialFor(seed + 100, { people: 150, settled: true, examId: `make-up-${n}`, makeUpOf: `exam-${n}` });
    return { exam, makeUp };
  });
  const years = quarters.map(({ exam, makeUp }, n) => ({
    examId: exam.exam.id,
    quarter: `2026-Q${n + 1}`,
    results: figuresOf(exam).results,
    makeUps: makeUpResults([figuresOf(makeUp)]),
  }));
  const people = yearOfPeople(years);
  expect(people).toHaveLength(150);
  for (const { person, listed, passed, absent, rate } of people) {
    const first = quarters.map(({ exam, makeUp }) => {
      const sat = naivePerson(exam, person.id);
      return sat.kind === 'absent' ? naivePerson(makeUp, person.id) : sat;
    });
    const right = first.filter((sat) => sat.kind !== 'absent' && passes(sat) === true).length;
    expect([listed, passed, absent, rate]).toEqual([2, right, first.filter(({ kind }) => kind === 'absent').length, right / 2]);
  }
  const { units, all } = yearOfUnits(people);
  expect([sum(units.map(({ passed }) => passed)), all.listed, all.rate]).toEqual([all.passed, 300, all.passed / 300]);
});
