import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { database } from '../../../renderer/data/database.ts';
import { buildBank, install } from '../../support/bank.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { questions, savedAnswers, showSet } from './support.tsx';

let journal: MemoryBridge;
beforeEach(async () => {
  journal = await memoryBridge();
  await install(buildBank([[questions.single, questions.judge]]));
  showSet('sequential', '党章');
  await screen.findByText('单选题干');
});

const answers = (): readonly string[] =>
  journal.commits.filter(({ what }) => what === 'study.answer').flatMap(({ ops }) => ops.flatMap((op) => ('put' in op ? [op.table] : [])));

it('says 已保存 only when the journal has the answer', async () => {
  await waitFor(() => expect(journal.commits).toHaveLength(1)); // the position
  const release = journal.hold();
  await userEvent.keyboard('c');
  await screen.findByText('正在保存…');
  await screen.findByText('✓ 回答正确');
  expect(screen.queryByText('已保存')).toBeNull();
  expect(answers()).toEqual([]);
  release();
  await screen.findByText('已保存');
  expect(answers()).toEqual(['responses', 'schedules']);
});

it('does not take the saving of one question for that of the next', async () => {
  await waitFor(() => expect(journal.commits).toHaveLength(1));
  const release = journal.hold();
  await userEvent.keyboard('c{Enter}');
  await screen.findByText('判断题干');
  expect(screen.getByText('正在保存…')).toBeTruthy();
  release();
  await waitFor(() => expect(screen.queryByText('正在保存…')).toBeNull());
  expect(screen.queryByText('已保存')).toBeNull(); // nothing has been answered here
});

it('says 未保存 with what is safe and what to do, and saves at the retry', async () => {
  journal.refuse('disk-full');
  await userEvent.keyboard('b');
  await screen.findByText('未保存');
  expect(screen.getByText(/磁盘空间不足/)).toBeTruthy();
  expect(screen.getByText('请清理磁盘空间后再试一次。')).toBeTruthy();
  expect(screen.queryByText('已保存')).toBeNull();
  journal.refuse(null);
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
  await screen.findByText('已保存');
  expect(answers()).toEqual(['responses', 'mistakes', 'schedules']);
  await waitFor(async () => expect(await savedAnswers()).toHaveLength(1));
});

it('keeps an answer that was refused, and its retry, after later ones were saved', async () => {
  journal.refuse('journal-failed');
  await userEvent.keyboard('b');
  await screen.findByText('未保存');
  journal.refuse(null);
  await userEvent.keyboard('{Enter}');
  await screen.findByText('判断题干');
  expect(screen.getByText('未保存')).toBeTruthy();
  await userEvent.keyboard('b');
  await waitFor(() => expect(answers()).toEqual(['responses', 'schedules']));
  expect(screen.getByText('未保存')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
  await screen.findByText('已保存');
  expect(answers()).toEqual(['responses', 'schedules', 'responses', 'mistakes', 'schedules']);
  await waitFor(async () => expect((await savedAnswers()).map(([id]) => id).toSorted()).toEqual(['q1', 'q3']));
});

it('still tells at the end of a set what is not saved', async () => {
  journal.refuse('journal-failed');
  await userEvent.keyboard('c{Enter}');
  await screen.findByText('判断题干');
  await userEvent.keyboard('{ArrowRight}');
  await screen.findByText('本次作答 1 题，答对 1 题。');
  expect(screen.getByText('未保存')).toBeTruthy();
  journal.refuse(null);
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
  await screen.findByText('已保存');
});

it('weighs a second answer to a question against the first one that still waits', async () => {
  journal.refuse('disk-full');
  await userEvent.keyboard('b');
  await screen.findByText('未保存');
  await userEvent.click(screen.getByRole('button', { name: '返回学习' }));
  await userEvent.click(await screen.findByRole('link', { name: /学.* 党章$/ }));
  await screen.findByText('单选题干');
  await userEvent.keyboard('a');
  await screen.findByText('✗ 回答错误');
  journal.refuse(null);
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
  await screen.findByText('已保存');
  await waitFor(async () => expect(await database.mistakes.toArray()).toMatchObject([{ questionId: 'q1', wrongCount: 2 }]));
});
