import { afterEach, describe, expect, test, vi } from 'vitest';
import { numbers, question } from '../support.ts';
import { openOffice, type Office } from './versions-support.ts';

/** How many more changes of the disk succeed; then every one fails, as when the process was killed. */
const disk = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY, code: 'EKILLED' }));

vi.mock('node:fs/promises', async (importOriginal) => {
  const actual = await importOriginal<typeof import('node:fs/promises')>();
  const guarded =
    <A extends readonly unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      disk.left -= 1;
      if (disk.left < 0) throw Object.assign(new Error('the disk takes nothing more'), { code: disk.code });
      return work(...args);
    };
  return { ...actual, rename: guarded(actual.rename), rm: guarded(actual.rm), open: guarded(actual.open) };
});

afterEach(() => {
  disk.left = Number.POSITIVE_INFINITY;
});

const questions = (count: number) => numbers(count).map((number) => question(number));

const state = async ({ installing }: Office) =>
  Promise.all(
    (await installing.records.list()).map(async ({ manifest, publisher, before }) => [
      manifest.name,
      manifest.version,
      before?.record.manifest.version ?? null,
      await installing.putOff.has({ manifest: { ...manifest, version: 2 }, publisher }),
    ]),
  );

/** Two packages with an update that was rolled back in one of them, and the step that a fault meets. */
async function prepared(): Promise<{ office: Office; step: () => Promise<unknown> }> {
  const office = await openOffice();
  const versions = (name: string) => [1, 2].map((version) => office.bank(version, [questions(version)], { name }));
  const [one, two] = [await Promise.all(versions('one')), await Promise.all(versions('two'))];
  await office.install(one[0]!, two[0]!);
  await office.install(one[1]!);
  const back = await office.installing.rollBack('one');
  const forward = await office.stage(two[1]!);
  return { office, step: () => office.installing.settle([back.staged, forward.staged]) };
}

const old = [
  ['one', 2, 1, false],
  ['two', 1, null, false],
];
const settled = [
  ['one', 1, 2, true],
  ['two', 2, 1, false],
];

describe('several packages are settled all or none', () => {
  test('whichever change of the disk is the last one before the program dies', async () => {
    const outcomes: string[] = [];
    for (let allowed = 0; ; allowed += 1) {
      const { office, step } = await prepared();
      disk.left = allowed;
      const result = await Promise.allSettled([step()]);
      const isCut = disk.left < 0;
      disk.left = Number.POSITIVE_INFINITY;
      const after = await state(await office.restart());
      expect([old, settled]).toContainEqual(after);
      // What was said to be settled is, whatever the disk did not take any more.
      if (result[0].status === 'fulfilled') expect(after).toEqual(settled);
      outcomes.push(JSON.stringify(after) === JSON.stringify(old) ? 'old' : 'new');
      if (!isCut) break;
    }
    expect(new Set(outcomes)).toEqual(new Set(['old', 'new']));
    // Old up to one point and new from there on.
    expect(outcomes).toEqual(outcomes.toSorted((one, other) => (one === other ? 0 : one === 'old' ? -1 : 1)));
    expect(outcomes.length).toBeGreaterThan(8);
  });

  test('also when it dies again while it finishes what was cut off', async () => {
    for (let allowed = 3; allowed < 12; allowed += 1) {
      const { office, step } = await prepared();
      disk.left = allowed;
      await Promise.allSettled([step()]);
      disk.left = 2;
      const second = await office.restart();
      const seen = await state(second);
      disk.left = Number.POSITIVE_INFINITY;
      expect(await state(await office.restart())).toEqual(seen);
    }
  });

  test('a disk that fills up behind the point of no return: it counts at once, and the next settlement goes on', async () => {
    const { office, step } = await prepared();
    disk.left = 4; // its own file is written: open, rename, open of the folder; then one more
    await step();
    expect(await state(office)).toEqual(settled);
    const third = await openThird(office);
    await expect(office.installing.settle([third])).rejects.toThrow('the disk takes nothing more');
    expect(await state(office)).toEqual(settled);
    disk.left = Number.POSITIVE_INFINITY;
    await office.installing.settle([third]);
    expect((await state(await office.restart())).map(([name, version]) => [name, version])).toEqual([
      ['one', 1],
      ['two', 3],
    ]);
  });
});

/** Stages one more version; that needs the disk for a moment. */
async function openThird(office: Office): Promise<string> {
  const { left } = disk;
  disk.left = Number.POSITIVE_INFINITY;
  const { staged } = await office.stage(await office.bank(3, [questions(3)], { name: 'two' }));
  disk.left = left;
  return staged;
}
