import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed } from '@shared/model/failure.ts';
import type { JournalMark } from '@shared/model/work.ts';
import type { Journal } from '../../../main/journal/journal.ts';
import { database } from '../../../renderer/data/database.ts';
import { catchUp, commit, confirm, connectJournal } from '../../../renderer/data/work.ts';
import { openIn, rowsOf, temporaryFolder, using } from '../../support/journals.ts';
import { clock, connect, freshDatabase, position, someCommits, workRows } from './work-tables.ts';

/** Long enough that a journal stays in one file. */
const oneFile = 1_000_000;

let open: Journal[] = [];
beforeEach(freshDatabase);
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(open.map((journal) => journal.close()));
  open = [];
});

async function journalIn(folder: string, segmentBytes = oneFile): Promise<Journal> {
  const journal = await openIn(folder, segmentBytes);
  open.push(journal);
  connect(journal);
  return journal;
}

/** Tables of the database as the journal would have them. */
async function inJournal(journal: Journal): Promise<readonly string[]> {
  return [...(await rowsOf(journal)).keys()].toSorted();
}

const inDatabase = async (): Promise<readonly string[]> =>
  Object.entries(await workRows())
    .flatMap(([table, rows]) => rows.map((row) => `${table}/${(row as { readonly id: string }).id}`))
    .toSorted();

describe('the database is a projection of the journal', () => {
  it('is the same after any commits, deleted and caught up, with or without a snapshot', async () => {
    await fc.assert(
      fc.asyncProperty(someCommits, fc.nat(20), async (commits, compactAt) => {
        await freshDatabase();
        const journal = await journalIn(temporaryFolder(), 600);
        for (const [place, { what, ops }] of commits.entries()) {
          expect(await commit(what, ops)).toEqual(succeed(null));
          if (place === compactAt) await journal.compact();
        }
        const before = await workRows();
        const mark = await database.meta.get('applied');
        await freshDatabase();
        await catchUp(false);
        expect(await workRows()).toEqual(before);
        expect((await database.meta.get('applied'))?.hash).toBe(mark?.hash ?? '');
      }),
      { numRuns: 40 },
    );
  });

  it('catches up from where a database stopped', async () => {
    const journal = await journalIn(temporaryFolder());
    await commit('test', [clock('a'), position('p')]);
    await journal.commit({ what: 'test', ops: [clock('a', 7), { table: 'positions', remove: 'p' }] });
    await catchUp(false);
    expect(await workRows()).toMatchObject({ attemptClocks: [{ id: 'a', elapsedMs: 7 }], positions: [] });
  });

  it('applies commits made at once in the order of the calls, also confirmed ones', async () => {
    await journalIn(temporaryFolder());
    const numbers = Array.from({ length: 30 }, (_, index) => index);
    await Promise.all(numbers.map((index) => (index % 2 === 0 ? commit : confirm)('test', [clock('same', index)])));
    await commit('test', [clock('end')]);
    expect(await database.attemptClocks.get('same')).toMatchObject({ elapsedMs: 29 });
  });

  it('sends a commit only when the one before it was answered', async () => {
    const answers: ((mark: JournalMark) => void)[] = [];
    connectJournal({
      commit: async () => succeed(await new Promise<JournalMark>((resolve) => answers.push(resolve))),
      since: async (mark) => ({ reset: false, records: [], mark, last: mark.n }),
      rows: async () => null,
    });
    const both = Promise.all([confirm('test', [clock('a', 1)]), commit('test', [clock('a', 2)])]);
    for (const n of [1, 2]) {
      await vi.waitFor(() => expect(answers).toHaveLength(n));
      await database.meta.toArray(); // time enough for another one
      expect(answers).toHaveLength(n);
      answers[n - 1]!({ n, hash: `hash ${n}` });
    }
    await both;
    expect(await database.attemptClocks.get('a')).toMatchObject({ elapsedMs: 2 });
  });

  it('confirms only what the journal has, and refuses what it refuses without a trace', async () => {
    connectJournal({
      commit: async () => fail('disk-full'),
      since: async (mark) => ({ reset: false, records: [], mark, last: mark.n }),
      rows: async () => null,
    });
    expect(await commit('test', [clock('a')])).toEqual(fail('disk-full'));
    expect(await confirm('test', [clock('a')])).toEqual(fail('disk-full'));
    expect(await inDatabase()).toEqual([]);
  });

  it('goes on after a commit that broke', async () => {
    const journal = await journalIn(temporaryFolder());
    vi.spyOn(journal, 'commit').mockRejectedValueOnce(new Error('broken'));
    await expect(commit('test', [clock('a')])).rejects.toThrow('broken');
    expect(await commit('test', [clock('b')])).toEqual(succeed(null));
    expect(await inDatabase()).toEqual(['attemptClocks/b']);
  });
});

