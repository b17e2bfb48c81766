import { cleanup, render, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import type { Attempt } from '@shared/model/exam.ts';
import type { Person } from '@shared/model/roster.ts';
import { studyModes } from '@shared/model/study.ts';
import { openAttempt, pastAttempts, startAttempt } from '../../../renderer/data/exam/exam.ts';
import { readPastForecasts } from '../../../renderer/data/study/forecasts.ts';
import { handIn } from '../../../renderer/data/exam/hand-in.ts';
import { readStandings } from '../../../renderer/data/study/mastery.ts';
import { readMistakes } from '../../../renderer/data/study/mistakes.ts';
import { readMarks, saveMark } from '../../../renderer/data/study/question-marks.ts';
import { readOwnExams, startExam } from '../../../renderer/data/exam/quarterly.ts';
import { readDue } from '../../../renderer/data/study/schedules.ts';
import { readAnswered, readLastSection, readProgress } from '../../../renderer/data/study/study.ts';
import { readToday } from '../../../renderer/data/study/study-plan.ts';
import { readStudySettings, saveStudySettings } from '../../../renderer/data/study/study-settings.ts';
import ExamScreen from '../../../renderer/exam/index.tsx';
import { newSitting } from '../../../renderer/exam/quarterly/new-sitting.ts';
import { SessionContext } from '../../../renderer/session.tsx';
import Study from '../../../renderer/study/index.tsx';
import { readSet } from '../../../renderer/study/sets.ts';
import { installAssemblyWorker } from '../../support/assembly-worker.ts';
import { session } from '../../support/screen.tsx';
import { installSearchWorker } from '../../support/study-search.ts';
import { exam, examMain, packageName } from '../exam/quarterly/exams.tsx';
import { answerRow, installContent, paper, questions } from '../exam/support.tsx';

type Somebody = Person & { readonly unitName: string };
const wei = session.person;
const now = Date.now();

/** Whose id begins like the other's. */
const others: readonly Somebody[] = [
  { ...wei, id: 'person-2', name: '覃勇' },
  { ...wei, id: 'person-10', name: '黄宁' },
  { ...wei, id: 'person', name: '陆平' },
];

const mock: Attempt = {
  id: 'mock-of-wei',
  personId: wei.id,
  kind: 'mock',
  paper: { ...paper, title: '韦敏的模拟卷' },
  startedAt: now,
  budgetMs: 600_000,
  passLine: 60,
  state: 'open',
  handedInAt: null,
  endedBy: null,
  result: null,
};
const wrong = { kind: 'judge', value: true } as const;

beforeEach(async () => {
  const content = exam({ release: 'all' });
  await examMain(content);
  installSearchWorker();
  installAssemblyWorker();
  const blueprint = { id: 'b', title: '示例方案', minutes: 10, parts: [{ type: 'judge', count: 1, scoreEach: 2 }], sections: [] } as const;
  await installContent(blueprint, Object.values(questions));
  // everything that one person can do here
  await startAttempt({ ...mock, id: 'first-of-wei' });
  const handing = { noted: [], elapsedMs: 5, endedBy: 'person', at: now } as const;
  await handIn({ ...handing, attemptId: 'first-of-wei', unsaved: [answerRow('first-of-wei', questions.judge.id, wrong)] });
  await startAttempt(mock);
  const papers = { examId: content.id, papers: [{ variant: '', paper }] };
  const sitting = newSitting({ package: packageName, exam: content }, papers, wei, now);
  await startExam(sitting.attempt, sitting.header);
  await handIn({ ...handing, attemptId: sitting.attempt.id, unsaved: [answerRow(sitting.attempt.id, questions.judge.id, wrong)] });
  const mark = { questionId: questions.judge.id, favourite: true, note: '韦敏的笔记' };
  await saveMark({ id: `${wei.id}:${questions.judge.id}`, personId: wei.id, ...mark, at: now });
  await saveStudySettings({ id: wei.id, minutesPerDay: 55, examDate: '2031-01-02' });
});

/** What there is of somebody, read by read. */
async function allOf(personId: string): Promise<Readonly<Record<string, unknown>>> {
  const modes = ['mistakes', 'due', 'favourites'] as const;
  const sets = await Promise.all(
    modes.map(async (mode) => [mode, (await readSet({ mode, query: { text: '' }, personId, seed: 1, now: now + 1e9 })).refs.length]),
  );
  const { id: _id, ...settings } = await readStudySettings(personId);
  return {
    open: await openAttempt(personId),
    past: await pastAttempts(personId),
    forecasts: await readPastForecasts(personId),
    mistakes: await readMistakes(personId),
    marks: await readMarks(personId),
    exams: (await readOwnExams(personId)).map(({ attempt }) => attempt),
    due: await readDue(personId, now + 1e9),
    answered: [...(await readAnswered(personId))],
    section: await readLastSection(personId),
    progress: (await readProgress(personId)).map(({ answered, right }) => [answered, right]),
    standings: (await readStandings(personId)).map(({ answered, trials }) => [answered, trials]),
    settings,
    today: await readToday(personId, now),
    sets,
  };
}

it('reads of one person hold nothing of another, however alike their ids', async () => {
  const nobody = await allOf('nobody at all');
  expect(await allOf(wei.id)).not.toEqual(nobody);
  for (const { id } of others) expect([id, await allOf(id)]).toEqual([id, nobody]);
});

/** A screen as the shell shows it to somebody. */
function showTo(person: Somebody, screen: ReactNode): void {
  render(<SessionContext value={{ ...session, person }}>{screen}</SessionContext>);
}

const attemptOfExam = `exam-1:${wei.id}`;
const studyPages = [[], ['blind-spots'], ['mistakes'], ['favourites'], ['notes'], ['plan'], ...studyModes.map((mode) => ['set', mode])];
const examPages = [
  [],
  ...['sit', 'review', 'receipt'].flatMap((place) => [mock.id, 'first-of-wei', attemptOfExam].map((id) => [place, id])),
  ['enter', packageName],
];

it.each(others)('no screen shows $name what the other did, not even by the address of it', async (person) => {
  const screens = [
    ...studyPages.map((route) => [route, <Study key="study" route={route} />] as const),
    ...examPages.map((route) => [route, <ExamScreen key="exam" route={route} />] as const),
  ];
  for (const [route, screen] of screens) {
    showTo(person, screen);
    await waitFor(() => expect([route, document.body.textContent?.length]).not.toEqual([route, 0]));
    await new Promise((resolve) => setTimeout(resolve, 60)); // what is read comes a little later
    expect([route, document.body.textContent]).toEqual([route, expect.not.stringMatching(/韦敏|2031|确认交卷|我的答案/)]);
    cleanup();
  }
});

it('and all of that is there for who did it', async () => {
  showTo(wei, <Study route={['notes']} />);
  await waitFor(() => expect(document.body.textContent).toContain('韦敏的笔记'));
  cleanup();
  showTo(wei, <ExamScreen route={['review', 'first-of-wei']} />);
  await waitFor(() => expect(document.body.textContent).toContain('韦敏的模拟卷'));
});
