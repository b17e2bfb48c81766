import { beforeEach, expect, it, vi } from 'vitest';
import type { StagedPackage } from '@shared/ipc/packages.ts';
import type { Correction } from '@shared/model/bank.ts';
import type { Attempt } from '@shared/model/exam.ts';
import type { Mistake, Response } from '@shared/model/study.ts';
import { publishedExam } from '@shared/exam/bureau/published-exam.ts';
import { packIndex } from '@shared/packages/packed-index.ts';
import { database } from '../../../renderer/data/database.ts';
import { effectsOf, type Effects } from '../../../renderer/data/effects.ts';
import { findRefs } from '../../../renderer/data/study/study.ts';
import { buildBank, buildSmall, install, judgeQuestion, stagedOf } from '../../support/bank.ts';
import { bureauExam, storedPaper } from '../../support/bureau-exams.ts';
import { freshDatabase } from './work-tables.ts';

const bank = buildBank([[1, 2, 3, 4].map(judgeQuestion)]);
const nothing: Effects = {
  exams: 0,
  projects: null,
  unseenAgain: 0,
  answeredWithdrawn: 0,
  mistakes: 0,
  runningAttempts: 0,
  corrections: 0,
  peopleLeaving: 0,
};

/** An update in which change, and are withdrawn. */
const update = (change: Partial<StagedPackage> = {}): StagedPackage =>
  stagedOf(bank, { changed: 2, withdrawn: 2, touched: ['Q-1', 'Q-2', 'Q-3', 'Q-9'], ...change });

beforeEach(freshDatabase);

const response = (personId: string, questionId: string, revision: string, id = `${personId}-${questionId}`): Response => ({
  id,
  personId,
  questionId,
  section: '党章',
  revision,
  answer: { kind: 'judge', value: true },
  correct: true,
  mode: 'random',
  at: 1,
});

it('counts what comes of projects: new and changed, by their kind', async () => {
  const manifest = { ...update().manifest, kind: 'projects', name: 'projects' } as const;
  const brings = ['offers:a', 'decisions:a', 'events:1', 'events:2', 'receiving:receiving'];
  const touched = ['offers:b', 'assignments:c', 'offers:gone'];
  const staged = update({ manifest, brings, changed: 2, withdrawn: 1, touched });
  const projects = { offers: 2, assignments: 1, decisions: 1, events: 2, benchmarks: 0 };
  expect(await effectsOf([staged], 'person-1')).toEqual({ ...nothing, projects });
});

/** An answer to the question as it stands in the installed bank. */
async function answer(personId: string, questionId: string, id?: string): Promise<void> {
  const [ref] = await findRefs([questionId]);
  await database.responses.put(response(personId, questionId, ref?.revision ?? '', id));
}

const mistake = (personId: string, questionId: string, state: Mistake['state']): Mistake => ({
  id: `${personId}:${questionId}`,
  personId,
  questionId,
  section: '党章',
  wrongCount: 1,
  rightInARow: 0,
  state,
  lastAt: 1,
});

const attempt = (personId: string, number: number, state: Attempt['state']): Attempt => ({
  id: `${personId}-${number}-${state}`,
  personId,
  kind: 'mock',
  paper: {
    id: 'paper',
    title: '示例试卷',
    blueprintId: 'b',
    seed: 1,
    minutes: 10,
    items: [{ question: judgeQuestion(number), optionOrder: [], score: 1 }],
  },
  startedAt: 1,
  budgetMs: 1,
  passLine: 60,
  state,
  handedInAt: null,
  endedBy: null,
  result: null,
});

const correction = (id: string, questionId: string): Correction => ({
  id,
  questionId,
  package: 'bank',
  version: 1,
  stem: '',
  text: '',
  personName: '',
  unitName: '',
  at: 1,
  reply: null,
});

it('nothing where nothing was done here', async () => {
  await install(bank);
  expect(await effectsOf([update()], 'p1')).toEqual(nothing);
  expect(await effectsOf([], 'p1')).toEqual(nothing);
});

it('counts what this person has answered as it is now', async () => {
  await install(bank);
  await answer('p1', 'Q-1');
  await answer('p1', 'Q-1', 'again');
  await database.responses.put(response('p1', 'Q-2', '0000000000000000')); // an older form: unseen already
  await answer('p1', 'Q-3');
  await answer('p1', 'Q-4'); // not touched
  await answer('p2', 'Q-2');
  expect(await effectsOf([update()], 'p1')).toEqual({ ...nothing, unseenAgain: 1, answeredWithdrawn: 1 });
  expect(await effectsOf([update()], 'p2')).toEqual({ ...nothing, unseenAgain: 1 });
});

