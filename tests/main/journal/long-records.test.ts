import { expect, it } from 'vitest';
import type { Commit } from '@shared/model/work.ts';
import { openIn, rowsOf, temporaryFolder } from '../../support/journals.ts';

const millions = 1_000_000;
const long = (id: string): Commit => ({
  what: 'test',
  ops: [{ table: 'positions', put: { id, personId: 'person', section: 'x'.repeat(9 * millions), questionId: 'q', index: 0 } }],
});

it('gives long records in short pages, one at least, and holds the rows of all', async () => {
  const journal = await openIn(temporaryFolder(), 20 * millions);
  for (const id of ['a', 'b', 'c', 'd']) await journal.commit(long(id));
  await journal.commit({ what: 'test', ops: [{ table: 'positions', remove: 'a' }] });
  const pages: (readonly number[])[] = [];
  for (let mark = { n: 0, hash: '' }; mark.n < journal.mark.n;) {
    const replay = await journal.since(mark, 100);
    pages.push(replay.records.map(({ n }) => n));
    ({ mark } = replay);
  }
  expect(pages).toEqual([[1], [2], [3], [4], [5]]);
  expect([...(await rowsOf(journal)).keys()]).toEqual(['positions/b', 'positions/c', 'positions/d']);
  await journal.close();
});
