import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { questions, showSet } from '../renderer/study/support.tsx';
import { buildBank, install } from '../support/bank.ts';
import { memoryBridge } from '../support/memory-bridge.ts';

// Enter in any blank submitted: the second one went in empty, and the question became a mistake.
it('Enter in the first blank goes on to the second one, and submits there', async () => {
  await memoryBridge();
  await install(buildBank([[questions.blank, questions.single]]));
  showSet('sequential', '党章');
  await screen.findByText('填空____、____');
  await userEvent.keyboard('政治纪律{Enter}');
  expect(document.activeElement).toBe(screen.getByLabelText('第 2 空'));
  await userEvent.keyboard('组织纪律{Enter}');
  await screen.findByText('✓ 回答正确');
  await userEvent.keyboard('{Enter}');
  await screen.findByText('单选题干');
});
