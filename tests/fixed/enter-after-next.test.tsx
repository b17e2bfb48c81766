import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { questions, showSet } from '../renderer/study/support.tsx';
import { buildBank, install } from '../support/bank.ts';
import { memoryBridge } from '../support/memory-bridge.ts';

// The focus stayed on “next” after a click, so that Enter passed over the question instead of submitting it.
it('Enter submits a multiple choice that was reached by clicking 下一题', async () => {
  await memoryBridge();
  await install(buildBank([[questions.judge, questions.multiple, questions.single]]));
  showSet('sequential', '党章');
  await screen.findByText('判断题干');
  await userEvent.click(screen.getByRole('button', { name: '下一题' }));
  await screen.findByText('多选题干');
  await userEvent.keyboard('ac{Enter}');
  await screen.findByText('✓ 回答正确');
  expect(screen.getByText('第 2 题，共 3 题')).toBeTruthy();
  await userEvent.keyboard('{Enter}');
  await screen.findByText('单选题干');
});
