import { cleanup, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { withoutKey } from '@shared/exam/quarterly/answer-key.ts';
import { attemptWith } from '../../../../renderer/data/exam/exam.ts';
import { handIn } from '../../../../renderer/data/exam/hand-in.ts';
import { settleExams, startExam } from '../../../../renderer/data/exam/quarterly.ts';
import { database } from '../../../../renderer/data/database.ts';
import { completeOutbox } from '../../../../renderer/exam/quarterly/sealing.ts';
import { newSitting } from '../../../../renderer/exam/quarterly/new-sitting.ts';
import { session } from '../../../support/screen.tsx';
import { answerRow, paper, questions, showExam } from '../support.tsx';
import { answersPublished, exam, examMain, installExam, packageName, type Main } from './exams.tsx';

const content = exam();
const { attempt, header } = newSitting(
  { package: packageName, exam: content },
  { examId: content.id, papers: [{ variant: '', paper: withoutKey(paper) }] },
  session.person,
  Date.now(),
);
const wrong = answerRow(attempt.id, questions.judge.id, { kind: 'judge', value: true });
const handInNow = (): Promise<unknown> =>
  handIn({ attemptId: attempt.id, unsaved: [wrong], noted: [], elapsedMs: 5, endedBy: 'person', at: Date.now() });
const centuryMs = 3_155_760_000_000;

let main: Main;
beforeEach(async () => {
  main = await examMain(content);
  await startExam(attempt, header);
});

it('a package that is replaced while its exam is sat changes neither time nor paper nor whom it is sealed to', async () => {
  const replaced = exam({
    minutes: 1,
    passLine: 1,
    release: 'all',
    closesAt: 0,
    recipient: `age1${'z'.repeat(58)}`,
    questions: 1,
    full: 1,
  });
  await installExam({ ...replaced, ...answersPublished });
  await settleExams(Date.now());
  expect(await attemptWith(attempt.id)).toEqual(attempt);
  await handInNow();
  await completeOutbox();
  expect(main.sealed.map(({ recipient, events }) => [recipient, events[0]?.happening])).toEqual([
    [content.recipient, { kind: 'begun', header }],
  ]);
});

it('no date shows a score or an answer before the bureau publishes them, on any screen', async () => {
  await handInNow();
  await settleExams(Date.now() + centuryMs);
  expect((await attemptWith(attempt.id))?.result).toBeNull();
  expect([await database.responses.count(), await database.mistakes.count(), await database.schedules.count()]).toEqual([0, 0, 0]);
  for (const place of ['review', 'receipt', 'sit']) {
    showExam(place, attempt.id);
    await screen.findAllByText(/./);
    await new Promise((resolve) => setTimeout(resolve, 60)); // what is read comes a little later
    expect([place, document.body.textContent]).toEqual([place, expect.not.stringMatching(/解析文字|正确答案|得分/)]);
    cleanup();
  }
  await installExam({ ...content, ...answersPublished });
  await settleExams(Date.now() - centuryMs / 100);
  expect((await attemptWith(attempt.id))?.result).not.toBeNull();
});

it('an exam that was handed in is not begun again, with no other package, date or window either', async () => {
  await handInNow();
  const before = await attemptWith(attempt.id);
  expect(await startExam({ ...attempt, startedAt: 5 }, { ...header, name: '别人' })).toMatchObject({ ok: true });
  expect(await attemptWith(attempt.id)).toEqual(before);
  expect(await database.examEvents.count()).toBe(2);
});
