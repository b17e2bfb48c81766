import { expect, it } from 'vitest';
import { withoutKey } from '@shared/exam/quarterly/answer-key.ts';
import type { Attempt } from '@shared/model/exam.ts';
import type { Question } from '@shared/model/question.ts';
import { attemptWith } from '../../renderer/data/exam/exam.ts';
import { settleExams } from '../../renderer/data/exam/quarterly.ts';
import { commit } from '../../renderer/data/work.ts';
import { exam, examMain, installExam } from '../renderer/exam/quarterly/exams.tsx';
import { paper } from '../renderer/exam/support.tsx';

const handedIn = (personId: string): Attempt => ({
  id: `exam-1:${personId}`,
  personId,
  kind: 'exam',
  paper: withoutKey(paper),
  startedAt: 1,
  budgetMs: 60_000,
  passLine: 80,
  state: 'handedIn',
  handedInAt: 2,
  endedBy: 'person',
  result: null,
  exam: {
    examId: 'exam-1',
    package: 'exam-2026-q3',
    title: '示例',
    quarter: '2026-Q3',
    variant: '',
    closesAt: 3,
    release: 'key',
    recipient: '',
  },
});

const questions = paper.items.map(({ question }) => question);

/** The answers to another paper, or to this one with other types, parts and blanks. */
const wrongKeys: readonly (readonly [string, readonly Question[]])[] = [
  ['nothing', []],
  ['one question too few', questions.slice(1)],
  ['other ids', questions.map((question) => ({ ...question, id: `other ${question.id}` }))],
  ['another type', questions.map((question) => ({ ...question, type: 'short', answer: '要点' }) as Question)],
];

it.each(wrongKeys)('a published key with %s settles nobody, and the right one afterwards everybody', async (_what, key) => {
  const main = await examMain(exam());
  await commit('test', [
    { table: 'attempts', put: handedIn('p1') },
    { table: 'attempts', put: handedIn('p2') },
  ]);
  await installExam(exam({ key }));
  await settleExams(10);
  expect((await attemptWith('exam-1:p1'))?.result).toBeNull();
  await installExam(exam({ key: questions }));
  await settleExams(11);
  expect((await attemptWith('exam-1:p1'))?.result).not.toBeNull();
  expect((await attemptWith('exam-1:p2'))?.result).not.toBeNull();
  expect(main.failure).toBeNull();
});
