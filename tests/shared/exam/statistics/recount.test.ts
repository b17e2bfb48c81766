import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countResults } from '@shared/exam/statistics/counts.ts';
import type { ExamMaterial } from '@shared/exam/statistics/material.ts';
import { figuresOf, totalsOf } from '@shared/exam/statistics/statistics.ts';
import type { ExamRecord } from '@shared/model/examining.ts';
import { answerTo, candidate, examOf, materialOf, recordOf, storedPaper } from '../../../support/exam-material.ts';
import { choice, item, judge } from '../questions.ts';

const questions = [
  choice('a', [0], { section: '党史', topic: '会议' }),
  choice('b', [1, 3], { section: '党章', topic: '总纲' }),
  judge('c', true),
  judge('d', false),
];
const scores = [40, 30, 20, 10];
const paper = storedPaper(questions.map((question, n) => item(question, scores[n]!)));

/** Who came, and for each question right, wrong or nothing. */
const people = fc.array(
  fc.record({ came: fc.boolean(), given: fc.array(fc.constantFrom(true, false, null), { minLength: 4, maxLength: 4 }) }),
  { minLength: 1, maxLength: 60 },
);

type People = typeof people extends fc.Arbitrary<infer T> ? T : never;

function materialFor(sat: People): ExamMaterial {
  const records = sat.flatMap(({ came, given }, n) => {
    const answers = given.flatMap((right, at) => (right === null ? [] : [[questions[at]!.id, answerTo(questions[at]!, right)] as const]));
    return came ? [recordOf(candidate(n), answers)] : [];
  });
  return materialOf({ exam: examOf(sat.map((_, n) => candidate(n))), papers: [paper], records });
}

/** Counted from the raw logs by other means: only the last entry for a question counts. */
function recount(records: readonly ExamRecord[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { personId, record } of records) {
    let total = 0;
    questions.forEach((question, n) => {
      const last = record.events.findLast(({ happening }) => happening.kind === 'answered' && happening.questionId === question.id);
      const answer = last?.happening.kind === 'answered' ? last.happening.answer : null;
      if (JSON.stringify(answer) === JSON.stringify(answerTo(question, true))) total += scores[n]!;
    });
    totals.set(personId, total);
  }
  return totals;
}

test('law: the statistics are a recount of the raw logs', () => {
  fc.assert(
    fc.property(people, (sat) => {
      const material = materialFor(sat);
      const totals = recount(material.records);
      const { results, topics } = figuresOf(material);
      expect(new Map(results.flatMap(({ person, score }) => (score === null ? [] : [[person.id, score]])))).toEqual(totals);
      const all = [...totals.values()];
      const counts = countResults(results, new Map());
      expect(counts).toMatchObject({
        listed: sat.length,
        sat: all.length,
        absent: sat.length - all.length,
        passed: all.filter((score) => score >= 80).length,
        bands: [
          all.filter((score) => score >= 90).length,
          all.filter((score) => score >= 80 && score < 90).length,
          all.filter((score) => score >= 60 && score < 80).length,
          all.filter((score) => score < 60).length,
        ],
        highest: all.length > 0 ? Math.max(...all) : null,
        lowest: all.length > 0 ? Math.min(...all) : null,
      });
      if (all.length > 0) expect(counts.mean).toBeCloseTo(all.reduce((sum, score) => sum + score, 0) / all.length, 9);
      else expect(counts.mean).toBeNull();
      for (const topic of topics.filter(({ section }) => section === '党史')) {
        const right = sat.filter(({ came, given }) => came && given[0] === true).length;
        expect(topic).toMatchObject({ questions: 1, answers: all.length, rate: right / all.length, hardest: 'a' });
      }
    }),
    { numRuns: 60 },
  );
});

test('law: the order of what came in, and importing it again, change nothing', () => {
  fc.assert(
    fc.property(people, fc.nat(), (sat, turn) => {
      const material = materialFor(sat);
      const { records } = material;
      const turned = [...records.slice(turn % (records.length + 1)), ...records.slice(0, turn % (records.length + 1))].toReversed();
      const again = figuresOf({ ...material, records: [...turned, ...records] });
      expect(again).toEqual(figuresOf(material));
    }),
    { numRuns: 40 },
  );
});

test('law: the units add up to the whole', () => {
  fc.assert(
    fc.property(people, (sat) => {
      const { all, units } = totalsOf(figuresOf(materialFor(sat)), new Map());
      const sum = (field: 'listed' | 'sat' | 'absent' | 'passed'): number => units.reduce((total, { counts }) => total + counts[field], 0);
      expect({ listed: sum('listed'), sat: sum('sat'), absent: sum('absent'), passed: sum('passed') }).toEqual({
        listed: all.listed,
        sat: all.sat,
        absent: all.absent,
        passed: all.passed,
      });
    }),
    { numRuns: 40 },
  );
});
