import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { bankId, bankWith, fakeMain, press, question, showBank, stemsShown } from './support.tsx';

beforeEach(async () => {
  await fakeMain({ name: '', rows: [] });
});

const twenty = Array.from({ length: 20 }, (_, place) => question(`q${place + 1}`, place === 4 ? { stem: '党章总则的示例（　）。' } : {}));

it('finds as one types, by characters and by the initials of pinyin, and says how many', async () => {
  await bankWith(twenty);
  showBank(bankId);
  expect(await screen.findByText('共 20 题')).toBeTruthy();
  fireEvent.keyDown(document.body, { key: '/' });
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: '搜索' }));
  await userEvent.keyboard('dzz');
  expect(await screen.findByText('找到 1 题')).toBeTruthy();
  await waitFor(() => expect(stemsShown(2)).toEqual(['党章总则的示例（　）。']));
  await userEvent.keyboard('x');
  expect(await screen.findByText('没有符合条件的试题。可以改写搜索的字，或清除条件。')).toBeTruthy();
});

it('changes many at once, and takes all of it back in one step', async () => {
  await bankWith(twenty);
  showBank(bankId);
  await screen.findByText('共 20 题');
  fireEvent.keyDown(screen.getByRole('grid'), { key: 'a', ctrlKey: true });
  expect(screen.getByText('已选 20 题')).toBeTruthy();
  await press('改板块…');
  const dialog = screen.getByRole('dialog', { name: '把 20 题的板块改为' });
  await press('修改', dialog);
  expect(within(dialog).getByText('请先填写。')).toBeTruthy();
  await userEvent.type(within(dialog).getByLabelText('板块'), '党章{Enter}');
  expect(await screen.findByText('已修改 20 题。')).toBeTruthy();
  await waitFor(() => expect(new Set(stemsShown(3))).toEqual(new Set(['党章'])));
  await press(/^撤销 改板块、知识点或难度（20 条/);
  expect(await screen.findByText('已撤销，20 条恢复原样。')).toBeTruthy();
  await waitFor(() => expect(new Set(stemsShown(3))).toEqual(new Set(['党史'])));
});

it('keeps the history of an edit, field by field', async () => {
  await bankWith([question('q1')]);
  showBank(bankId);
  await screen.findByText('共 1 题');
  await screen.findByRole('button', { name: '修改' });
  fireEvent.keyDown(screen.getByRole('grid'), { key: 'Enter' });
  const form = await screen.findByRole('form', { name: '修改试题' });
  await userEvent.clear(within(form).getByLabelText('选项C'));
  await userEvent.type(within(form).getByLabelText('选项C'), '丙二');
  await press('保存', form);
  await screen.findByRole('button', { name: '修改' });
  await userEvent.click(screen.getByText('修改记录'));
  const changed = await screen.findByRole('rowheader', { name: '选项C' });
  expect(changed.parentElement?.textContent).toBe('选项C丙丙二');
});

it('has only the rows in sight in the page', async () => {
  await bankWith(twenty);
  showBank(bankId);
  await screen.findByText('共 20 题');
  expect(screen.getByRole('grid', { name: '试题列表' }).getAttribute('aria-rowcount')).toBe('21');
});

it('withdraws after asking, and the withdrawn can be found and restored', async () => {
  await bankWith([question('q1'), question('q2')]);
  showBank(bankId);
  await screen.findByText('共 2 题');
  await press('撤下');
  await press('撤下', screen.getByRole('dialog', { name: '撤下 1 题吗？' }));
  expect(await screen.findByText('共 1 题')).toBeTruthy();
  await userEvent.selectOptions(screen.getByLabelText('状态'), 'withdrawn');
  await waitFor(() => expect(stemsShown(2)).toEqual(['示例题 q1（　）。']));
  await press('恢复');
  expect(await screen.findByText('没有符合条件的试题。可以改写搜索的字，或清除条件。')).toBeTruthy();
});

it('names the first steps where there is nothing', async () => {
  await bankWith([]);
  showBank(bankId);
  expect((await screen.findByRole('link', { name: '导入第一份题库' })).getAttribute('href')).toBe(`#/bank/${bankId}/import`);
});
