import { rename, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { folderReader } from '../../../../main/sync/sources/folder-reader.ts';
import { watched, type Reader } from '../../../../main/sync/sources/reader.ts';
import { fetchBlocks } from '../../../../main/sync/transfer/fetch-blocks.ts';
import { broken, openCellar, openShelf, spoiltReader, wholeOf } from './support.ts';

vi.mock(import('../../../../main/limits.ts'), async (load) => {
  const { limits } = await load();
  return { limits: { ...limits, firstRetry: 1, idleTimeout: 300 } as unknown as typeof limits };
});

const good = (folder: string): Reader => folderReader(folder, 'a good source');
const same = (chunk: Uint8Array): Uint8Array => chunk;
/** A source that breaks off in each opening as soon as it has given so many bytes. */
const cutAfter = (folder: string, length: number) => {
  const given = new Map<number, number>();
  return spoiltReader(folder, (chunk, _at, opening) => {
    const before = given.get(opening) ?? 0;
    if (before >= length) throw broken();
    given.set(opening, before + chunk.length);
    return chunk;
  });
};

describe('fetching', () => {
  test('brings every file once, however many come at the same time', async () => {
    const shelf = await openShelf(0, 1, 70_000, 300_000, 150_000, 90_000);
    const cellar = await openCellar();
    const { reader, opened } = spoiltReader(shelf.folder, same);
    const counted: number[] = [];
    expect(await cellar.fetch(shelf, [reader], { onBytes: (bytes) => counted.push(bytes) })).toBeNull();
    expect(await cellar.held()).toEqual(wholeOf(shelf));
    expect(counted.at(-1)).toBe(610_001);
    const asked = shelf.wanted.map(({ sha256 }) => `${sha256}.f 0`).slice(1); // the empty one is here without asking
    expect(opened.toSorted()).toEqual(asked.toSorted());
    // A second time nothing is asked for, nor for a file that is wanted twice.
    expect(await cellar.fetch({ ...shelf, wanted: [...shelf.wanted, ...shelf.wanted] }, [reader])).toBeNull();
    expect(opened.length).toBe(asked.length);
  });

  test('a line that breaks again and again is taken up where it broke, as long as something new comes', async () => {
    const shelf = await openShelf(2_000_000);
    const cellar = await openCellar();
    const line = cutAfter(shelf.folder, 65_536);
    expect(await cellar.fetch(shelf, [line.reader])).toBeNull();
    expect(await cellar.held()).toEqual(wholeOf(shelf));
    expect(line.bytes).toBe(2_000_000);
    expect(line.opened.length).toBe(31);
  });

  test('a line without fruit is given up; what came is taken up after a restart, and by another source', async () => {
    const shelf = await openShelf(400_000);
    const cellar = await openCellar();
    const dying = spoiltReader(shelf.folder, (chunk, at) => {
      if (at >= 196_608) throw broken();
      return chunk;
    });
    expect(await cellar.fetch(shelf, [dying.reader])).toBe('source-unreachable');
    const [file] = shelf.wanted;
    expect(await cellar.store.partBytes({ sha256: file!.sha256, length: 400_000 })).toBe(196_608);
    const restarted = await openCellar(cellar.directory);
    const other = spoiltReader(shelf.folder, same);
    expect(await restarted.fetch(shelf, [other.reader])).toBeNull();
    expect([other.bytes, other.opened]).toEqual([400_000 - 196_608, [`${file!.sha256}.f 196608`]]);
    expect(await restarted.held()).toEqual(wholeOf(shelf));
  });

  test('the next source goes on with the same part at once', async () => {
    const shelf = await openShelf(300_000, 300_000, 300_000);
    const cellar = await openCellar();
    const dying = spoiltReader(shelf.folder, (chunk, at) => {
      if (at >= 131_072) throw broken();
      return chunk;
    });
    const second = spoiltReader(shelf.folder, same);
    expect(await cellar.fetch(shelf, [dying.reader, second.reader], { parallel: 1 })).toBeNull();
    expect(await cellar.held()).toEqual(wholeOf(shelf));
    // After its first failure the preferred one is asked only when the other fails.
    expect([dying.opened.length, dying.bytes, second.bytes]).toEqual([1, 131_072, 900_000 - 131_072]);
  });
});

describe('what is too much', () => {
  test.each([
    ['one file', [40_000_000]],
    ['all together', Array.from({ length: 200 }, () => 30_000_000)],
  ])('%s: refused before anything is asked for', async (_name, lengths) => {
    const shelf = await openShelf(1);
    const wanted = lengths.map((length, place) => {
      const sha256 = String(place).padStart(64, '0');
      return { sha256, expected: { file: `targets/example/${sha256}.f`, length, hashes: { sha256 } } };
    });
    const source = spoiltReader(shelf.folder, same);
    expect(await (await openCellar()).fetch({ ...shelf, wanted }, [source.reader])).toBe('too-large');
    expect(source.opened).toEqual([]);
  });
});

describe('what is not the signed file', () => {
  const flip = (chunk: Uint8Array): Uint8Array => chunk.map((byte) => byte ^ 1);

  test('bytes that lie are thrown away: once more, then the next source, at last a refusal', async () => {
    const shelf = await openShelf(100_000);
    const lying = spoiltReader(shelf.folder, flip);
    const cellar = await openCellar();
    expect(await cellar.fetch(shelf, [lying.reader, good(shelf.folder)])).toBeNull();
    expect([lying.opened.length, await cellar.held()]).toEqual([2, wholeOf(shelf)]);
    const alone = await openCellar();
    const counted: number[] = [];
    expect(await alone.fetch(shelf, [lying.reader], { onBytes: (bytes) => counted.push(bytes) })).toBe('tampered');
    expect([(await alone.held()).size, counted.at(-1)]).toEqual([0, 0]);
  });

  test('a poisoned part costs one more fetch of that file, and no source its place', async () => {
    const shelf = await openShelf(100_000, 50_000);
    const cellar = await openCellar();
    const [file] = shelf.wanted;
    await writeFile(path.join(cellar.directory, `${file!.sha256}.part`), Buffer.alloc(60_000));
    const first = spoiltReader(shelf.folder, same);
    const second = spoiltReader(shelf.folder, same);
    expect(await cellar.fetch(shelf, [first.reader, second.reader], { parallel: 1 })).toBeNull();
    expect(await cellar.held()).toEqual(wholeOf(shelf));
    expect([first.bytes, second.bytes]).toEqual([40_000 + 100_000 + 50_000, 0]);
  });

  test.each([
    ['whole and good', (bytes: Buffer) => bytes, 0],
    ['whole and bad', () => Buffer.alloc(100_000), 100_000],
    ['too long', () => Buffer.alloc(200_000), 100_000],
  ])('a part that is %s', async (_name, partOf, fetched) => {
    const shelf = await openShelf(100_000);
    const cellar = await openCellar();
    await writeFile(path.join(cellar.directory, `${shelf.wanted[0]!.sha256}.part`), partOf(shelf.contents[0]!));
    const source = spoiltReader(shelf.folder, same);
    expect(await cellar.fetch(shelf, [source.reader])).toBeNull();
    expect([source.bytes, await cellar.held()]).toEqual([fetched, wholeOf(shelf)]);
  });

  test.each([
    ['shorter', (file: string) => truncate(file, 60_000), 'truncated'],
    ['longer', (file: string) => writeFile(file, Buffer.alloc(200_000)), 'too-large'],
  ])('a copy that is %s is not taken from, and takes nothing from what came', async (_name, spoil, kind) => {
    const shelf = await openShelf(100_000);
    const copy = await openShelf(100_000);
    await spoil(copy.pathOf(0));
    const cellar = await openCellar();
    await writeFile(path.join(cellar.directory, `${shelf.wanted[0]!.sha256}.part`), shelf.contents[0]!.subarray(0, 50_000));
    expect(await cellar.fetch(shelf, [good(copy.folder)])).toBe(kind);
    expect(await cellar.store.partBytes({ sha256: shelf.wanted[0]!.sha256, length: 100_000 })).toBe(50_000);
    const honest = spoiltReader(shelf.folder, same);
    expect(await cellar.fetch(shelf, [good(copy.folder), honest.reader])).toBeNull();
    expect(honest.bytes).toBe(50_000);
  });
});

describe('folders, shares and sticks', () => {
  test('a stick that was pulled goes on where it was when it is back', async () => {
    const shelf = await openShelf(300_000, 80_000);
    const cellar = await openCellar();
    const pulled = spoiltReader(
      shelf.folder,
      (chunk, at) => {
        if (at >= 131_072) throw broken();
        return chunk;
      },
      false,
    );
    expect(await cellar.fetch(shelf, [pulled.reader], { parallel: 1 })).toBe('source-unreachable');
    expect(pulled.opened.length).toBe(1);
    await rename(shelf.folder, `${shelf.folder}-away`);
    expect(await cellar.fetch(shelf, [good(shelf.folder)])).toBe('source-unreachable');
    await rename(`${shelf.folder}-away`, shelf.folder);
    const back = spoiltReader(shelf.folder, same, false);
    expect(await cellar.fetch(shelf, [back.reader])).toBeNull();
    expect([await cellar.held(), back.bytes]).toEqual([wholeOf(shelf), 380_000 - 131_072]);
  });

  test('the empty folder that a stick leaves behind is no repository without files', async () => {
    const shelf = await openShelf(1_000);
    await rename(path.join(shelf.folder, 'targets'), path.join(shelf.folder, 'elsewhere'));
    const cellar = await openCellar();
    expect(await cellar.fetch(shelf, [good(shelf.folder)])).toBe('truncated');
    await rename(path.join(shelf.folder, 'metadata'), path.join(shelf.folder, 'nowhere'));
    expect(await cellar.fetch(shelf, [good(shelf.folder)])).toBe('source-unreachable');
  });

  test('a share that hangs holds nobody up, and is not asked for the next file', async () => {
    const shelf = await openShelf(1_000, 2_000, 3_000, 4_000, 5_000, 6_000);
    const cellar = await openCellar();
    let asked = 0;
    const hung: Reader = {
      label: 'a hung share',
      resumes: false,
      open: () => {
        asked += 1;
        return new Promise(() => undefined);
      },
    };
    const readers = [watched(hung, { bytes: 0, date: null }), good(shelf.folder)];
    expect(await cellar.fetch(shelf, readers, { parallel: 2 })).toBeNull();
    expect([asked, await cellar.held()]).toEqual([2, wholeOf(shelf)]);
  });
});

describe('slow sources', () => {
  /** Gives a hundred bytes every ten seconds of its own clock. */
  const dripping = (folder: string) => {
    const clock = { now: 0 };
    const source = spoiltReader(folder, same);
    const reader: Reader = {
      ...source.reader,
      async open(file, from, signal) {
        const opened = await source.reader.open(file, from, signal);
        return opened && { ...opened, body: drip(opened.body, clock) };
      },
    };
    return { reader, source, patience: { random: () => 0, now: () => clock.now } };
  };

  async function* drip(body: AsyncIterable<Uint8Array>, clock: { now: number }): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      for (let at = 0; at < chunk.length; at += 100) {
        clock.now += 10_000;
        yield chunk.subarray(at, at + 100);
      }
    }
  }

  test('are left for another one, which goes on where they were', async () => {
    const shelf = await openShelf(50_000);
    const cellar = await openCellar();
    const slow = dripping(shelf.folder);
    const fast = spoiltReader(shelf.folder, same);
    const { store } = cellar;
    const { signal } = new AbortController();
    const options = { store, readers: [slow.reader, fast.reader], parallel: 1, onBytes: () => undefined, signal };
    await fetchBlocks(shelf.wanted, options, slow.patience);
    expect([fast.bytes, await cellar.held()]).toEqual([50_000 - 600, wholeOf(shelf)]);
  });

  test('go on for as long as it takes where there is no other', async () => {
    const shelf = await openShelf(20_000);
    const cellar = await openCellar();
    const slow = dripping(shelf.folder);
    const { store } = cellar;
    const { signal } = new AbortController();
    await fetchBlocks(shelf.wanted, { store, readers: [slow.reader], parallel: 1, onBytes: () => undefined, signal }, slow.patience);
    expect([slow.source.opened.length, await cellar.held()]).toEqual([1, wholeOf(shelf)]);
  });
});

