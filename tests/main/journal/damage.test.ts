import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sealedLine } from '../../../main/journal/chain.ts';
import { clockCommit, clocksOf, openIn, temporaryFolder, using, withCopy } from '../../support/journals.ts';

const names = ['a', 'b', 'c', 'd'];

/** A journal with one record a name, in one file unless said otherwise. */
async function journalOf(records: readonly string[], segmentBytes = 1_000_000): Promise<string> {
  const folder = temporaryFolder();
  await using(
    folder,
    async (journal) => {
      for (const name of records) await journal.commit(clockCommit(name));
    },
    segmentBytes,
  );
  return folder;
}

/** Offsets behind the line feeds of a file. */
function lineEnds(bytes: Buffer): readonly number[] {
  return [...bytes.entries()].filter(([, byte]) => byte === 10).map(([offset]) => offset + 1);
}

/** Opens twice: the first opening mends, the second must find nothing to mend, the same rows, and a journal that works. */
async function mend(folder: string) {
  const { repairs, clocks, mark } = await using(folder, async (journal) => ({
    repairs: journal.repairs,
    clocks: await clocksOf(journal),
    mark: journal.mark,
  }));
  await using(folder, async (journal) => {
    expect(journal.repairs).toEqual([]);
    expect(journal.mark).toEqual(mark);
    expect(await clocksOf(journal)).toEqual(clocks);
    expect(await journal.commit(clockCommit('later'))).toMatchObject({ n: mark.n + 1 });
    expect(await clocksOf(journal)).toEqual([...clocks, 'later'].sort());
  });
  return { repairs, clocks };
}

function change(folder: string, name: string, edit: (bytes: Buffer) => Buffer): Buffer {
  const file = path.join(folder, name);
  const edited = edit(readFileSync(file));
  writeFileSync(file, edited);
  return edited;
}

function flip(bytes: Buffer, offset: number, bit = offset % 8): Buffer {
  bytes[offset] = bytes[offset]! ^ (1 << bit);
  return bytes;
}

/** The damaged bytes are kept aside as they were. */
function isKept(folder: string, damaged: Buffer): boolean {
  const aside = path.join(folder, 'damaged');
  return existsSync(aside) && readdirSync(aside).some((name) => readFileSync(path.join(aside, name)).equals(damaged));
}

describe('torn tail', () => {
  test('cut at every byte of the last record, nothing before it is lost', async () => {
    const folder = await journalOf(names);
    const whole = readFileSync(path.join(folder, 'journal-1.log'));
    const begin = lineEnds(whole).at(-2)!;
    for (let length = begin; length < whole.length; length++) {
      await withCopy(folder, async (copy) => {
        truncateSync(path.join(copy, 'journal-1.log'), length);
        const { repairs, clocks } = await mend(copy);
        expect(clocks).toEqual(['a', 'b', 'c']);
        expect(repairs).toEqual(length === begin ? [] : [{ kind: 'journal-tail-cut', amount: length - begin }]);
      });
    }
  });

  test('zeros behind the last record are cut', async () => {
    const folder = await journalOf(names);
    change(folder, 'journal-1.log', (bytes) => Buffer.concat([bytes, Buffer.alloc(5_000)]));
    expect(await mend(folder)).toEqual({ repairs: [{ kind: 'journal-tail-cut', amount: 5_000 }], clocks: names });
  });
});

