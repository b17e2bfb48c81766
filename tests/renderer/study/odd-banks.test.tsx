import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Question } from '@shared/model/question.ts';
import { studyModes, type StudyMode } from '@shared/model/study.ts';
import { saveMark } from '../../../renderer/data/study/question-marks.ts';
import { readBlindSpots } from '../../../renderer/data/study/blind-spots.ts';
import { readMistakes } from '../../../renderer/data/study/mistakes.ts';
import { readProgress } from '../../../renderer/data/study/study.ts';
import { readSet } from '../../../renderer/study/sets.ts';
import { database } from '../../../renderer/data/database.ts';
import { buildBank, install } from '../../support/bank.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { session } from '../../support/screen.tsx';
import { installSearchWorker } from '../../support/study-search.ts';
import { questions, savedAnswers, showSet, showStudy } from './support.tsx';

const person = session.person.id;
const letters = [...'甲乙丙丁戊己庚辛壬癸子丑'];
const named = (question: Question, id: string, change: object = {}): Question => ({ ...question, id, ...change }) as Question;
const partsOf = (id: string) => questions.case.parts.map((part, place) => ({ ...part, id: `${id}/${place + 1}` }));

/** Banks as an office may well make them; each list is a block. */
const banks: Readonly<Record<string, readonly (readonly Question[])[]>> = {
  'one question': [[questions.judge]],
  'only short answers': [[1, 2, 3].map((n) => named(questions.short, `s${n}`))],
  'twelve options': [
    [
      named(questions.single, 'a', { options: letters, answer: [11] }),
      named(questions.multiple, 'b', { options: letters, answer: letters.map((_, place) => place) }),
    ],
  ],
  'one stem for all': [[1, 2, 3, 4].map((n) => named(questions.judge, `j${n}`, { stem: '同一个题干', answer: n % 2 === 0 }))],
  'options that read alike': [[named(questions.single, 'a', { options: ['同上', '同上', '同上'], answer: [1] })]],
  'only cases': [[1, 2].map((n) => named(questions.case, `c${n}`, { parts: partsOf(`c${n}`) }))],
  'a section with signs': [[named(questions.judge, 'a', { section: '党/章?#% =&', topic: '一/二=三#%' })]],
  'ids with signs': [[named(questions.judge, 'a/b:c#d%e 题'), named(questions.judge, '__proto__'), named(questions.judge, 'constructor')]],
  'empty texts': [[named(questions.judge, 'a', { explanation: '', basis: '', topic: '' })]],
};

const pages: readonly (readonly string[])[] = [[], ['blind-spots'], ['mistakes'], ['favourites'], ['notes'], ['plan'], ['search']];

beforeEach(async () => {
  await memoryBridge();
  installSearchWorker();
});

async function sizeOf(mode: StudyMode): Promise<number> {
  const { refs } = await readSet({ mode, query: { text: '' }, personId: person, seed: 7, now: Date.now() });
  return refs.length;
}

describe.each(Object.keys(banks))('a bank of %s', (name) => {
  const blocks = banks[name] ?? [];
  const all = blocks.flat();

  it('opens in every mode and on every page, and says nothing that is no word', async () => {
    const errors = vi.spyOn(console, 'error');
    await install(buildBank(blocks));
    for (const mode of ['sequential', 'random', 'recite', 'unseen'] as const)
      expect([mode, await sizeOf(mode)]).toEqual([mode, all.length]);
    for (const mode of studyModes) expect(await sizeOf(mode)).toBeLessThanOrEqual(all.length);
    expect((await readProgress(person)).map(({ total, answered }) => [total, answered])).toEqual([[all.length, 0]]);
    await readBlindSpots(person, Date.now());
    for (const page of [...pages, ['section', all[0]?.section ?? '']]) {
      showStudy(...page);
      await waitFor(() => expect(document.querySelector('h1')).toBeTruthy());
      expect(document.body.textContent).not.toMatch(/undefined|NaN|\[object|Infinity/);
      cleanup();
    }
    for (const mode of studyModes) {
      showSet(mode);
      await waitFor(() => expect(document.body.textContent).not.toBe(''));
      cleanup();
    }
    expect(errors.mock.calls).toEqual([]);
    errors.mockRestore();
  });
});

describe('a single judgement', () => {
  it('is practised, mistaken, mended and forecast like any other', async () => {
    await install(buildBank([[questions.judge]]));
    showSet('random');
    await userEvent.click(await screen.findByRole('radio', { name: /正确/ }));
    await waitFor(async () => expect(await savedAnswers()).toHaveLength(1));
    expect((await readMistakes(person)).open.map(({ questionId }) => questionId)).toEqual([questions.judge.id]);
    expect(await sizeOf('repair')).toBe(1);
    await expect(readBlindSpots(person, Date.now())).resolves.toBeTruthy();
  });
});

describe('a question whose text changes, or that leaves the bank', () => {
  const bank = [[questions.judge, named(questions.judge, 'stays')]] as const;

  async function studied(): Promise<void> {
    await install(buildBank(bank));
    showSet('sequential');
    await userEvent.click(await screen.findByRole('radio', { name: /正确/ }));
    await waitFor(async () => expect(await database.schedules.count()).toBe(1));
    const mark = { questionId: questions.judge.id, favourite: true, note: '自己的笔记' };
    await saveMark({ id: `${person}:${questions.judge.id}`, personId: person, ...mark, at: 1 });
    cleanup();
  }

  it('is new again, keeps its note, and its mistake stays history', async () => {
    await studied();
    await install(buildBank([[{ ...questions.judge, answer: true }, bank[0][1]]], 2));
    expect(await sizeOf('unseen')).toBe(2);
    expect(await sizeOf('favourites')).toBe(1);
    showStudy('notes');
    expect(await screen.findByText('自己的笔记')).toBeTruthy();
    cleanup();
    showStudy('mistakes');
    await waitFor(() => expect(document.querySelector('h1')).toBeTruthy());
  });

  it('is left out of every set once it is withdrawn, and what was written about it stays', async () => {
    await studied();
    await install(buildBank([[bank[0][1]]], 2));
    for (const mode of studyModes) expect([mode, await sizeOf(mode)]).toEqual([mode, Math.min(1, await sizeOf(mode))]);
    expect(await sizeOf('due')).toBe(0);
    expect(await sizeOf('mistakes')).toBe(0);
    expect(await sizeOf('favourites')).toBe(0);
    expect(await database.questionMarks.count()).toBe(1);
    expect(await database.mistakes.count()).toBe(1);
    for (const page of pages) {
      showStudy(...page);
      await waitFor(() => expect(document.querySelector('h1')).toBeTruthy());
      cleanup();
    }
  });

  it('that goes while its set is open breaks nothing', async () => {
    const errors = vi.spyOn(console, 'error');
    await install(buildBank(bank));
    showSet('sequential');
    await screen.findByRole('article');
    await install(buildBank([[named(questions.judge, 'another')]], 2));
    await userEvent.click(screen.getByRole('radio', { name: /正确/ }));
    await waitFor(async () => expect(await savedAnswers()).toHaveLength(1));
    await userEvent.click(screen.getByRole('button', { name: /下一题/ }));
    await waitFor(() => expect(document.body.textContent).not.toMatch(/undefined/));
    expect(errors.mock.calls).toEqual([]);
    errors.mockRestore();
  });
});
