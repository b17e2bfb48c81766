import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresOf, totalsOf } from '@shared/exam/statistics/statistics.ts';
import type { Answer } from '@shared/model/question.ts';
import type { Report } from '@shared/model/report.ts';
import { answerSchema } from '@shared/model/schemas/paper.ts';
import { examPeopleReport } from '@shared/reports/exam/people.ts';
import { examQuestionsReport } from '@shared/reports/exam/questions.ts';
import { writeXlsx } from '../../../main/export/xlsx.ts';
import { openArchive } from '../../../main/import/archive/archive.ts';
import { candidate, examOf, materialOf, recordOf, storedPaper } from '../../support/exam-material.ts';
import { blank, caseOf, choice, item, judge, short } from '../../shared/exam/questions.ts';

const items = [
  item(choice('q1', [2]), 2),
  item(choice('q2', [0, 1]), 3),
  item(judge('q3', true), 1),
  item(blank('q4', [['甲', '乙'], ['丙']]), 3),
  item(short('q5'), 5),
  item(caseOf('q6', [choice('q6/1', [0]), blank('q6/2', [['丁']]), short('q6/3')]), 6),
];
const papers = [storedPaper(items)];

/** Everything that the schema lets through, whether or not it fits the question. */
const simple: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ kind: fc.constant('options' as const), chosen: fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 12 }) }),
  fc.record({ kind: fc.constant('judge' as const), value: fc.boolean() }),
  fc.record({ kind: fc.constant('blanks' as const), texts: fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }) }),
  fc.record({ kind: fc.constant('text' as const), text: fc.string({ unit: 'binary' }) }),
);
const answer: fc.Arbitrary<Answer> = fc.oneof(
  simple,
  fc
    .array(fc.option(simple), { maxLength: 8 })
    .map((answers) => ({ kind: 'parts', answers }) as Answer)
    .filter((given) => answerSchema.safeParse(given).success),
);
const questionId = fc.oneof(
  fc.constantFrom(...items.map(({ question }) => question.id)),
  fc.constantFrom('__proto__', 'constructor', 'q1/1', 'none'),
);

test('law: whatever a record answers, scores stay between nothing and full, and every report can be made', () => {
  const exam = examOf([candidate(1)]);
  fc.assert(
    fc.property(fc.array(fc.tuple(questionId, answer), { maxLength: 12 }), (answers) => {
      const figures = figuresOf(materialOf({ exam, papers, records: [recordOf(candidate(1), answers)] }));
      const [result] = figures.results;
      expect(result?.score).toBeGreaterThanOrEqual(0);
      expect(result?.score).toBeLessThanOrEqual(result?.full ?? 0);
      examQuestionsReport({ bureauName: '示例局', exam, today: '2026-10-08', questions: figures.questions });
    }),
    { numRuns: 200 },
  );
});

const hostileNames = [
  '=1+1',
  '+86',
  '-1',
  '@SUM(A1)',
  '=HYPERLINK("http://example.invalid")',
  '甲\u0000\u0007\u000b乙\ufffe\ud800',
  '<b>&"',
  '\r\n\t丙',
];

test('a name that is a formula, a mark or no character at all is a text in the workbook, and damages no file', async () => {
  const people = hostileNames.map((name, n) => ({ ...candidate(n), name, unitName: name, branch: name, staffNumber: name }));
  const exam = examOf([]);
  const records = people.map((person) => recordOf(person, [], { listed: true }));
  const figures = figuresOf(materialOf({ exam, papers, records }));
  const { all } = totalsOf(figures, new Map());
  const report: Report = examPeopleReport({
    bureauName: '=示例局',
    exam,
    today: '2026-10-08',
    results: figures.results,
    counts: all,
    makeUps: new Map(),
  });
  expect(report.rows).toHaveLength(hostileNames.length);
  const archive = await openArchive(Buffer.from(await writeXlsx(report)));
  for (const part of archive.names) {
    const text = ((await archive.read(part)) ?? '').toString();
    expect([part, /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u.test(text)]).toEqual([part, false]);
    if (part.includes('worksheets/sheet')) expect(text).not.toMatch(/<f[ >]/);
  }
});

test('who is not in the list counts in no total, though the record says otherwise', () => {
  const exam = examOf([candidate(1)]);
  const figures = figuresOf(materialOf({ exam, papers, records: [recordOf(candidate(9), [], { listed: true })] }));
  expect(figures.results.map(({ person, listed, state }) => [person.id, listed, state])).toEqual([
    ['p1', true, 'absent'],
    ['p9', false, 'scored'],
  ]);
});
