import { expect, it } from 'vitest';
import { database } from '../../renderer/data/database.ts';
import { startExam } from '../../renderer/data/exam/quarterly.ts';
import { handIn } from '../../renderer/data/exam/hand-in.ts';
import { completeOutbox } from '../../renderer/exam/quarterly/sealing.ts';
import { newSitting } from '../../renderer/exam/quarterly/new-sitting.ts';
import { exam, examMain, packageName } from '../renderer/exam/quarterly/exams.tsx';
import { paper } from '../renderer/exam/support.tsx';
import { session } from '../support/screen.tsx';

it('a record that could not be sealed is sealed later, though its exam was withdrawn meanwhile', async () => {
  const content = exam({ release: 'all' });
  const main = await examMain(content);
  const papers = { examId: content.id, papers: [{ variant: '', paper }] };
  const { attempt, header } = newSitting({ package: packageName, exam: content }, papers, session.person, 1_000);
  await startExam(attempt, header);
  await handIn({ attemptId: attempt.id, unsaved: [], noted: [], elapsedMs: 5, endedBy: 'person', at: 2_000 });
  main.failure = { kind: 'disk-full', subject: '' };
  expect(await completeOutbox()).toMatchObject({ entries: [], failure: { kind: 'disk-full' } });
  await database.packages.clear();
  main.failure = null;
  expect((await completeOutbox()).entries.map(({ attemptId }) => attemptId)).toEqual([attempt.id]);
  expect(main.sealed.map(({ recipient }) => recipient)).toEqual([content.recipient]);
});
