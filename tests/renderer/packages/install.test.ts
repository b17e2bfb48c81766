import { expect, it } from 'vitest';
import type { StagedBlock } from '@shared/ipc/packages.ts';
import { database } from '../../../renderer/data/database.ts';
import { installStaged } from '../../../renderer/packages/install.ts';
import { buildBank, buildSmall, install, judgeQuestion, stagedOf, type Built } from '../../support/bank.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';

const bank = buildBank(Array.from({ length: 70 }, (_, number) => [judgeQuestion(number)]));
const column = buildSmall('column', { articles: [], rota: [] });
const settledAt = '2026-09-03T00:00:00.000Z';

interface Asked {
  readonly calls: (readonly [string, number, number | undefined])[];
  readonly settled: (readonly string[])[];
}

/** A main process that holds these packages. */
async function mainWith(packages: readonly Built[], { refuses = '' } = {}): Promise<Asked> {
  const asked: Asked = { calls: [], settled: [] };
  await memoryBridge({
    'packages:blocks': (staged, positions): readonly StagedBlock[] => {
      asked.calls.push([staged, positions.length, positions.at(-1)]);
      if (`${staged} ${positions.at(-1)}` === refuses) throw new Error('cannot be read');
      const { blocks } = packages.find(({ version }) => staged === `staged-${version.name}`)!;
      return positions.map((position) => blocks[position]!);
    },
    'packages:settle': (staged) => {
      asked.settled.push(staged);
      if (refuses === 'settle') throw new Error('cannot be settled');
      return packages.map(({ version }) => ({ ...version, installedAt: settledAt }));
    },
  });
  return asked;
}

const rows = async () => ({ packages: await database.packages.toArray(), blocks: await database.blocks.count() });

it('brings what is missing of all packages, in batches, and settles them together', async () => {
  const asked = await mainWith([bank, column]);
  const progress: (readonly [number, number])[] = [];
  await installStaged([stagedOf(bank), stagedOf(column)], (done, total) => progress.push([done, total]));
  expect(asked.calls).toEqual([
    ['staged-bank', 64, 63],
    ['staged-bank', 6, 69],
    ['staged-column', 1, 0],
  ]);
  expect(progress).toEqual([
    [64, 71],
    [70, 71],
    [71, 71],
  ]);
  expect(asked.settled).toEqual([['staged-bank', 'staged-column']]);
  expect(await rows()).toEqual({ packages: [bank, column].map(({ version }) => ({ ...version, installedAt: settledAt })), blocks: 71 });
});

it('asks for nothing that is here', async () => {
  const asked = await mainWith([bank, column]);
  await install(bank);
  await installStaged([stagedOf(bank), stagedOf(column)], () => undefined);
  expect(asked.calls).toEqual([['staged-column', 1, 0]]);
  await installStaged([], () => undefined);
  expect(asked.settled).toHaveLength(1);
});

it('sends large blocks one by one', async () => {
  const asked = await mainWith([bank]);
  const blocks = bank.version.blocks.map((block, place) => (place < 3 ? { ...block, length: 1_500_000 } : block));
  await installStaged([stagedOf({ ...bank, version: { ...bank.version, blocks } })], () => undefined);
  expect(asked.calls.map(([, count]) => count)).toEqual([1, 1, 64, 4]);
});

it('changes nothing when a block cannot be read', async () => {
  await mainWith([bank, column], { refuses: 'staged-bank 69' });
  await install(column);
  const before = await rows();
  await expect(installStaged([stagedOf(bank), stagedOf(column)], () => undefined)).rejects.toThrow('cannot be read');
  expect(await rows()).toEqual(before);
});

it('what main did not settle is marked, so that the next start takes it back', async () => {
  await mainWith([column], { refuses: 'settle' });
  await expect(installStaged([stagedOf(column)], () => undefined)).rejects.toThrow('cannot be settled');
  expect(await database.packages.toArray()).toMatchObject([{ name: 'column', unsettled: true }]);
});

it('one installation waits for the other, also for one that fails', async () => {
  const asked = await mainWith([bank, column], { refuses: 'staged-bank 69' });
  const both = [bank, column].map((one) => installStaged([stagedOf(one)], () => undefined));
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(asked.calls.map(([staged]) => staged)).toEqual(['staged-bank', 'staged-bank', 'staged-column']);
});