describe('damage in the middle', () => {
  test('a bit flipped in any byte costs at most the record of that line; the file is kept and the loss is told', async () => {
    const folder = await journalOf(['a', 'b', 'c']);
    const whole = readFileSync(path.join(folder, 'journal-1.log'));
    const ends = lineEnds(whole);
    for (let offset = 0; offset < whole.length; offset++) {
      await withCopy(folder, async (copy) => {
        const damaged = change(copy, 'journal-1.log', (bytes) => flip(bytes, offset));
        const { repairs, clocks } = await mend(copy);
        const line = ends.findIndex((end) => offset < end); // line 0 is the header
        const others = ['a', 'b', 'c'].filter((_, index) => index !== line - 1);
        expect(clocks).toEqual(expect.arrayContaining(others));
        expect(repairs).toEqual([{ kind: 'journal-damaged', amount: 3 - clocks.length }]);
        expect(isKept(copy, damaged)).toBe(true);
      });
    }
  });

  test('a record whose printed hash is damaged is proven by the record behind it', async () => {
    const folder = await journalOf(names);
    change(folder, 'journal-1.log', (bytes) => flip(bytes, lineEnds(bytes)[1]! + 3));
    expect(await mend(folder)).toEqual({ repairs: [{ kind: 'journal-damaged', amount: 0 }], clocks: names });
  });

  test('a zeroed stretch costs no record that it does not touch', async () => {
    const records = Array.from({ length: 30 }, (_, index) => `r${String(index).padStart(2, '0')}`);
    const folder = await journalOf(records);
    const whole = readFileSync(path.join(folder, 'journal-1.log'));
    const ends = lineEnds(whole);
    for (let start = ends[0]!; start + 512 < ends.at(-2)!; start += 777) {
      await withCopy(folder, async (copy) => {
        change(copy, 'journal-1.log', (bytes) => bytes.fill(0, start, start + 512));
        const untouched = records.filter((_, index) => ends[index + 1]! - 1 <= start || ends[index]! >= start + 512);
        const { repairs, clocks } = await mend(copy);
        expect(clocks).toEqual(expect.arrayContaining(untouched));
        expect(clocks.length - untouched.length).toBeLessThanOrEqual(1); // one of which only the printed hash was hit
        expect(repairs).toEqual([{ kind: 'journal-damaged', amount: records.length - clocks.length }]);
      });
    }
  });

  test('lines that were exchanged, doubled or taken out are noticed', async () => {
    const folder = await journalOf(names);
    const lines = readFileSync(path.join(folder, 'journal-1.log'), 'utf8').split(/(?<=\n)/);
    const [header, a, b, c, d] = lines;
    const cases = [
      { order: [header, a, c, d], lost: 1 },
      { order: [header, a, b, b, c, d], lost: 0 },
      { order: [header, b, c, d], lost: 1 },
      { order: [a, b, c, d], lost: 0 },
    ];
    for (const { order, lost } of cases) {
      await withCopy(folder, async (copy) => {
        change(copy, 'journal-1.log', () => Buffer.from(order.join('')));
        const { repairs, clocks } = await mend(copy);
        expect(repairs).toEqual([{ kind: 'journal-damaged', amount: lost }]);
        expect(clocks).toHaveLength(names.length - lost);
      });
    }
  });

  test('each file emptied, filled with noise or deleted costs its own records only', async () => {
    const records = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const folder = await journalOf(records, 600); // a b c · d e · f g
    const held = { 'journal-1.log': ['a', 'b', 'c'], 'journal-4.log': ['d', 'e'], 'journal-6.log': ['f', 'g'] };
    for (const [name, own] of Object.entries(held)) {
      const others = records.filter((record) => !own.includes(record));
      for (const edit of [() => Buffer.alloc(0), () => Buffer.alloc(4_096, 0xa5), () => Buffer.from('\n')]) {
        await withCopy(folder, async (copy) => {
          change(copy, name, edit);
          expect((await mend(copy)).clocks).toEqual(others);
        });
      }
      await withCopy(folder, async (copy) => {
        rmSync(path.join(copy, name));
        expect((await mend(copy)).clocks).toEqual(others);
      });
    }
  });
});

