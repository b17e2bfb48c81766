import { cp, readFile, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../support.ts';
import { onFailingDisk } from './failing-disk.ts';
import { openOffice, outcomeOf, refreshIn, type Office } from './office.ts';

/** Each trial begins with what the office has accepted. Gives how many steps of the disk the refresh has. */
async function afterEachStep(office: Office, kind: 'kill' | 'full', then: (trial: Office) => Promise<void>): Promise<number> {
  for (let after = 0; ; after++) {
    const publishers = path.join(await temporaryFolder(), 'publishers');
    await cp(office.publishers, publishers, { recursive: true });
    const trial = { ...office, publishers };
    const failed = await onFailingDisk({ after, kind }, () => refreshIn(trial, office.newer));
    await then(trial);
    if (!failed) return after;
  }
}

describe('a refresh that is killed', () => {
  test('at any step leaves a state that starts again, and nothing older gets in', async () => {
    const office = await openOffice();
    const steps = await afterEachStep(office, 'kill', async (trial) => {
      // Where the new root was trusted already, the older stick's timestamp is one by a key that was given up.
      expect(['older', 'wrong-key']).toContain(await outcomeOf(trial, office.older));
      expect(await outcomeOf(trial, office.newer)).toBe('targets 3');
      expect(await outcomeOf(trial, office.newer)).toBe('targets 3');
    });
    expect(steps).toBeGreaterThan(20);
  });

  test('at any step of the very first one leaves a state that starts again', async () => {
    const office = await openOffice();
    for (const name of await readdir(path.join(office.publishers, office.fingerprint))) {
      if (name !== '1.root.json') await rm(path.join(office.publishers, office.fingerprint, name));
    }
    await afterEachStep(office, 'kill', async (trial) => expect(await outcomeOf(trial, office.newer)).toBe('targets 3'));
  });
});

describe('a disk that is full', () => {
  test('at any step loses nothing, and the next time all is well', async () => {
    const office = await openOffice();
    await afterEachStep(office, 'full', async (trial) => {
      expect(['older', 'wrong-key']).toContain(await outcomeOf(trial, office.older));
      expect(await outcomeOf(trial, office.newer)).toBe('targets 3');
      const names = await readdir(path.join(trial.publishers, trial.fingerprint));
      expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    });
  });

  test('is told as what it is', async () => {
    const office = await openOffice();
    const told: unknown[] = [];
    await onFailingDisk({ after: 3, kind: 'full' }, () => refreshIn(office, office.newer).catch((error: unknown) => told.push(error)));
    expect(told).toEqual([expect.objectContaining({ code: 'ENOSPC' })]);
  });
});

test('nothing is written outside of its own folder: the system’s folder for temporary files may lie on another disk, or be none', async () => {
  const office = await openOffice();
  const before = (await stat(path.join(office.publishers, office.fingerprint))).mtimeMs;
  vi.stubEnv('TMPDIR', '/nowhere').stubEnv('TEMP', '/nowhere').stubEnv('TMP', '/nowhere');
  try {
    expect(await outcomeOf(office, office.newer)).toBe('targets 3');
  } finally {
    vi.unstubAllEnvs();
  }
  expect((await stat(path.join(office.publishers, office.fingerprint))).mtimeMs).toBeGreaterThan(before);
  const sources = path.join(import.meta.dirname, '../../../../main/sync');
  const files = (await readdir(sources, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const texts = await Promise.all(files.map((name) => readFile(path.join(sources, name), 'utf8')));
  expect(texts.filter((text) => /tmpdir|downloadTarget|copyFile/.test(text))).toEqual([]);
});
