import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { questions, showSet } from '../renderer/study/support.tsx';
import { buildBank, install } from '../support/bank.ts';
import { memoryBridge } from '../support/memory-bridge.ts';

// The end of a set, and an empty one, had no heading, and the focus was lost with the button 下一题.
it('the end of a set says which set it was, and the keyboard goes on there', async () => {
  await memoryBridge();
  await install(buildBank([[questions.judge]]));
  showSet('sequential', '党章');
  await screen.findByText('判断题干');
  await userEvent.click(screen.getByRole('button', { name: '下一题' }));
  expect(document.activeElement).toBe(await screen.findByRole('heading', { level: 1, name: '顺序学习 党章' }));
});
