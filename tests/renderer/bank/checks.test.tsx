import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { readDecisions } from '../../../renderer/data/bank/decisions.ts';
import { bankId, bankWith, fakeMain, press, question, row, showBank } from './support.tsx';

const left = question('q1', { stem: '预备期的示例（　）。', answer: [1] });
const right = question('q2', { stem: '预备期的示例（　）。', answer: [2] });

const check = async (): Promise<void> => {
  await fakeMain({ name: '', rows: [] });
  await bankWith([
    left,
    right,
    question('q3', { section: '党章', stem: '没有依据的示例，说的是别的事（　）。', options: ['子', '丑', '寅', '卯'] }),
  ]);
  showBank(bankId, 'checks');
  await press(/^(开始|重新)检查$/);
  await screen.findByText(/检查了 3 题/);
};

it('puts contradictions side by side with the difference marked, and settles them by withdrawing one', async () => {
  await check();
  expect(screen.getByText('有 1 个问题要先处理，才能发布。')).toBeTruthy();
  const answers = await screen.findByRole('rowheader', { name: '正确答案' });
  expect([...(answers.parentElement?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toEqual(['B', 'C']);
  await press('留左题，撤下右题');
  expect(await screen.findByText('已处理：其中一题已不在库。')).toBeTruthy();
});

it('takes that both are right only with a reason, keeps it, and lets it be taken back', async () => {
  await check();
  await press('两题都对…');
  const dialog = screen.getByRole('dialog', { name: '两题都对，原因是' });
  await press('确定', dialog);
  expect(within(dialog).getByText('请先填写。')).toBeTruthy();
  await userEvent.type(within(dialog).getByLabelText('原因'), '年度不同');
  await press('确定', dialog);
  await waitFor(() => expect(screen.queryByRole('rowheader', { name: '正确答案' })).toBeNull());
  expect((await readDecisions(bankId)).map(({ kind, reason }) => [kind, reason])).toEqual([['not-contradiction', '年度不同']]);
  await userEvent.click(screen.getByLabelText('也显示已确定的'));
  expect(await screen.findByText('已确定：年度不同')).toBeTruthy();
  await press('取消这个决定');
  expect(await screen.findByRole('button', { name: '两题都对…' })).toBeTruthy();
});

it('leads from a problem to its question', async () => {
  await check();
  await userEvent.click(screen.getByText('缺少依据（1）'));
  const link = await screen.findByRole('link', { name: '打开：没有依据的示例，说的是别的事（　）。' });
  expect(link.getAttribute('href')).toBe(`#/bank/${bankId}/questions/q3`);
});

it('shows what still waits in an import beside what the bank has, and drops it there', async () => {
  const again = question('', { stem: '预备期的示例（　）。', options: ['甲', '乙', '丙', '戊'], answer: [2] });
  await fakeMain({ name: '示例题库.xlsx', rows: [row(2, again)] });
  await bankWith([left]);
  showBank(bankId, 'import');
  await press('选择题库文件…');
  await screen.findByRole('grid', { name: '导入的内容' });
  await userEvent.click(screen.getByRole('link', { name: '检查' }));
  await press(/^(开始|重新)检查$/);
  expect(await screen.findByText('还没有收入')).toBeTruthy();
  expect(screen.getByText('没有妨碍发布的问题。')).toBeTruthy();
  const waits = screen.getByText('还没有收入').closest('th')?.textContent?.startsWith('左题');
  await press(waits ? '留右题，撤下左题' : '留左题，撤下右题');
  expect(await screen.findByText('已处理：其中一题已不在库。')).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: '试题' }));
  expect(await screen.findByText('共 1 题')).toBeTruthy();
});