describe('a database that refuses', () => {
  it('is reopened and gets what the journal has', async () => {
    await journalIn(temporaryFolder());
    await commit('test', [clock('a')]);
    database.close();
    expect(await commit('test', [clock('b')])).toEqual(succeed(null));
    expect(await inDatabase()).toEqual(['attemptClocks/a', 'attemptClocks/b']);
  });

  it('gets with the next commit what it refused twice', async () => {
    await journalIn(temporaryFolder());
    const refusal = new Error('QuotaExceededError');
    vi.spyOn(database, 'transaction').mockRejectedValueOnce(refusal).mockRejectedValueOnce(refusal);
    await expect(commit('test', [clock('a')])).rejects.toBe(refusal);
    await commit('test', [clock('b')]);
    expect(await inDatabase()).toEqual(['attemptClocks/a', 'attemptClocks/b']);
  });
});

describe('a journal that knows less than the database', () => {
  it('gets all rows back when it was lost', async () => {
    const before = await journalIn(temporaryFolder());
    for (const name of ['a', 'b', 'c']) await commit('test', [clock(name), position(name)]);
    const rows = await workRows();
    const journal = await journalIn(temporaryFolder());
    await catchUp(false);
    expect(await workRows()).toEqual(rows);
    expect(await inJournal(journal)).toEqual(await inJournal(before));
    await freshDatabase();
    await catchUp(false);
    expect(await workRows()).toEqual(rows);
  });

  it('keeps what it has itself, and both hold all of it', async () => {
    await journalIn(temporaryFolder());
    for (const name of ['a', 'b', 'c']) await commit('test', [clock(name)]);
    const other = await journalIn(temporaryFolder());
    await other.commit({ what: 'test', ops: [clock('other')] });
    await catchUp(false);
    expect(await inDatabase()).toEqual(['a', 'b', 'c', 'other'].map((name) => `attemptClocks/${name}`));
    expect(await inDatabase()).toEqual(await inJournal(other));
  });

  it('gets the rest when the program was stopped half-way through giving the rows back', async () => {
    await journalIn(temporaryFolder());
    await commit('test', [clock('a'), position('a')]); // one record, which needs two to be given back
    const rows = await workRows();
    const journal = await journalIn(temporaryFolder());
    const commitOf = journal.commit.bind(journal);
    vi.spyOn(journal, 'commit').mockImplementationOnce(commitOf).mockRejectedValueOnce(new Error('stopped'));
    await expect(catchUp(false)).rejects.toThrow('stopped');
    await catchUp(false);
    expect(await workRows()).toEqual(rows);
    expect(await inDatabase()).toEqual(await inJournal(journal));
  });

  /** Spoils one line of a journal's only file, counted from 1 behind its head. */
  function spoilRecord(folder: string, number: number): void {
    const file = path.join(folder, 'journal-1.log');
    const lines = readFileSync(file, 'utf8').split('\n');
    lines[number] = lines[number]!.replace('attemptClocks', 'attemptClOcks');
    writeFileSync(file, lines.join('\n'));
  }

  async function closedJournal(commits: readonly string[]): Promise<string> {
    const folder = temporaryFolder();
    const journal = await openIn(folder, oneFile);
    connect(journal);
    for (const name of commits) await commit('test', [clock(name)]);
    await journal.close();
    return folder;
  }

  it.each([1, 2, 3])('gets back what damage of record %i cost it', async (number) => {
    const folder = await closedJournal(['a', 'b', 'c']);
    spoilRecord(folder, number);
    const rows = await workRows();
    const journal = await journalIn(folder);
    expect(journal.repairs).toEqual([{ kind: 'journal-damaged', amount: 1 }]);
    expect(await inJournal(journal)).toHaveLength(2);
    await catchUp(true);
    expect(await workRows()).toEqual(rows);
    expect(await inJournal(journal)).toEqual(['attemptClocks/a', 'attemptClocks/b', 'attemptClocks/c']);
  });

  it('gets back what only a database that is behind it still shows, and keeps its own newer rows', async () => {
    const folder = await closedJournal(['a', 'b']);
    await using(folder, (journal) => journal.commit({ what: 'test', ops: [clock('b', 9)] }), oneFile);
    spoilRecord(folder, 1);
    const journal = await journalIn(folder);
    await catchUp(true);
    const wanted = [expect.objectContaining({ id: 'a', elapsedMs: 1 }), expect.objectContaining({ id: 'b', elapsedMs: 9 })] as unknown[];
    expect((await workRows())['attemptClocks']).toEqual(wanted);
    expect(await inJournal(journal)).toEqual(['attemptClocks/a', 'attemptClocks/b']);
  });

  it('takes a fresh database for no reason to write anything', async () => {
    const folder = await closedJournal(['a', 'b', 'c']);
    spoilRecord(folder, 2);
    await freshDatabase();
    const journal = await journalIn(folder);
    const mark = journal.mark;
    await catchUp(true);
    expect(journal.mark).toEqual(mark);
    expect(await inDatabase()).toEqual(['attemptClocks/a', 'attemptClocks/c']);
  });

  it('a lost folder is a new journal', async () => {
    const folder = await closedJournal(['a']);
    rmSync(folder, { recursive: true });
    const journal = await journalIn(folder);
    await catchUp(false);
    expect(await inJournal(journal)).toEqual(['attemptClocks/a']);
  });
});
