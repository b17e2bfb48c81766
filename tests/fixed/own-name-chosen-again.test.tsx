import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { FirstRun } from '../../renderer/app/first-run.tsx';
import { memoryBridge, type MemoryBridge } from '../support/memory-bridge.ts';

let bridge: MemoryBridge;
let chosen: string[];

beforeEach(async () => {
  bridge = await memoryBridge();
  chosen = [];
});

const show = () => render(<FirstRun onChosen={async (personId) => void chosen.push(personId)} />);

async function enterOwnName(): Promise<void> {
  const user = userEvent.setup();
  const { unmount } = show();
  await user.click(screen.getByRole('button', { name: '名册里没有我的单位或姓名' }));
  await user.type(screen.getByLabelText('单位名称'), '某某供电所');
  await user.type(screen.getByLabelText('姓名'), '王老五');
  await user.click(screen.getByRole('button', { name: '开始学习' }));
  await expect.poll(() => chosen.length).toBeGreaterThan(0);
  unmount();
}

it('lists who entered a unit and name of their own, to come back to their records', async () => {
  const user = userEvent.setup();
  await enterOwnName();
  show();
  await user.selectOptions(
    await screen.findByRole('combobox', { name: '单位' }),
    await screen.findByRole('option', { name: '某某供电所' }),
  );
  await user.selectOptions(screen.getByRole('combobox', { name: '姓名' }), screen.getByRole('option', { name: '王老五' }));
  await user.click(screen.getByRole('button', { name: '开始学习' }));
  expect(chosen[1]).toBe(chosen[0]);
});

it('knows the same unit and name when they are entered a second time', async () => {
  await enterOwnName();
  await enterOwnName();
  await expect.poll(() => chosen.length).toBe(2);
  expect(chosen[1]).toBe(chosen[0]);
  expect(bridge.commits).toHaveLength(1);
});
