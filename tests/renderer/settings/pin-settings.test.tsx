import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { PinState } from '@shared/ipc/contract.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import { commit } from '../../../renderer/data/work.ts';
import { SessionContext } from '../../../renderer/session.tsx';
import { PinSettings } from '../../../renderer/settings/pin-settings.tsx';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { session } from '../../support/screen.tsx';

const me = session.person.id;
let state: PinState;
let asked: unknown[];

beforeEach(async () => {
  state = { protected: [], keeper: null, resets: [] };
  asked = [];
  await memoryBridge({
    'people:pins': () => state,
    'people:set-pin': (...args) => {
      asked.push(args);
      if (args[1] === '0000') return fail('wrong-pin', '4');
      state = { ...state, protected: args[2] === null ? [] : [me] };
      return succeed(null);
    },
    'people:keep-pins': (...args) => {
      asked.push(args);
      state = { ...state, keeper: me };
      return succeed(null);
    },
    'people:reset-pin': (...args) => {
      asked.push(args);
      state = { ...state, protected: [me] };
      return succeed(null);
    },
  });
  await commit('test', [{ table: 'localPeople', put: { ...session.person, id: 'qin', name: '覃勇' } }]);
});

const show = () =>
  render(
    <SessionContext value={session}>
      <PinSettings />
    </SessionContext>,
  );
const press = async (name: string): Promise<void> => userEvent.click(await screen.findByRole('button', { name }));
const type = (label: RegExp, text: string): Promise<void> => userEvent.type(screen.getByLabelText(label), text);

it('sets a PIN that is long enough and typed the same twice', async () => {
  show();
  await press('设置口令');
  await type(/^新口令/, '258');
  await press('保存');
  await screen.findByText('口令至少 4 位。');
  await type(/^新口令/, '0');
  await type(/^再输一遍/, '2581');
  await press('保存');
  await screen.findByText('两次输入的新口令不一样。');
  await userEvent.clear(screen.getByLabelText(/^再输一遍/));
  await type(/^再输一遍/, '2580');
  await press('保存');
  await screen.findByText('口令已保存。');
  expect(asked).toEqual([[me, null, '2580']]);
  expect(screen.getByText('您已设置口令。')).toBeTruthy();
});

it('removes it only with the present one', async () => {
  state = { ...state, protected: [me] };
  show();
  await press('取消口令');
  await type(/现在的口令/, '0000');
  await press('取消口令');
  expect((await screen.findByRole('alert')).textContent).toContain('还可以试 4 次');
  await type(/现在的口令/, '2580');
  await press('取消口令');
  await screen.findByText('口令已取消。');
  expect(asked).toEqual([
    [me, '0000', null],
    [me, '2580', null],
  ]);
});

it('lets the keeper clear the PIN of somebody else', async () => {
  state = { ...state, protected: [me, 'qin'] };
  show();
  await press('由我担任');
  await type(/现在的口令/, '2580');
  await press('由我担任');
  await screen.findByText('您已是口令管理人。');
  await press('清除他人的口令');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '清除谁的口令' }), '覃勇');
  await type(/管理人本人的口令/, '2580');
  await press('清除口令');
  await screen.findByText('覃勇的口令已清除，下次进入不用口令。');
  expect(asked).toEqual([
    [me, '2580', null],
    ['qin', '2580', session.person.name],
  ]);
});

it('wants a PIN of the own before somebody can be keeper', async () => {
  show();
  await screen.findByText(/要先给自己设置口令/);
  expect(screen.getByRole('button', { name: '由我担任' })).toHaveProperty('disabled', true);
});
