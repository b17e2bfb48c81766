import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JournalRows } from '@shared/ipc/contract.ts';
import type { Commit, JournalMark } from '@shared/model/work.ts';
import { sealedLine } from '../../../main/journal/chain.ts';
import type { Journal } from '../../../main/journal/journal.ts';
import { clockCommit, rowsOf, temporaryFolder, using } from '../../support/journals.ts';

const rowOf = (id: string) => ({ table: 'attemptClocks', row: { id, attemptId: id, elapsedMs: 1, at: 1 } });
const long = (id: string): Commit => ({
  what: 'test',
  ops: [{ table: 'positions', put: { id, personId: '人'.repeat(100_000), section: '党章', questionId: 'q', index: 0 } }],
});

/** The lines of a snapshot as every version of the program has written them. */
function writtenBefore(folder: string, mark: JournalMark, ids: readonly string[]): void {
  const lines = [sealedLine({ snapshot: 1, ...mark, rows: ids.length }), ...ids.map((id) => sealedLine(rowOf(id)))].join('');
  const seal = sealedLine({ sha256: createHash('sha256').update(lines).digest('hex') });
  writeFileSync(path.join(folder, `snapshot-${mark.n}.jsonl`), lines + seal);
}

async function pagesOf(journal: Journal): Promise<readonly JournalRows[]> {
  const pages: JournalRows[] = [];
  for (let from: number | null = 0; from !== null;) {
    const page: JournalRows | null = await journal.rows(journal.mark, from);
    if (!page) throw new Error('the journal has a snapshot');
    pages.push(page);
    from = page.next;
  }
  return pages;
}

describe('a snapshot', () => {
  test('of an earlier version is read, and what the next one writes has the same lines', async () => {
    const folder = temporaryFolder();
    const mark = { n: 3, hash: 'a'.repeat(64) };
    writtenBefore(folder, mark, ['a', '甲', 'c']);
    await using(folder, async (journal) => {
      expect(journal.repairs).toEqual([]);
      expect(await journal.rows(mark, 0)).toEqual({ rows: [rowOf('a'), rowOf('甲'), rowOf('c')], next: null });
      const later = await journal.commit({ what: 'test', ops: [{ table: 'attemptClocks', remove: 'a' }, ...clockCommit('d').ops] });
      await journal.compact();
      const written = readFileSync(path.join(folder, 'snapshot-4.jsonl'), 'utf8');
      writtenBefore(folder, later, ['甲', 'c', 'd']);
      expect(written).toBe(readFileSync(path.join(folder, 'snapshot-4.jsonl'), 'utf8'));
    });
  });

  test('is given in short pages, which together are its rows', async () => {
    await using(temporaryFolder(), async (journal) => {
      const ids = Array.from({ length: 20 }, (_, index) => `row ${index}`);
      for (const id of ids) await journal.commit(long(id));
      await journal.compact();
      const pages = await pagesOf(journal);
      expect(pages.length).toBeGreaterThan(3);
      for (const { rows } of pages) expect(JSON.stringify(rows).length).toBeLessThan(1_000_000);
      expect(pages.flatMap(({ rows }) => rows).map(({ row }) => row.id)).toEqual(ids);
    });
  });

  test('with a line that was damaged after the start is neither given nor folded into the next', async () => {
    const folder = temporaryFolder();
    await using(folder, async (journal) => {
      await journal.commit(clockCommit('a'));
      await journal.compact();
      const file = path.join(folder, 'snapshot-1.jsonl');
      const whole = readFileSync(file, 'utf8');
      writeFileSync(file, whole.replace('"elapsedMs":1', '"elapsedMs":2'));
      await expect(journal.rows(journal.mark, 0)).rejects.toThrow('has changed on the disk');
      await journal.commit(clockCommit('b'));
      await expect(journal.compact()).rejects.toThrow('has changed on the disk');
      writeFileSync(file, whole);
      await journal.compact();
      expect([...(await rowsOf(journal)).keys()]).toEqual(['attemptClocks/a', 'attemptClocks/b']);
    });
  });

  test('is not read from where no line begins', async () => {
    await using(temporaryFolder(), async (journal) => {
      await journal.commit(clockCommit('a'));
      await journal.compact();
      for (const from of [1, 7, 100_000]) await expect(journal.rows(journal.mark, from)).rejects.toThrow('has changed on the disk');
    });
  });
});
