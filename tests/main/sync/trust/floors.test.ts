import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Journal } from '../../../../main/journal/journal.ts';
import { journalFloors } from '../../../../main/sync/trust/journal-floors.ts';
import { openPublisher } from '../../../../main/sync/trust/publishers.ts';
import { clockCommit, openIn, temporaryFolder } from '../../../support/journals.ts';
import { newSigner } from '../foreign-repository.ts';
import { memoryFloors, openOffice, outcomeOf, type Office } from './office.ts';

const homeOf = ({ publishers, fingerprint }: Office): string => path.join(publishers, fingerprint);

async function remove(office: Office, pattern: RegExp): Promise<void> {
  for (const name of await readdir(homeOf(office))) if (pattern.test(name)) await rm(path.join(homeOf(office), name));
}

async function damage(office: Office, ...names: readonly string[]): Promise<void> {
  for (const name of names) await writeFile(path.join(homeOf(office), name), '\0'.repeat(300));
}

describe('an older stick stays out', () => {
  test.each<[string, (office: Office) => Promise<void>]>([
    ['the trusted metadata was lost', (office) => remove(office, /^trusted/)],
    ['the trusted metadata was damaged', (office) => damage(office, 'trusted.json', 'trusted.copy.json')],
    [
      'the trusted metadata was lost and a copy of the floor damaged',
      async (office) => {
        await remove(office, /^trusted/);
        await damage(office, 'floor.json');
      },
    ],
    [
      'the trusted metadata was lost and the other copy of the floor',
      async (office) => {
        await remove(office, /^(?:trusted|floor\.copy)/);
      },
    ],
    ['the floor was lost', (office) => remove(office, /^floor/)],
    [
      'one copy of the trusted metadata was damaged and the floor lost',
      async (office) => {
        await damage(office, 'trusted.json');
        await remove(office, /^floor/);
      },
    ],
  ])('when %s', async (_what, lose) => {
    const office = await openOffice();
    await lose(office);
    expect(await outcomeOf(office, office.older)).toBe('older');
    expect(await outcomeOf(office, office.newer)).toBe('targets 3');
    expect(await outcomeOf(office, office.accepted)).toBe('wrong-key');
  });

  test.each(['everything but the first root', 'the whole folder of publishers'])('by the journal, when %s was lost', async (what) => {
    const floors = memoryFloors();
    const office = await openOffice(floors);
    if (what === 'the whole folder of publishers') await rm(office.publishers, { recursive: true });
    else await remove(office, /^(?:trusted|floor)/);
    expect(await outcomeOf(office, office.older, floors)).toBe('older');
    expect(await outcomeOf(office, office.accepted, floors)).toBe('targets 2');
    expect(await outcomeOf(office, office.newer, floors)).toBe('targets 3');
  });

  test('and without a journal the loss of all is the loss of the floor: the case that the journal is for', async () => {
    const office = await openOffice();
    await rm(office.publishers, { recursive: true });
    expect(await outcomeOf(office, office.older)).toBe('targets 1');
  });
});

test('a lost first root is taken from a source only if it is the one that was trusted', async () => {
  const office = await openOffice();
  const stranger = await openOffice();
  await rm(office.publishers, { recursive: true });
  expect(await outcomeOf(office, stranger.newer)).toBe('wrong-key');
  expect(await outcomeOf(office, office.newer)).toBe('targets 3');
});

describe('the newest instant of publishing', () => {
  const { signal } = new AbortController();
  const far = '2098-06-01T00:00:00.000Z';

  test('grows and never falls', async () => {
    const floors = memoryFloors();
    const office = await openOffice(floors);
    const publisher = await openPublisher(office.publishers, office.fingerprint, floors);
    for (const [issued, then] of [
      ['2026-09-01T00:00:00Z', '2026-09-01T00:00:00Z'],
      ['2026-08-01T00:00:00Z', '2026-09-01T00:00:00Z'],
      ['2026-09-01T08:00:00+09:00', '2026-09-01T00:00:00Z'],
    ]) {
      await publisher.accept(issued!);
      expect([await publisher.issued(), floors.kept.get(office.fingerprint)?.issued]).toEqual([then, then]);
    }
  });

  test('makes what expired before it expired, and a rotation of keys forgets one that a wrong clock had set', async () => {
    const office = await openOffice();
    const publisher = await openPublisher(office.publishers, office.fingerprint);
    await publisher.accept('2099-06-01T00:00:00Z');
    expect(await outcomeOf(office, office.accepted)).toBe('expired');
    // The newer one brings a root with another timestamp key: in the very same refresh the poisoned instant is gone.
    expect(await outcomeOf(office, office.newer)).toBe('targets 3');
    expect(await publisher.issued()).toBe('');
    await publisher.accept(far);
    office.repository.signers = { ...office.repository.signers, snapshot: [newSigner()] };
    await office.repository.publishRoot();
    await office.repository.publish({ 'a.txt': 'four' });
    expect(await outcomeOf(office, office.repository.directory)).toBe('targets 4');
    expect(await publisher.issued()).toBe(far); // the key of the snapshot says nothing about what is newest
    signal.throwIfAborted();
  });
});

describe('the journal', () => {
  async function journalIn(folder: string): Promise<Journal> {
    const journal = await openIn(folder);
    onTestFinished(() => journal.close());
    return journal;
  }

  test('keeps the last floor of each publisher, before and after it is folded', async () => {
    const folder = temporaryFolder();
    const journal = await journalIn(folder);
    const floors = journalFloors(async () => journal);
    const { kept } = await floorsOf(2);
    const all = [...kept];
    for (const [id, floor] of all) await floors.keep(id, { ...floor, root: 0 });
    for (let count = 0; count < 30; count++) await journal.commit(clockCommit(`c${count}`));
    for (const [id, floor] of all) await floors.keep(id, floor);
    const readAll = (from: Journal) => Promise.all(all.map(([id]) => journalFloors(async () => from).read(id)));
    expect(await readAll(journal)).toEqual(all.map(([, floor]) => floor));
    await journal.compact();
    await journal.commit(clockCommit('later'));
    expect(await readAll(journal)).toEqual(all.map(([, floor]) => floor));
    expect(await journalFloors(async () => journal).read('nobody')).toBe(null);
  });

  test('is only written to when the floor has risen', async () => {
    const journal = await journalIn(temporaryFolder());
    const floors = journalFloors(async () => journal);
    const office = await openOffice(floors);
    const { n } = journal.mark;
    expect(n).toBe(1);
    await outcomeOf(office, office.accepted, floors);
    expect(journal.mark.n).toBe(n);
    await outcomeOf(office, office.newer, floors);
    expect(journal.mark.n).toBe(n + 1);
  });

  async function floorsOf(count: number) {
    const floors = memoryFloors();
    for (let office = 0; office < count; office++) await openOffice(floors);
    return floors;
  }
});