describe('stopping', () => {
  test('keeps what came, in every file that was on its way', async () => {
    const shelf = await openShelf(500_000, 500_000, 500_000);
    const cellar = await openCellar();
    const controller = new AbortController();
    const endless = spoiltReader(shelf.folder, same);
    const onBytes = (bytes: number): void => void (bytes > 600_000 && controller.abort());
    const readers = [watched(endless.reader, { bytes: 0, date: null })];
    expect(await cellar.fetch(shelf, readers, { onBytes, signal: controller.signal, parallel: 2 })).toBe('cancelled');
    const kept = (await Promise.all(shelf.wanted.map(({ sha256 }) => cellar.store.partBytes({ sha256, length: 500_000 })))).reduce(
      (sum, bytes) => sum + bytes,
    );
    expect(kept).toBeGreaterThan(600_000);
    expect(await cellar.fetch(shelf, [good(shelf.folder)])).toBeNull();
    expect(await cellar.held()).toEqual(wholeOf(shelf));
  });

  test('parts of what nobody wants any more are collected, those of an unfinished download are not', async () => {
    const cellar = await openCellar();
    const [one, other] = ['a'.repeat(64), 'b'.repeat(64)] as const;
    for (const name of [one, `${one}.part`, `${other}.part`, 'c'.repeat(64), `${'d'.repeat(64)}.part`, `${other}.tmp`]) {
      await writeFile(path.join(cellar.directory, name), 'example');
    }
    await cellar.store.keepOnly(new Set([one, other]));
    expect([...(await cellar.held()).keys()].sort()).toEqual([one, `${one}.part`, `${other}.part`]);
    await cellar.store.dropParts();
    expect([...(await cellar.held()).keys()]).toEqual([one]);
  });
});
