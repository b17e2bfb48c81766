import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Commit, JournalMark, JournalRecord, WorkOp } from '@shared/model/work.ts';
import type { Journal } from '../../../main/journal/journal.ts';
import { clockCommit, clocksOf, rowsOf, temporaryFolder, using } from '../../support/journals.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('党史', '\n', '\u2028', '"n":', '\ud800', ' {"n":1,"prev":""'),
);
const id = fc.constantFrom('a', 'b', 'c', '甲');
const op: fc.Arbitrary<WorkOp> = fc.oneof(
  fc.record({ id, attemptId: text, elapsedMs: fc.nat(), at: fc.nat() }).map((put) => ({ table: 'attemptClocks' as const, put })),
  fc.record({ id, personId: text, section: text, questionId: text, index: fc.nat() }).map((put) => ({ table: 'positions' as const, put })),
  fc.record({ table: fc.constantFrom('attemptClocks' as const, 'positions' as const), remove: id }),
);
const commit: fc.Arbitrary<Commit> = fc.record({ what: text, ops: fc.array(op, { minLength: 1, maxLength: 4 }) });
/** What one run of the program does: commits that are made at once, then perhaps a compaction. */
const run = fc.record({ commits: fc.array(commit, { maxLength: 6 }), compacts: fc.boolean() });
const runs = fc.array(run, { minLength: 1, maxLength: 5 });
const mayTakeLong = { numRuns: 60 };

/** The rows that a list of commits must lead to, computed apart from the journal. */
function foldOf(commits: readonly Commit[]): ReadonlyMap<string, unknown> {
  const rows = new Map<string, unknown>();
  for (const change of commits.flatMap(({ ops }) => ops)) {
    if ('put' in change) rows.set(`${change.table}/${change.put.id}`, change.put);
    else rows.delete(`${change.table}/${change.remove}`);
  }
  return rows;
}

const rowOf = (name: string) => ({ table: 'attemptClocks', row: { id: name, attemptId: name, elapsedMs: 1, at: 1 } });

async function everythingSince(journal: Journal, from: JournalMark, limit: number): Promise<readonly JournalRecord[]> {
  const records: JournalRecord[] = [];
  let mark = from;
  while (mark.n < journal.mark.n) {
    const reply = await journal.since(mark, limit);
    expect(reply).toMatchObject({ reset: false, last: journal.mark.n });
    expect(reply.records.length).toBeLessThanOrEqual(limit);
    records.push(...reply.records);
    mark = reply.mark;
  }
  expect(mark).toEqual(journal.mark);
  return records;
}

describe('laws', () => {
  test('whatever is committed, closed, compacted and reopened: the rows are those of the commits in order', async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (plan) => {
        const folder = temporaryFolder();
        const made: Commit[] = [];
        for (const { commits, compacts } of plan) {
          await using(folder, async (journal) => {
            expect(journal.repairs).toEqual([]);
            const marks = await Promise.all(commits.map((each) => journal.commit(each)));
            expect(marks.map(({ n }) => n)).toEqual(commits.map((_, index) => made.length + index + 1));
            made.push(...commits);
            if (compacts) await journal.compact();
            expect(await rowsOf(journal)).toEqual(foldOf(made));
          });
        }
        expect(await using(folder, rowsOf)).toEqual(foldOf(made));
      }),
      mayTakeLong,
    );
  });

  test('what was read up to a mark and what comes after it make the whole, for every mark and page length', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(commit, { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.integer({ min: 1, max: 5 }),
        async (commits, seed, limit) => {
          const folder = temporaryFolder();
          const marks: JournalMark[] = [{ n: 0, hash: '' }];
          const whole = await using(folder, async (journal) => {
            for (const each of commits) marks.push(await journal.commit(each));
            return everythingSince(journal, marks[0]!, limit);
          });
          expect(whole.map(({ what, ops }) => ({ what, ops }))).toEqual(commits);
          expect(whole.map(({ n, hash }) => ({ n, hash }))).toEqual(marks.slice(1));
          const from = seed % marks.length;
          expect(await using(folder, (reopened) => everythingSince(reopened, marks[from]!, limit))).toEqual(whole.slice(from));
        },
      ),
      mayTakeLong,
    );
  });
});

