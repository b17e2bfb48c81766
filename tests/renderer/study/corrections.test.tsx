import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Correction } from '@shared/model/bank.ts';
import { database } from '../../../renderer/data/database.ts';
import { readCorrections, saveCorrection } from '../../../renderer/data/corrections.ts';
import Reports from '../../../renderer/reports/index.tsx';
import { buildBank, install } from '../../support/bank.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen, session } from '../../support/screen.tsx';
import { questions, showSet, showStudy } from './support.tsx';

let journal: MemoryBridge;
beforeEach(async () => {
  journal = await memoryBridge({ 'exports:places': () => [] });
  await install(buildBank([[{ ...questions.single, stem: '**不**正确的是' }]], 3));
});

const unit = session.person.unitName;
const written: Correction = {
  id: 'c1',
  questionId: 'q1',
  package: 'bank',
  version: 3,
  stem: '**不**正确的是',
  text: '答案应为乙',
  personName: session.person.name,
  unitName: unit,
  at: Date.parse('2026-09-05T12:00:00'),
  reply: null,
};

async function openDialog(): Promise<HTMLElement> {
  showSet('sequential', '党章');
  await userEvent.click(await screen.findByRole('button', { name: '纠错' }));
  return screen.getByRole('dialog', { name: '纠错' });
}

const field = (dialog: HTMLElement) => within(dialog).getByRole<HTMLTextAreaElement>('textbox');
const escape = (dialog: HTMLElement) => dialog.dispatchEvent(new Event('cancel', { cancelable: true }));

describe('writing a 纠错单', () => {
  it('keeps what was met, where, by whom, and what is wrong with it', async () => {
    const dialog = await openDialog();
    expect(dialog.textContent).toContain('不正确的是');
    expect(within(dialog).getByRole('button', { name: '保存' })).toHaveProperty('disabled', true);
    await userEvent.type(field(dialog), ' 答案应为乙 ');
    await userEvent.click(within(dialog).getByRole('button', { name: '保存' }));
    await screen.findByText(/已记入“我的纠错”/);
    const saved = await readCorrections(unit);
    expect(saved).toEqual([{ ...written, personId: session.person.id, id: saved[0]?.id, at: saved[0]?.at }]);
  });

  it('is closed by Escape at once while nothing is written', async () => {
    escape(await openDialog());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('asks before it drops what was written', async () => {
    const dialog = await openDialog();
    await userEvent.type(field(dialog), '答案');
    escape(dialog);
    await screen.findByText(/要放弃吗/);
    await userEvent.click(screen.getByRole('button', { name: '继续填写' }));
    expect(field(dialog).value).toBe('答案');
    await userEvent.click(within(dialog).getByRole('button', { name: '取消' }));
    await userEvent.click(screen.getByRole('button', { name: '放弃' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await database.corrections.count()).toBe(0);
  });

  it('stays open with what was written when the disk refuses', async () => {
    const dialog = await openDialog();
    await userEvent.type(field(dialog), '答案');
    journal.refuse('disk-full');
    await userEvent.click(within(dialog).getByRole('button', { name: '保存' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('磁盘空间不足');
    expect(field(dialog).value).toBe('答案');
  });

  it('takes no answers by keyboard while it is open', async () => {
    await openDialog();
    await userEvent.keyboard('c');
    expect(screen.queryByText(/回答/)).toBeNull();
  });
});

describe('what became of it', () => {
  const mine = async () =>
    within(await screen.findByRole('table', { name: '我的纠错' }))
      .getAllByRole('row')
      .slice(1);

  it('waits to be reported until an installed package brings the reply', async () => {
    await saveCorrection(written);
    showStudy();
    expect((await mine()).map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['2026-09-05', '不正确的是', '答案应为乙', '待上报'],
    ]);
    const built = buildBank([[questions.single]], 4);
    const reply = { correctionId: 'c1', questionId: 'q1', outcome: 'accepted', text: '已改为乙', at: 2 } as const;
    await install({ ...built, version: { ...built.version, replies: [reply] } });
    await screen.findByText('已答复');
    expect((await mine())[0]?.textContent).toContain('已采纳：已改为乙');
  });

  it('is listed for the person who wrote it', async () => {
    await saveCorrection({ ...written, personName: '黄丽' });
    showStudy();
    await screen.findByRole('heading', { name: '学习' });
    expect(await readCorrections(unit)).toHaveLength(1);
    expect(await readCorrections('别的单位')).toEqual([]);
    expect(screen.queryByRole('table', { name: '我的纠错' })).toBeNull();
  });

  it('goes into the report of the unit as long as there is no reply', async () => {
    await saveCorrection(written);
    await saveCorrection({ ...written, id: 'c2', personName: '黄丽', text: '题干有错字' });
    await saveCorrection({ ...written, id: 'c3', reply: { outcome: 'declined', text: '', at: 2 } });
    renderScreen(Reports, ['corrections']);
    const table = await screen.findByRole('table', { name: `${unit}题库纠错单` });
    expect(
      within(table)
        .getAllByRole('row')
        .map((row) => row.firstElementChild?.textContent),
    ).toEqual(['编号', 'c1', 'c2']);
  });

  it('says how to begin where there is nothing to report', async () => {
    renderScreen(Reports, ['corrections']);
    expect(await screen.findByText(/没有待上报的纠错/)).toBeTruthy();
  });
});
