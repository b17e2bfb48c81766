import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { readCorrections } from '../../../renderer/data/bank/corrections.ts';
import { bankId, bankWith, fakeMain, press, question, showBank, succeed } from './support.tsx';

const head = ['编号', '题目编码', '题库', '版本', '题干', '问题说明', '反映人', '单位', '日期'];
const sheet = [
  head,
  ['c-1', 'q1', 'party', '2', '示例题 q1（　）。', '答案应为丙。', '示例甲', '示例县供电局', '2026-09-25'],
  ['', 'q1', 'party', '2', '', '没有编号的一行。', '示例乙', '示例县供电局', '2026-09-25'],
];

const openCorrections = async (rows: readonly (readonly string[])[]): Promise<void> => {
  await fakeMain(
    {
      name: '纠错单.xlsx',
      rows: [],
      change: { headers: [], problems: [{ sheet: '纠错单', row: 0, severity: 'warning', code: 'sheet-without-header', message: '' }] },
    },
    {
      'bank:source': (_sha, place) =>
        succeed(place.sheet === '纠错单' && place.row === 1 ? rows.map((cells, at) => ({ row: at + 1, cells })) : []),
    },
  );
  await bankWith([question('q1')]);
  showBank(bankId, 'corrections');
  await press('读取纠错单…');
};

it('takes the rows of a sheet, names those it cannot take, and answers beside the question', async () => {
  await openCorrections(sheet);
  expect(await screen.findByText('纠错单.xlsx：收到 1 条新的纠错。')).toBeTruthy();
  expect(screen.getByText('第 3 行没有收下：没有编号。')).toBeTruthy();
  expect(await screen.findByText('待答复 1 条')).toBeTruthy();
  await press('保存答复');
  expect(screen.getByText('请选择处理结果并写明答复。')).toBeTruthy();
  await userEvent.click(screen.getByLabelText('采纳'));
  await userEvent.type(screen.getByLabelText('答复（随下一版发给各支部）'), '已改为丙。');
  await press('保存答复');
  expect(await screen.findByText('已答复 1 条')).toBeTruthy();
  await waitFor(async () => expect((await readCorrections('party'))[0]?.reply).toMatchObject({ outcome: 'accepted', text: '已改为丙。' }));
  await press('读取纠错单…');
  expect(await screen.findByText('纠错单.xlsx：收到 0 条新的纠错，另有 1 条以前已收到。')).toBeTruthy();
  expect(screen.getByText('已答复 1 条')).toBeTruthy();
});

it('says when a file is no such sheet', async () => {
  await openCorrections([['姓名', '单位']]);
  expect((await screen.findByRole('alert')).textContent).toBe('纠错单.xlsx 里没有找到纠错单的表头（编号、题目编码、问题说明）。');
});