describe('snapshots', () => {
  /** Snapshots after b and d, then e. */
  async function compactedTwice(): Promise<string> {
    const folder = temporaryFolder();
    await using(folder, async (journal) => {
      for (const name of ['a', 'b']) await journal.commit(clockCommit(name));
      await journal.compact();
      for (const name of ['c', 'd']) await journal.commit(clockCommit(name));
      await journal.compact();
      await journal.commit(clockCommit('e'));
    });
    return folder;
  }
  const all = ['a', 'b', 'c', 'd', 'e'];

  test('a bit flipped in the newest costs nothing, in every fifth byte', async () => {
    const folder = await compactedTwice();
    const { length } = readFileSync(path.join(folder, 'snapshot-4.jsonl'));
    for (let offset = 0; offset < length; offset += 5) {
      await withCopy(folder, async (copy) => {
        const damaged = change(copy, 'snapshot-4.jsonl', (bytes) => flip(bytes, offset));
        expect(await mend(copy)).toEqual({ repairs: [{ kind: 'journal-damaged', amount: 0 }], clocks: all });
        expect(isKept(copy, damaged)).toBe(true);
      });
    }
  });

  test('the newest cut short or empty costs nothing', async () => {
    const folder = await compactedTwice();
    const { length } = readFileSync(path.join(folder, 'snapshot-4.jsonl'));
    for (const kept of [0, 1, 64, Math.floor(length / 2), length - 1]) {
      await withCopy(folder, async (copy) => {
        truncateSync(path.join(copy, 'snapshot-4.jsonl'), kept);
        expect((await mend(copy)).clocks).toEqual(all);
      });
    }
  });

  test('the newest deleted costs nothing', async () => {
    const folder = await compactedTwice();
    rmSync(path.join(folder, 'snapshot-4.jsonl'));
    expect((await mend(folder)).clocks).toEqual(all);
  });

  test('the newest damaged and a record between the two as well: its rows come from the damaged snapshot', async () => {
    const folder = await compactedTwice();
    change(folder, 'snapshot-4.jsonl', (bytes) => flip(bytes, lineEnds(bytes)[0]! + 100)); // the row of a
    change(folder, 'journal-3.log', (bytes) => flip(bytes, lineEnds(bytes)[0]! + 100)); // the record of c
    expect((await mend(folder)).clocks).toEqual(all);
  });

  test('both damaged: a row is lost only where neither snapshot nor a record behind them proves it', async () => {
    const folder = await compactedTwice();
    const rowOf = (bytes: Buffer, row: number): number => lineEnds(bytes)[row]! + 100;
    change(folder, 'snapshot-2.jsonl', (bytes) => flip(bytes, rowOf(bytes, 0))); // a
    change(folder, 'snapshot-4.jsonl', (bytes) => flip(bytes, rowOf(bytes, 1))); // b
    await withCopy(folder, async (copy) => expect((await mend(copy)).clocks).toEqual(all));
    change(folder, 'snapshot-4.jsonl', (bytes) => flip(bytes, rowOf(bytes, 0)));
    expect(await mend(folder)).toEqual({ repairs: [{ kind: 'journal-damaged', amount: 1 }], clocks: ['b', 'c', 'd', 'e'] });
  });

  test('the only one damaged: the segments from the beginning are still there', async () => {
    const folder = await journalOf(names);
    await using(folder, (journal) => journal.compact());
    change(folder, 'snapshot-4.jsonl', (bytes) => bytes.fill(0));
    expect(await mend(folder)).toEqual({ repairs: [{ kind: 'journal-damaged', amount: 0 }], clocks: names });
  });
});

test('opening twice after damage that is met again does not pile up copies', async () => {
  const folder = await journalOf(names);
  const damaged = change(folder, 'journal-1.log', (bytes) => flip(bytes, 300));
  await mend(folder);
  rmSync(path.join(folder, 'snapshot-4.jsonl'), { force: true });
  await using(folder, async () => undefined);
  expect(
    readdirSync(path.join(folder, 'damaged')).filter((name) => readFileSync(path.join(folder, 'damaged', name)).equals(damaged)),
  ).toHaveLength(1);
});

test('leftovers of a write that was killed are swept away', async () => {
  const folder = await journalOf(names);
  writeFileSync(path.join(folder, 'snapshot-4.jsonl.tmp'), 'half');
  expect(await mend(folder)).toEqual({ repairs: [], clocks: names });
  expect(readdirSync(folder)).not.toContain('snapshot-4.jsonl.tmp');
});

test('a journal of a newer program is refused and left as it is', async () => {
  const folder = temporaryFolder();
  const newer = sealedLine({ journal: 2, first: 1, prev: '' });
  writeFileSync(path.join(folder, 'journal-1.log'), newer);
  await expect(openIn(folder)).rejects.toThrow('newer version');
  expect(readFileSync(path.join(folder, 'journal-1.log'), 'utf8')).toBe(newer);
});
