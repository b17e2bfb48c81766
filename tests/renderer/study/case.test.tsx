import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { readMistakes } from '../../../renderer/data/study/mistakes.ts';
import { readProgress } from '../../../renderer/data/study/study.ts';
import { buildBank, install } from '../../support/bank.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { session } from '../../support/screen.tsx';
import { questions, savedAnswers, showSet } from './support.tsx';

let revision = 0;
beforeEach(async () => {
  await memoryBridge();
  // a revision of its own for every test: a case that was left half answered is remembered
  revision += 1;
  await install(buildBank([[{ ...questions.case, topic: `第${revision}版` }, questions.judge]]));
  showSet('sequential', '党章');
  await screen.findByRole('region', { name: '材料' });
});

const part = (name: RegExp) => screen.getByRole('region', { name });
const current = () =>
  screen
    .getAllByRole('region')
    .find((region) => region.getAttribute('aria-current'))
    ?.getAttribute('aria-label');

/** Everything right but the judgement. */
async function answerAll(): Promise<void> {
  await userEvent.keyboard('ca');
  await userEvent.keyboard('组织纪律');
  await userEvent.type(within(part(/第 3 小题/)).getByLabelText('第 2 空'), '政治{Enter}');
  await userEvent.keyboard('我的要点');
  await userEvent.click(screen.getByRole('button', { name: '看参考答案' }));
  await userEvent.click(screen.getByRole('button', { name: '答对了' }));
}

it('shows the material first, with what it emphasises, then the numbered parts', () => {
  const passage = screen.getByRole('region', { name: '材料' });
  expect(passage.textContent).toBe('某支部的材料');
  expect(within(passage).getByText('材料').tagName).toBe('STRONG');
  expect(passage.tabIndex).toBe(0);
  expect(screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))).toEqual([
    '材料',
    '第 1 小题，单选题',
    '第 2 小题，判断题',
    '第 3 小题，填空题',
    '第 4 小题，简答题',
  ]);
  expect(within(part(/第 3 小题/)).getByText('各空不分先后')).toBeTruthy();
});

it('answers part by part with the keyboard; each is told at once and the case is saved with the last one', async () => {
  expect(current()).toBe('第 1 小题，单选题');
  await userEvent.keyboard('c');
  expect(within(part(/第 1 小题/)).getByText('✓ 回答正确')).toBeTruthy();
  expect(current()).toBe('第 2 小题，判断题');
  await userEvent.keyboard('a');
  expect(within(part(/第 2 小题/)).getByText('✗ 回答错误')).toBeTruthy();
  expect(document.activeElement).toBe(within(part(/第 3 小题/)).getByLabelText('第 1 空'));
  expect(await savedAnswers()).toEqual([]);
  await userEvent.keyboard('组织纪律');
  await userEvent.type(within(part(/第 3 小题/)).getByLabelText('第 2 空'), '政治{Enter}');
  expect(within(part(/第 3 小题/)).getByText('✓ 回答正确')).toBeTruthy();
  await userEvent.keyboard('我的要点');
  await userEvent.click(screen.getByRole('button', { name: '看参考答案' }));
  await userEvent.click(screen.getByRole('button', { name: '答对了' }));
  await screen.findByText('已保存');
  expect(screen.getByText('共 4 小题，答对 3 小题').closest('[role=alert]')?.textContent).toContain('案例解析');
  const answers = [
    { kind: 'options', chosen: [2] },
    { kind: 'judge', value: true },
    { kind: 'blanks', texts: ['组织纪律', '政治'] },
    { kind: 'text', text: '我的要点' },
  ];
  await waitFor(async () => expect(await savedAnswers()).toEqual([['q6', { kind: 'parts', answers }, false, 'sequential']]));
});

it('counts in the progress and in the 错题本 as one question', async () => {
  await answerAll();
  await screen.findByText('已保存');
  await waitFor(async () => expect((await readMistakes(session.person.id)).open.map(({ questionId }) => questionId)).toEqual(['q6']));
  expect(await readProgress(session.person.id)).toEqual([{ section: '党章', total: 2, answered: 1, right: 0 }]);
});

it('lets keys act on the part that has the focus', async () => {
  await userEvent.click(within(part(/第 2 小题/)).getByText(/判断题干/));
  expect(current()).toBe('第 2 小题，判断题');
  await userEvent.keyboard('b');
  expect(within(part(/第 2 小题/)).getByText('✓ 回答正确')).toBeTruthy();
  expect(within(part(/第 1 小题/)).queryByText(/回答/)).toBeNull();
  await userEvent.click(within(part(/第 2 小题/)).getByText(/判断题干/));
  await userEvent.keyboard('{Enter}');
  expect(current()).toBe('第 3 小题，填空题');
});

it('goes on with Enter only when every part is answered', async () => {
  await answerAll();
  await screen.findByText(/答对 3 小题/);
  screen.getByRole('article').focus();
  await userEvent.keyboard('{Enter}');
  await screen.findByText('第 2 题，共 2 题');
});

it('leaves the keys that scroll to the material', async () => {
  screen.getByRole('region', { name: '材料' }).focus();
  await userEvent.keyboard('{PageDown}{ArrowDown}');
  expect(screen.getByText('第 1 题，共 2 题')).toBeTruthy();
  await userEvent.keyboard('{ArrowRight}');
  await screen.findByText('第 2 题，共 2 题');
});

it('goes on where it was left, and begins anew once it was answered whole', async () => {
  await userEvent.keyboard('c');
  await userEvent.click(screen.getByRole('button', { name: '返回学习' }));
  await userEvent.click(await screen.findByRole('link', { name: '开始学 党章' }));
  await screen.findByRole('region', { name: '材料' });
  expect(within(part(/第 1 小题/)).getByText('✓ 回答正确')).toBeTruthy();
  expect(current()).toBe('第 2 小题，判断题');
  await userEvent.keyboard('a');
  await userEvent.type(within(part(/第 3 小题/)).getByLabelText('第 1 空'), '政治{Enter}');
  await userEvent.keyboard('{Enter}'); // in the second one
  await userEvent.click(screen.getByRole('button', { name: '看参考答案' }));
  await userEvent.click(screen.getByRole('button', { name: '没答对' }));
  await screen.findByText('已保存');
  await userEvent.click(screen.getByRole('button', { name: '下一题' }));
  await userEvent.click(screen.getByRole('button', { name: '上一题' }));
  expect(await screen.findByText('共 4 小题，答对 1 小题')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '返回学习' }));
  await userEvent.click(await screen.findByRole('link', { name: '随机练习 党章' }));
  await screen.findByRole('article');
  if (!screen.queryByRole('region', { name: '材料' })) await userEvent.click(screen.getByRole('button', { name: '下一题' }));
  await screen.findByRole('region', { name: '材料' });
  expect(screen.queryByText(/回答/)).toBeNull();
});
