import { readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CarryOutcome, TaskProgress } from '@shared/ipc/contract.ts';
import { carry, type CarryOptions } from '../../../main/carry/carry.ts';
import { listCarriable } from '../../../main/carry/holding.ts';
import { rotate } from '../../../main/publish/keys/rotation.ts';
import { createUnlocked } from '../../../main/publish/keys/unlocked.ts';
import { Refusal } from '../../../main/sync/refusal.ts';
import {
  day,
  findFile,
  fingerprintFiles,
  noon,
  numbers,
  openBranch,
  openBureau,
  question,
  temporaryFolder,
  type Branch,
} from '../sync/support.ts';

type Step = Omit<TaskProgress, 'task'>;

async function carryFrom({ packages }: Branch, folder: string, how: Partial<CarryOptions> = {}): Promise<CarryOutcome> {
  const [first] = await listCarriable(packages.stock);
  const { signal } = new AbortController();
  const quiet = { now: noon, signal, progress: () => undefined };
  return carry({ stock: packages.stock, publisher: first?.publisher ?? '', packages: [], folder, ...quiet, ...how });
}

/** A bureau with two banks, and a branch that has installed both. */
async function scene() {
  const bureau = await openBureau();
  await bureau.publish(numbers(700).map((number) => question(number)));
  await bureau.publish(
    numbers(20, 5_000).map((number) => question(number)),
    noon,
    'second',
  );
  const branch = await openBranch();
  const source = await branch.trust(bureau.repository);
  await branch.update(source);
  return { bureau, branch, source };
}

describe('a copy for another office', () => {
  test('the other office installs from it what the first one has, byte for byte, with the same publisher', async () => {
    const { branch } = await scene();
    const stick = await temporaryFolder();
    const outcome = await carryFrom(branch, stick);
    expect(outcome.packages).toEqual([
      { title: '题库 bank', version: 1 },
      { title: '题库 second', version: 1 },
    ]);
    expect(outcome.writtenBytes).toBe(outcome.bytes);
    const next = await openBranch();
    await next.update(await next.trust(stick));
    const blocks = (one: Branch) => fingerprintFiles(path.join(one.directory, 'blocks'));
    expect(await blocks(next)).toEqual(await blocks(branch));
    expect((await next.packages.installed()).map(({ publisher, version }) => [publisher, version])).toEqual(
      (await branch.packages.installed()).map(({ publisher, version }) => [publisher, version]),
    );
  });

  test('and from the other office it goes on to a third', async () => {
    const { branch } = await scene();
    const [first, second] = [await temporaryFolder(), await temporaryFolder()];
    await carryFrom(branch, first);
    const next = await openBranch();
    await next.update(await next.trust(first));
    await carryFrom(next, second);
    const copy = (stick: string) => fingerprintFiles(path.join(stick, 'sanxun-repo'));
    expect(await copy(second)).toEqual(await copy(first));
  });

  test('what came as patches is passed on as whole blocks', async () => {
    const { bureau, branch, source } = await scene();
    await bureau.publish(
      numbers(700).map((number) => question(number, { note: number === 3 ? '新的解析' : '' })),
      noon + day,
    );
    await branch.update(source);
    const stick = await temporaryFolder();
    await carryFrom(branch, stick);
    const next = await openBranch();
    await next.update(await next.trust(stick));
    expect((await next.packages.installed()).map(({ name, version }) => [name, version])).toEqual([
      ['bank', 2],
      ['second', 1],
    ]);
  });

  test('an office that knows only the first keys follows the new ones', async () => {
    const { bureau, branch, source } = await scene();
    const stick = await temporaryFolder();
    await carryFrom(branch, stick);
    const next = await openBranch();
    const from = await next.trust(stick);
    await next.update(from);
    for (const hours of [1, 2]) {
      const room = { directory: bureau.keys, repository: bureau.repository, unlocked: createUnlocked() };
      await rotate(room, { kind: hours === 1 ? 'online' : 'renew' }, noon + hours * 3_600_000);
    }
    await bureau.publish(
      numbers(30).map((number) => question(number)),
      noon + day,
    );
    await branch.update(source);
    await carryFrom(branch, stick);
    expect(await readdir(path.join(stick, 'sanxun-repo', 'metadata'))).toEqual(
      expect.arrayContaining(['1.root.json', '2.root.json', '3.root.json']),
    );
    expect((await next.update(from)).map(({ manifest }) => manifest.version)).toEqual([2]);
  });

  test('chosen packages only: the others are not missed, and those of an earlier copy still count', async () => {
    const { branch } = await scene();
    const stick = await temporaryFolder();
    await carryFrom(branch, stick, { packages: ['second'] });
    const next = await openBranch();
    const source = await next.trust(stick);
    expect((await next.update(source)).map(({ manifest }) => manifest.name)).toEqual(['second']);
    await carryFrom(branch, stick, { packages: ['bank'] });
    const list = await readFile(path.join(stick, 'sanxun-repo', 'carried.json'), 'utf8');
    expect(JSON.parse(list)).toEqual({ packages: ['bank', 'second'] });
    expect((await next.update(source)).map(({ manifest }) => manifest.name)).toEqual(['bank']);
  });

  test('a readable note lies beside it', async () => {
    const { branch } = await scene();
    const stick = await temporaryFolder();
    await carryFrom(branch, stick);
    const note = await readFile(path.join(stick, '说明.txt'), 'utf8');
    expect(note).toMatch(/^\u{FEFF}三训数据包拷贝\r\n/u);
    expect(note).toContain('题库 bank　第 1 版');
  });
});