describe('since', () => {
  test('a mark that is not in the chain, beyond its end or before the snapshot resets; one at the snapshot does not', async () => {
    await using(temporaryFolder(), async (journal) => {
      const first = await journal.commit(clockCommit('a'));
      await journal.commit(clockCommit('b'));
      const resets = async (mark: JournalMark): Promise<boolean> => (await journal.since(mark, 10)).reset;
      expect(await resets({ n: 0, hash: '' })).toBe(false);
      expect(await resets(first)).toBe(false);
      expect(await resets({ n: 1, hash: journal.mark.hash })).toBe(true);
      expect(await resets({ n: 3, hash: journal.mark.hash })).toBe(true);

      await journal.compact();
      const atSnapshot = journal.mark;
      expect(await resets({ n: 0, hash: '' })).toBe(true);
      expect(await resets(first)).toBe(true);
      const third = await journal.commit(clockCommit('c'));
      const reply = await journal.since(atSnapshot, 10);
      expect(reply).toMatchObject({ reset: false, mark: third, last: 3 });
      expect(reply.records.map(({ n }) => n)).toEqual([3]);
    });
  });

  test('a reset names the snapshot, whose rows come first, and then the records behind it', async () => {
    await using(temporaryFolder(), async (journal) => {
      const first = await journal.commit(clockCommit('a'));
      const nothing = { n: 0, hash: '' };
      expect(await journal.since({ n: 1, hash: 'strange' }, 1)).toEqual({ reset: true, records: [], mark: nothing, last: 1 });
      expect(await journal.rows(nothing, 0)).toEqual({ rows: [], next: null });
      await journal.compact();
      await journal.commit(clockCommit('b'));
      expect(await journal.since(nothing, 1)).toEqual({ reset: true, records: [], mark: first, last: 2 });
      expect(await journal.rows(first, 0)).toEqual({ rows: [rowOf('a')], next: null });
      expect((await journal.since(first, 1)).records.map(({ n }) => n)).toEqual([2]);
      await journal.compact();
      expect(await journal.rows(first, 0)).toBeNull();
    });
  });

  test('what is read while commits and a compaction go on is of one moment', async () => {
    await using(temporaryFolder(), async (journal) => {
      for (let index = 0; index < 50; index++) await journal.commit(clockCommit(`a${index}`));
      const before = journal.mark;
      const compacting = journal.compact();
      const reading = Promise.all(
        Array.from({ length: 20 }, async () => {
          const { mark } = await journal.since({ n: 0, hash: 'strange' }, 1);
          return { mark, page: await journal.rows(mark, 0) };
        }),
      );
      const later = Array.from({ length: 50 }, (_, index) => journal.commit(clockCommit(`b${index}`)));
      for (const { mark, page } of await reading) if (page) expect(page.rows.length).toBe(mark.n);
      await Promise.all([compacting, ...later]);
      expect((await rowsOf(journal)).size).toBe(100);
      expect((await journal.since(before, 100)).records.length).toBe(50);
    });
  });
});

describe('files', () => {
  test('a new segment begins when the length is passed; compaction keeps two snapshots and what follows the older', async () => {
    const folder = temporaryFolder();
    await using(folder, async (journal) => {
      for (const name of ['a', 'b', 'c', 'd', 'e']) await journal.commit(clockCommit(name));
      expect(readdirSync(folder).sort()).toEqual(['journal-1.log', 'journal-4.log']);
      const length = journal.bytesSinceSnapshot;
      await journal.compact();
      expect(journal.bytesSinceSnapshot).toBeLessThan(length / 3);
      expect(readdirSync(folder).sort()).toEqual(['journal-1.log', 'journal-4.log', 'journal-6.log', 'snapshot-5.jsonl']);
      await journal.commit(clockCommit('f'));
      await journal.compact();
      expect(readdirSync(folder).sort()).toEqual(['journal-6.log', 'journal-7.log', 'snapshot-5.jsonl', 'snapshot-6.jsonl']);
      await journal.commit(clockCommit('g'));
      await journal.compact();
      expect(readdirSync(folder).sort()).toEqual(['journal-7.log', 'journal-8.log', 'snapshot-6.jsonl', 'snapshot-7.jsonl']);
    });
  });

  test('compacting what is compacted changes nothing, and calls at the same time share one compaction', async () => {
    const folder = temporaryFolder();
    await using(folder, async (journal) => {
      await journal.commit(clockCommit('a'));
      await Promise.all([journal.compact(), journal.compact()]);
      const files = readdirSync(folder).sort();
      await journal.compact();
      expect(readdirSync(folder).sort()).toEqual(files);
    });
  });

  test('a commit longer than the limit is refused and takes no number', async () => {
    await using(temporaryFolder(), async (journal) => {
      const huge = clockCommit('x'.repeat(16_000_001));
      const [refused, kept] = await Promise.allSettled([journal.commit(huge), journal.commit(clockCommit('a'))]);
      expect(refused.status).toBe('rejected');
      expect(kept).toMatchObject({ status: 'fulfilled', value: { n: 1 } });
      expect(await clocksOf(journal)).toEqual(['a']);
    });
  });
});
