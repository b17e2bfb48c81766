import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import Study from '../../renderer/study/index.tsx';
import { blueprint, installContent, questions } from '../renderer/exam/support.tsx';
import { memoryBridge } from '../support/memory-bridge.ts';
import { renderScreen } from '../support/screen.tsx';

beforeEach(async () => {
  await memoryBridge();
  await installContent(blueprint, Object.values(questions));
});

it('begins a section with its first question when it is gone through again', async () => {
  const user = userEvent.setup();
  renderScreen(Study, ['set', 'sequential', 'section=党章']);
  await screen.findByText('单选题干');
  await user.keyboard('{ArrowRight}');
  await screen.findByText('多选题干');
  await user.keyboard('{ArrowRight}');
  await user.click(await screen.findByRole('button', { name: '再来一组' }));
  expect(await screen.findByText('第 1 题，共 2 题')).toBeTruthy();
});

it('opens a section whose last question has been answered at its first', async () => {
  const user = userEvent.setup();
  const { unmount } = renderScreen(Study, ['set', 'sequential', 'section=党章']);
  await screen.findByText('单选题干');
  await user.keyboard('{ArrowRight}');
  await screen.findByText('多选题干');
  await user.keyboard('a{Enter}');
  await screen.findByText('已保存');
  unmount();
  renderScreen(Study, ['set', 'sequential', 'section=党章']);
  expect(await screen.findByText('第 1 题，共 2 题')).toBeTruthy();
});

it('does not speak of mistakes when an article names a section that the bank does not have', async () => {
  renderScreen(Study, ['set', 'sequential', 'section=没有的板块']);
  expect(await screen.findByText(/没有这个板块的题/)).toBeTruthy();
});

it('moves between options by arrow keys without answering; space answers', async () => {
  const user = userEvent.setup();
  renderScreen(Study, ['set', 'sequential', 'section=党章']);
  await screen.findByText('单选题干');
  await user.tab();
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: /乙/ }));
  expect(screen.queryByText(/正确答案/)).toBeNull();
  await user.keyboard(' ');
  expect(await screen.findByText('✗ 回答错误')).toBeTruthy();
});
