import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { SourceLocation, SourceProbe } from '@shared/ipc/contract.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import Packages from '../../renderer/packages/index.tsx';
import { emptyOverview } from '../renderer/packages/fixture.ts';
import { memoryBridge } from '../support/memory-bridge.ts';
import { renderScreen } from '../support/screen.tsx';

let asked: SourceLocation[];
let answer: (result: Result<SourceProbe>) => void;

beforeEach(async () => {
  asked = [];
  await memoryBridge({
    'packages:overview': () => emptyOverview,
    'packages:drives': () => [],
    'packages:probe': (location) => {
      asked.push(location);
      const { promise, resolve } = Promise.withResolvers<Result<SourceProbe>>();
      answer = resolve;
      return promise;
    },
  });
});

async function enter(address: string): Promise<void> {
  const user = userEvent.setup();
  const field = await screen.findByLabelText('网络地址（http 或 https）');
  await user.clear(field);
  await user.type(field, `${address}{Enter}`);
}

it('shows the digits of the fingerprint that the bureau reads out, in groups, and no more', async () => {
  renderScreen(Packages, ['sources']);
  await enter('http://10.0.0.5/sanxun');
  answer(
    succeed({
      probe: 'p',
      label: '10.0.0.5',
      fingerprint: '7781ca1f314556f3df96b186c1157b0a1724c8abf1bf96cca525973f0c73a21c',
      known: false,
    }),
  );
  expect((await screen.findByText(/^7781/)).textContent).toBe('7781 ca1f 3145 56f3 df96');
});

it('says that it is connecting while a server does not answer, and clears what was refused before', async () => {
  renderScreen(Packages, ['sources']);
  await enter('http://10.0.0.5/sanxun');
  expect(await screen.findByText('正在连接来源…')).toBeTruthy();
  answer(fail('source-unreachable', '10.0.0.5'));
  expect(await screen.findByText(/无法连接数据包来源/)).toBeTruthy();
  expect(screen.queryByText('正在连接来源…')).toBeNull();
  await enter('http://10.0.0.6/sanxun');
  expect(screen.queryByText(/无法连接数据包来源/)).toBeNull();
});

it('says in its own words what an address looks like', async () => {
  renderScreen(Packages, ['sources']);
  for (const wrong of ['10.0.0.5/sanxun', 'http：//10.0.0.5', 'ftp://10.0.0.5']) {
    await enter(wrong);
    expect(screen.getByText(/请填写完整的网络地址/)).toBeTruthy();
  }
  expect(asked).toEqual([]);
});