it('counts open mistakes of the person, and sittings of anybody that hold such a question', async () => {
  await install(bank);
  await database.mistakes.bulkPut([
    mistake('p1', 'Q-1', 'open'),
    mistake('p1', 'Q-2', 'overcome'),
    mistake('p1', 'Q-3', 'open'),
    mistake('p1', 'Q-4', 'open'),
    mistake('p2', 'Q-1', 'open'),
  ]);
  await database.attempts.bulkPut([
    attempt('p1', 1, 'open'),
    attempt('p2', 3, 'open'),
    attempt('p3', 4, 'open'),
    attempt('p1', 1, 'handedIn'),
  ]);
  expect(await effectsOf([update()], 'p1')).toEqual({ ...nothing, mistakes: 2, runningAttempts: 2 });
});

it('counts 纠错单 about withdrawn questions that neither an installed package nor this one answers', async () => {
  const reply = (correctionId: string) => ({ correctionId, questionId: 'Q-3', outcome: 'accepted', text: '', at: 1 }) as const;
  await install({ ...bank, version: { ...bank.version, replies: [reply('answered')] } });
  const rows = [correction('waiting', 'Q-3'), correction('answered', 'Q-3'), correction('coming', 'Q-9'), correction('other', 'Q-1')];
  await database.corrections.bulkPut(rows);
  const staged = update();
  const manifest = { ...staged.manifest, replies: [reply('coming')] };
  expect(await effectsOf([{ ...staged, manifest }], 'p1')).toEqual({ ...nothing, corrections: 1 });
});

it('counts the people who leave, not the units', async () => {
  const person = { id: 'A', name: '甲', staffNumber: '', unitId: 'U', branch: '', duty: 'fullTime', position: '' } as const;
  const roster = buildSmall('roster', {
    units: [{ id: 'U', name: '示例单位', kind: 'station' }],
    people: [person, { ...person, id: 'B' }, { ...person, id: 'C' }],
  });
  await install(roster);
  const staged = stagedOf(roster, { changed: 1, withdrawn: 3, touched: ['C', 'A', 'U', 'B'] });
  expect(await effectsOf([staged, update()], 'p1')).toEqual({ ...nothing, peopleLeaving: 2 });
});

it('lets the window answer in between, also with a large bank', async () => {
  const blocks = Array.from({ length: 200 }, (_, block) => Array.from({ length: 500 }, (__, place) => block * 500 + place));
  await database.packages.put({
    ...bank.version,
    blocks: blocks.map((_, place) => ({ ...bank.version.blocks[0]!, sha256: String(place) })),
  });
  await database.indexes.bulkPut(
    blocks.map((numbers, place) => ({
      key: `bank/${place}`,
      package: 'bank',
      ...packIndex({
        section: '党章',
        ids: numbers.map((number) => `Q-${number}`),
        types: numbers.map(() => 'judge'),
        topics: numbers.map(() => ''),
        difficulties: numbers.map(() => 'easy'),
        revisions: numbers.map((number) => String(number).padStart(16, '0')),
      }),
    })),
  );
  await database.responses.bulkPut([5, 99_999].map((number) => response('p1', `Q-${number}`, String(number).padStart(16, '0'))));
  const slept = vi.spyOn(globalThis, 'setTimeout');
  const touched = blocks.flat().map((number) => `Q-${number}`);
  const few = touched.filter((_, place) => place % 100 === 99 || place === 5);
  const staged = update({ changed: few.length, withdrawn: 0, touched: few });
  expect(await effectsOf([staged], 'p1')).toEqual({ ...nothing, unseenAgain: 2 });
  expect(slept).toHaveBeenCalled();
  slept.mockRestore();
});

it('counts the exams that come along, and sittings of one that changes meanwhile: they keep their paper', async () => {
  const sealed = { startCode: 'ABCD-EFGH-JKMN', file: 'c2VhbGVk', recipient: `age1${'q'.repeat(58)}`, at: 1 };
  const exam = buildSmall('exam', { exam: publishedExam({ ...bureauExam(), sealed }, [storedPaper()], false) });
  const sat = {
    examId: 'exam-1',
    title: '',
    recipient: '',
    package: 'exam',
    quarter: '2026-Q4',
    variant: '',
    closesAt: 1,
    release: 'key',
  } as const;
  await database.attempts.bulkPut([
    { ...attempt('p1', 1, 'open'), kind: 'exam', exam: sat },
    { ...attempt('p2', 1, 'open'), kind: 'exam', exam: { ...sat, package: 'exam-2' } },
    { ...attempt('p3', 1, 'handedIn'), kind: 'exam', exam: sat },
  ]);
  const staged = stagedOf(exam, { changed: 1, touched: ['exam-1'] });
  expect(await effectsOf([staged], 'p1')).toEqual({ ...nothing, exams: 1, runningAttempts: 1 });
  const retired = { ...staged, manifest: { ...staged.manifest, retired: true as const } };
  expect(await effectsOf([retired], 'p1')).toEqual({ ...nothing, runningAttempts: 1 });
});
