import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { Correction } from '@shared/model/bank.ts';
import type { Journal } from '../../../main/journal/journal.ts';
import { database } from '../../../renderer/data/database.ts';
import { catchUp, commit } from '../../../renderer/data/work.ts';
import { openIn, temporaryFolder } from '../../support/journals.ts';
import { clock, connect, freshDatabase, workRows } from './work-tables.ts';

const correction = (at: number): Correction => ({
  id: `c-${at}`,
  questionId: 'q',
  package: 'party',
  version: 1,
  stem: '题'.repeat(30_000),
  text: '说明',
  personName: '',
  unitName: '',
  at,
  reply: null,
});

beforeEach(freshDatabase);

/** A journal whose snapshot is several pages long, with a commit behind it; the database has lost everything. */
async function snapshotOfPages() {
  const journal = await openIn(temporaryFolder(), 10_000_000);
  onTestFinished(() => journal.close());
  connect(journal);
  for (let at = 0; at < 50; at += 1) await commit('test', [{ table: 'corrections', put: correction(at) }, clock(`${at}`)]);
  await journal.compact();
  await commit('test', [clock('0', 9), { table: 'corrections', remove: 'c-1' }]);
  const rows = await workRows();
  await freshDatabase();
  return { journal, rows };
}

/** Runs something when a page behind the first is asked for, instead of giving it or before. */
function atSecondPage(journal: Journal, interrupt: () => Promise<void>): void {
  const rowsOf = journal.rows.bind(journal);
  vi.spyOn(journal, 'rows')
    .mockImplementationOnce(rowsOf)
    .mockImplementationOnce(async (snapshot, from) => {
      await interrupt();
      return rowsOf(snapshot, from);
    });
}

it('takes a long snapshot page by page, and then what lies behind it', async () => {
  const { journal, rows } = await snapshotOfPages();
  const asked = vi.spyOn(journal, 'rows');
  await catchUp(false);
  expect(asked.mock.calls.length).toBeGreaterThan(3);
  expect(await workRows()).toEqual(rows);
});

it('begins again when it was stopped half-way, and never takes the half for the whole', async () => {
  const { journal, rows } = await snapshotOfPages();
  atSecondPage(journal, async () => Promise.reject(new Error('stopped')));
  await expect(catchUp(false)).rejects.toThrow('stopped');
  await vi.waitFor(async () => expect(await database.corrections.count()).toBeGreaterThan(0));
  expect(await database.meta.get('applied')).toBeUndefined();
  await catchUp(false);
  expect(await workRows()).toEqual(rows);
});

it('begins again when the journal is folded meanwhile', async () => {
  const { journal, rows } = await snapshotOfPages();
  atSecondPage(journal, () => journal.compact());
  await catchUp(false);
  expect(await workRows()).toEqual(rows);
  expect((await database.meta.get('applied'))?.n).toBe(51);
});
