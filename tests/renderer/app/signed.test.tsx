import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PackagesOverview, PinState, Settings } from '@shared/ipc/contract.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import type { Attempt } from '@shared/model/exam.ts';
import { Signed } from '../../../renderer/app/signed.tsx';
import { openAttempt } from '../../../renderer/data/exam/exam.ts';
import { commit } from '../../../renderer/data/work.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { session } from '../../support/screen.tsx';

const minute = 60_000;
const overview: PackagesOverview = {
  sources: [],
  installed: [],
  waiting: null,
  putOff: [],
  checking: false,
  unfinished: null,
  clock: null,
  usedThisMonth: 0,
  newRefusals: 0,
};
let pins: PinState;
let told: string[];

beforeEach(async () => {
  pins = { protected: [], keeper: null, resets: [] };
  told = [];
  window.location.hash = '#/home';
  await memoryBridge({
    'packages:overview': () => overview,
    'people:pins': () => pins,
    'people:check-pin': (_, pin) => (pin === '2580' ? succeed(null) : fail('wrong-pin', '4')),
    'people:told-of-reset': (personId) => void told.push(personId),
  });
  await commit('test', [
    { table: 'localPeople', put: { ...session.person, id: 'wei', name: '韦敏' } },
    { table: 'localPeople', put: { ...session.person, id: 'qin', name: '覃勇' } },
  ]);
});

afterEach(() => vi.useRealTimers());

function Computer({ personId }: { readonly personId: string }) {
  const [settings, setSettings] = useState<Settings>({ ...session.settings, workspace: 'branch', personId });
  return (
    <Signed settings={settings} changeSettings={async (changes) => setSettings((before) => ({ ...before, ...changes }))} repairs={[]} />
  );
}

const isHere = (name: string): Promise<void> =>
  waitFor(() => expect(document.querySelector('.nav-person > span')?.textContent).toBe(`当前人员：${name}`));

const begin = async (name: string): Promise<void> => {
  const user = userEvent.setup();
  await user.selectOptions(
    await screen.findByRole('combobox', { name: '单位' }),
    await screen.findByRole('option', { name: '示例县供电局' }),
  );
  await user.selectOptions(screen.getByRole('combobox', { name: '姓名' }), screen.getByRole('option', { name: new RegExp(name) }));
  await user.click(screen.getByRole('button', { name: '开始学习' }));
};
const givePin = async (pin: string): Promise<void> => {
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText(/请输入.*的口令/), `${pin}{Enter}`);
};

describe('changing the person', () => {
  it('is one click away, with the name beside it, and shows nothing of the one before', async () => {
    render(<Computer personId="wei" />);
    await isHere('韦敏');
    await userEvent.click(screen.getByRole('link', { name: '换人' }));
    await begin('覃勇');
    await isHere('覃勇');
    expect(document.body.textContent).not.toContain('韦敏');
    expect(window.location.hash).toBe('#/home');
  });

  it('leaves the open test of each where it was', async () => {
    const attempt = (personId: string): Attempt => ({
      id: `open-${personId}`,
      personId,
      kind: 'mock',
      paper: { id: 'x', title: '模拟', blueprintId: 'b', seed: 1, minutes: 60, items: [] },
      startedAt: 1,
      budgetMs: 1,
      passLine: 80,
      state: 'open',
      handedInAt: null,
      endedBy: null,
      result: null,
    });
    await commit('test', [
      { table: 'attempts', put: attempt('wei') },
      { table: 'attempts', put: attempt('qin') },
    ]);
    render(<Computer personId="wei" />);
    await userEvent.click(await screen.findByRole('link', { name: '换人' }));
    await begin('覃勇');
    await isHere('覃勇');
    expect((await openAttempt('wei'))?.attempt.id).toBe('open-wei');
    expect((await openAttempt('qin'))?.attempt.id).toBe('open-qin');
  });
});

describe('a PIN', () => {
  beforeEach(() => {
    pins = { ...pins, protected: ['wei'] };
  });

  it('is asked for when somebody chooses the name, and not of others', async () => {
    render(<Computer personId="" />);
    await begin('韦敏');
    await givePin('0000');
    await screen.findByText('口令不对。');
    expect(screen.getByRole('alert').textContent).toContain('还可以试 4 次');
    expect(document.querySelector('.nav-person')).toBeNull();
    await givePin('2580');
    await isHere('韦敏');
    await userEvent.click(screen.getByRole('link', { name: '换人' }));
    await begin('覃勇');
    await isHere('覃勇');
  });

  it('is asked for at the start; before it nothing of the person shows, and another can go on', async () => {
    render(<Computer personId="wei" />);
    await screen.findByText('韦敏设了口令，输入后才能进入。');
    expect(screen.queryByRole('navigation')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '不是我，换人' }));
    await begin('覃勇');
    await isHere('覃勇');
  });
});

describe('after ten minutes without input', () => {
  const wait = async (ms: number): Promise<void> => {
    await act(() => vi.advanceTimersByTimeAsync(ms));
  };

  it('it locks for who has a PIN, and shows everything again after it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], shouldAdvanceTime: true });
    render(<Computer personId="wei" />);
    await isHere('韦敏');
    pins = { ...pins, protected: ['wei'] };
    await wait(9 * minute);
    expect(screen.queryByText(/十分钟没有操作/)).toBeNull();
    await wait(2 * minute);
    await screen.findByText(/十分钟没有操作，已锁定。请韦敏/);
    expect(screen.queryByRole('navigation')).toBeNull();
    vi.useRealTimers();
    await givePin('2580');
    expect(await screen.findByRole('navigation')).toBeTruthy();
    expect(screen.queryByText(/十分钟没有操作/)).toBeNull();
  });

  it('it locks nobody who has none, and no test that is being sat', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], shouldAdvanceTime: true });
    render(<Computer personId="wei" />);
    await isHere('韦敏');
    await wait(11 * minute);
    expect(screen.getByRole('navigation')).toBeTruthy();
    pins = { ...pins, protected: ['wei'] };
    act(() => {
      window.location.hash = '#/exam/sit/some-attempt';
    });
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
    await wait(11 * minute);
    expect(screen.queryByText(/十分钟没有操作/)).toBeNull();
  });
});

it('tells the owner of a cleared PIN until it has been read', async () => {
  pins = { ...pins, resets: [{ personId: 'wei', at: new Date(2026, 8, 25).getTime(), by: '覃勇' }] };
  render(<Computer personId="wei" />);
  await screen.findByText(/您的口令已在 2026-09-25 由覃勇清除/);
  await userEvent.click(screen.getByRole('button', { name: '知道了' }));
  expect(told).toEqual(['wei']);
});
