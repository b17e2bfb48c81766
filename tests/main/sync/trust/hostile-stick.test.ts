import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { noon, openBranch, openBureau, question, type Bureau } from '../support.ts';

// A stick from a stranger: its files are no files, or larger than any disk. Nothing hangs, nothing is installed that was not
// published, and the program goes on working with the next source.

const targets = (bureau: Bureau, ...names: readonly string[]): string => path.join(bureau.repository, ...names);

const instead = (how: (file: string) => Promise<unknown>) => async (file: string) => {
  await rm(file);
  await how(file);
};

const hostile: readonly (readonly [string, (file: string) => Promise<unknown>])[] = [
  ['a pipe that nobody writes to', instead(async (file) => execFileSync('mkfifo', [file]))],
  ['a folder', instead((file) => mkdir(file))],
  ['a link to a device without end', instead((file) => symlink('/dev/zero', file))],
  ['a link to itself', instead((file) => symlink(path.basename(file), file))],
  ['a link to nothing', instead((file) => symlink('nothing', file))],
  ['a link to another file of this computer', instead((file) => symlink('/etc/passwd', file))],
  ['a terabyte of nothing', (file) => truncate(file, 1_000_000_000_000)],
];

describe.skipIf(process.platform === 'win32').each(['timestamp.json', '2.snapshot.json', '2.targets.json', '1.root.json'])(
  '%s is',
  (file) => {
    test.each(hostile)('%s', { timeout: 15_000 }, async (_name, change) => {
      const bureau = await openBureau();
      await bureau.publish([question(1)]);
      const branch = await openBranch();
      const source = await branch.trust(bureau.repository);
      await branch.update(source);
      await bureau.publish([question(1), question(2)], noon + 1_000);
      await change(targets(bureau, 'metadata', file));
      const result = await branch.sync(source);
      // The first root is asked for only where signatures do not hold; it may be anything then.
      if (!result.ok) expect(result.failure.kind).toMatch(/^(?:source-empty|source-unreachable|truncated|tampered|too-large)$/);
      else expect(file).toBe('1.root.json');
      expect(await branch.packages.installed()).toMatchObject([{ version: 1 }]);
    });
  },
);

describe('the list of what a stick carries', () => {
  test.each([
    ['no JSON', '{'],
    ['names that lead elsewhere', '{"packages":["../../x"]}'],
    ['a terabyte', null],
    ['another package', '{"packages":["other"]}'],
    ['none', '{"packages":[]}'],
  ])('%s: says at most that something is not there', async (_name, text) => {
    const bureau = await openBureau();
    const { manifest } = await bureau.publish([question(1)]);
    const branch = await openBranch();
    const source = await branch.trust(bureau.repository);
    const list = targets(bureau, 'carried.json');
    await writeFile(list, text ?? '');
    if (text === null) await truncate(list, 1_000_000_000_000);
    expect(await branch.update(source)).toMatchObject([{ manifest: { version: manifest.version } }]);
  });
});

test('a stick that changes between two files gives the old state or the new one', async () => {
  const bureau = await openBureau();
  await bureau.publish([question(1)]);
  const branch = await openBranch();
  const source = await branch.trust(bureau.repository);
  await branch.update(source);
  const timestamp = targets(bureau, 'metadata', 'timestamp.json');
  const before = await readFile(timestamp);
  await bureau.publish([question(1), question(2)], noon + 1_000);
  const newer = await readFile(timestamp);
  await writeFile(timestamp, before);
  expect((await branch.sync(source)).ok).toBe(true);
  await writeFile(timestamp, newer);
  await branch.update(source);
  await writeFile(timestamp, before);
  expect(await branch.refusal(source)).toMatchObject({ kind: 'older' });
  expect(await branch.packages.installed()).toMatchObject([{ version: 2 }]);
});