describe('a copy that is broken off or damaged', () => {
  test('done again it writes nothing; stopped midway it goes on', async () => {
    const { branch } = await scene();
    const stick = await temporaryFolder();
    const stop = new AbortController();
    const steps: Step[] = [];
    const stopping = (step: Step): void => {
      steps.push(step);
      if (steps.length > 2) stop.abort();
    };
    await expect(carryFrom(branch, stick, { signal: stop.signal, progress: stopping })).rejects.toMatchObject({
      failure: { kind: 'cancelled' },
    });
    const rest = await carryFrom(branch, stick);
    expect(rest.writtenBytes).toBeLessThan(rest.bytes);
    const again = await carryFrom(branch, stick);
    expect(again.writtenBytes).toBe(0);
  });

  test('a block on the stick that was damaged since, or cut off, is written again', async () => {
    const { branch } = await scene();
    const stick = await temporaryFolder();
    await carryFrom(branch, stick);
    const whole = await fingerprintFiles(stick);
    const block = await findFile(stick, /targets.bank.[0-9a-f]+\.b0001/);
    const bytes = await readFile(block);
    await writeFile(
      block,
      bytes.map((byte, place) => (place === 100 ? byte ^ 1 : byte)),
    );
    await truncate(await findFile(stick, /targets.second.[0-9a-f]+\.b0001/), 10);
    const { writtenBytes } = await carryFrom(branch, stick);
    expect(writtenBytes).toBeGreaterThanOrEqual(bytes.length);
    expect(await fingerprintFiles(stick)).toEqual(whole);
  });

  test('another publisher’s stick is left as it is', async () => {
    const { branch } = await scene();
    const other = await openBureau();
    await other.publish([question(1)]);
    const before = await fingerprintFiles(other.repository);
    await expect(carryFrom(branch, other.repository)).rejects.toThrow();
    expect(await fingerprintFiles(other.repository)).toEqual(before);
  });

  test('what is damaged here is not passed on', async () => {
    const { branch } = await scene();
    const [block] = await readdir(path.join(branch.directory, 'blocks'));
    await rm(path.join(branch.directory, 'blocks', block ?? ''));
    const [carriable] = await listCarriable(branch.packages.stock);
    expect(carriable?.packages.map(({ name }) => name)).toHaveLength(1);
  });

  test('nothing is here: nothing can be carried', async () => {
    const empty = await openBranch();
    expect(await listCarriable(empty.packages.stock)).toEqual([]);
    await expect(carryFrom(empty, await temporaryFolder())).rejects.toBeInstanceOf(Refusal);
  });
});
