import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { questions, showSet } from '../renderer/study/support.tsx';
import { buildBank, install } from '../support/bank.ts';
import { memoryBridge } from '../support/memory-bridge.ts';

// Enter did nothing at a short answer, and the focus was lost when the button 看参考答案 went away.
it('Enter shows the reference answer and leads to it; 1 and 2 judge', async () => {
  await memoryBridge();
  await install(buildBank([[questions.short]]));
  showSet('sequential', '党章');
  await screen.findByText('简答题干');
  await userEvent.keyboard('2{Enter}'); // nothing can be judged before it is seen
  const reference = await screen.findByText('参考答案');
  expect(document.activeElement).toBe(reference.parentElement);
  await userEvent.keyboard('2');
  await screen.findByText('✗ 回答错误');
});
