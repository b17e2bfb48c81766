import { expect, it } from 'vitest';
import type { Correction } from '@shared/model/bank.ts';
import { database } from '../../../renderer/data/database.ts';
import { catchUp, commit } from '../../../renderer/data/work.ts';
import { openIn, rowsOf, temporaryFolder } from '../../support/journals.ts';
import { connect, freshDatabase } from './work-tables.ts';

const oneFile = 100_000_000;
const long = (at: number): Correction => ({
  id: `c-${at}`,
  questionId: 'q',
  package: 'party',
  version: 1,
  stem: '题'.repeat(32_000),
  text: '说明',
  personName: '',
  unitName: '',
  at,
  reply: null,
});

it('gives rows that are too long for one line of the journal back to one that was lost', async () => {
  await freshDatabase();
  const rows = Array.from({ length: 520 }, (_, at) => long(at)); // more than 16 million characters
  const lost = await openIn(temporaryFolder(), oneFile);
  connect(lost);
  await commit('test', [{ table: 'corrections', put: rows[0]! }]);
  await database.corrections.bulkPut(rows);
  const journal = await openIn(temporaryFolder(), oneFile);
  connect(journal);
  await catchUp(false);
  expect((await rowsOf(journal)).size).toBe(rows.length);
  expect(await database.corrections.count()).toBe(rows.length);
  await Promise.all([lost.close(), journal.close()]);
});
