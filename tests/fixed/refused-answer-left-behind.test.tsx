import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { savedAnswers, showSet, questions } from '../renderer/study/support.tsx';
import { buildBank, install } from '../support/bank.ts';
import { memoryBridge } from '../support/memory-bridge.ts';

// An answer that the disk had refused was dropped when the person left the screen.
it('keeps a refused answer when the person leaves, says so there, and saves it at the retry', async () => {
  const journal = await memoryBridge();
  await install(buildBank([[questions.single, questions.judge]]));
  showSet('sequential', '党章');
  await screen.findByText('单选题干');
  journal.refuse('disk-full');
  await userEvent.keyboard('b');
  await screen.findByText('未保存');
  await userEvent.click(screen.getByRole('button', { name: '返回学习' }));
  await screen.findByRole('heading', { name: '学习' });
  expect(screen.getByText('未保存')).toBeTruthy();
  expect(await savedAnswers()).toEqual([]);
  journal.refuse(null);
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
  await waitFor(() => expect(screen.queryByText('未保存')).toBeNull());
  await waitFor(async () => expect(await savedAnswers()).toEqual([['q1', { kind: 'options', chosen: [1] }, false, 'sequential']]));
});
