import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen } from '../../support/screen.tsx';
import { Home } from '../../../renderer/home/index.tsx';
import { emptyOverview } from '../packages/fixture.ts';
import { answerTopic, installBank } from '../study/blind-spots/answered.ts';

beforeEach(async () => {
  vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work, 0)); // what jsdom lacks
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
  await memoryBridge({ 'packages:overview': () => emptyOverview });
});

const mainActions = (): (string | null)[] => [...document.querySelectorAll('.button-main')].map((action) => action.textContent);

describe('home', () => {
  it('says so when nothing is due', async () => {
    renderScreen(Home, []);
    await screen.findByText('没有到期事项。可以从下面选一个板块学习，或做一次模拟考试。');
    expect(mainActions()).toEqual([]);
  });

  it('leads somebody new to the first section', async () => {
    await installBank();
    renderScreen(Home, []);
    await screen.findByText('学习题库：从“党章”学起');
    expect(mainActions()).toEqual(['开始学习']);
  });

  it('shows the weakest topic and the forecast, and leads to the repair set', async () => {
    await installBank();
    await answerTopic('总纲', 20, 4);
    await answerTopic('党员', 20, 20);
    renderScreen(Home, []);
    await screen.findByText('最薄弱的知识点：总纲（党章），掌握 27%（做过 20 题）');
    await screen.findByText(/^现在做模拟考试，预计 \d+ 分左右（\d+～\d+ 分）$/);
    await waitFor(() => expect(mainActions()).toEqual(['做 20 题补弱']));
    expect(screen.getByRole('link', { name: '做 20 题补弱' }).getAttribute('href')).toBe('#/study/set/repair');
    expect(screen.getByRole('link', { name: '看盲点和预测' }).getAttribute('href')).toBe('#/study/blind-spots');
  });
});
