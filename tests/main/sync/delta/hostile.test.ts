import { randomBytes } from 'node:crypto';
import { constants, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { differences } from '../../../../main/publish/repository/differences.ts';
import { hashBytes } from '../../../../main/files.ts';
import { applyPatch, freshLength, writeDelta, type Patch } from '../../../../main/sync/delta/format.ts';
import { pack, packQuickly, unpack } from '../../../../main/sync/delta/packing.ts';
import { rebuildBlocks } from '../../../../main/sync/delta/rebuild.ts';
import type { BlockEntry } from '../../../../shared/model/package.ts';

const long = '，甲乙丙丁戊己庚辛'.repeat(5);
const textWith = (word: string): Buffer =>
  Buffer.from(
    JSON.stringify({
      questions: [
        { id: 'a', stem: `第一题${long}` },
        { id: 'b', stem: `${long}${word}${long}` },
      ],
    }),
  );
const [old, wanted] = [textWith('旧'), textWith('新')];

const entryOf = (text: Buffer, target = 'bank/b0001.json.gz'): BlockEntry => {
  const bytes = pack(text);
  return { target, sha256: hashBytes(bytes), length: bytes.length, items: 2, section: '党史' };
};
const installed = { version: 1, blocks: [entryOf(old)] };
const missing = [entryOf(wanted)];

/** Lays a chain before a client that has the old block, and tells whether it made the new one. */
async function makes(...chain: readonly Buffer[]): Promise<boolean> {
  const blocks = new Map<string, Buffer>([[entryOf(old).sha256, pack(old)]]);
  const store = {
    read: async ({ sha256 }: { sha256: string }) => blocks.get(sha256) ?? null,
    put: async ({ sha256 }: { sha256: string }, bytes: Uint8Array) => void blocks.set(sha256, Buffer.from(bytes)),
  };
  const made = await rebuildBlocks(chain, missing, { store, installed, signal: new AbortController().signal });
  expect(made).toBe(blocks.has(missing[0]!.sha256) ? missing[0]!.length : 0);
  return made > 0;
}

const right = differences(old.toString(), wanted.toString());
const patchOf = (changes: Partial<Patch> = {}): Patch => ({
  target: 'bank/b0001.json.gz',
  base: 'bank/b0001.json.gz',
  steps: right.steps,
  ...changes,
});
const dictionary = { target: 'bank/b0001.json.gz', text: old };
async function deltaOf(patch: Patch, known = dictionary): Promise<Buffer> {
  const delta = await writeDelta({ from: 1, to: 2, patches: [patch], fresh: right.fresh }, known);
  return delta ?? expect.fail('too many patches');
}

describe('a client that is given something else than a delta', () => {
  let sound: Buffer = Buffer.alloc(0);
  beforeAll(async () => {
    sound = await deltaOf(patchOf());
  });

  test('makes nothing of it and takes no harm; of the right one it makes the block', async () => {
    expect(await makes(sound)).toBe(true);
    expect(await makes()).toBe(false);
    expect(await makes(Buffer.alloc(0))).toBe(false);
    expect(await makes(randomBytes(4_000))).toBe(false);
    expect(await makes(sound, sound)).toBe(false);
    expect(await makes(sound.subarray(0, sound.length - 3))).toBe(false);
    expect(await makes(Buffer.concat([Buffer.from('{"format":2,"from":1,"to":2,"dictionary":null}\n'), sound]))).toBe(false);
  });

  test('steps that lead out of the base or of the new bytes', async () => {
    const wrong = [
      [0, old.length + 1, 0],
      [-1, 3, 0],
      [0, 3, right.fresh.length + 1],
      [0, -1, 0],
      [0, 3, -1],
      [0, 3],
      [old.length, 1, 0],
    ];
    for (const steps of wrong) expect([steps, await makes(await deltaOf(patchOf({ steps })))]).toEqual([steps, false]);
  });

  test('a base or a dictionary that is not here', async () => {
    expect(await makes(await deltaOf(patchOf({ base: 'bank/b0009.json.gz' })))).toBe(false);
    expect(await makes(await deltaOf(patchOf(), { target: 'bank/b0009.json.gz', text: old }))).toBe(false);
  });

  test('a bomb: few bytes that unpack to gigabytes, or a patch that copies without end', async () => {
    const zeros = zstdCompressSync(Buffer.alloc(200_000_000), { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
    const patches = zstdCompressSync('[]');
    const header = (length: number) => Buffer.from(`{"format":1,"from":1,"to":2,"dictionary":null,"patches":${length}}\n`);
    const bombs: Buffer[] = [Buffer.concat([header(zeros.length), zeros, zeros]), Buffer.concat([header(patches.length), patches, zeros])];
    const steps = Array.from({ length: 300_000 }, (_, place) => [place === 0 ? 0 : -old.length, old.length, 0]).flat();
    bombs.push(await deltaOf(patchOf({ steps: [...steps, ...steps] })));
    const before = process.memoryUsage().rss;
    for (const bomb of bombs) expect(await makes(bomb)).toBe(false);
    expect(process.memoryUsage().rss - before).toBeLessThan(250_000_000);
  });

  test('law: one byte of it changed anywhere, and the block is made right or not at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: sound.length - 1 }), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const bytes = Buffer.from(sound);
        bytes[place]! ^= change;
        await makes(bytes); // compares what was made by its signed hash
      }),
      { numRuns: 100 },
    );
  });
});

describe('the steps from one text to another', () => {
  const item = fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    stem: fc.string({ unit: 'grapheme' }),
    options: fc.array(fc.string()),
  });
  const text = fc.array(item, { maxLength: 8 }).map((questions) => JSON.stringify({ questions }));
  const made = (before: string, after: string): string | undefined => {
    const { steps, fresh } = differences(before, after);
    expect(freshLength(steps)).toBe(fresh.length);
    return applyPatch(steps, Buffer.from(before), fresh)?.toString('utf8');
  };

  test('law: they lead from any text to any other', () => {
    const any = fc.oneof(text, fc.string());
    fc.assert(
      fc.property(any, any, (before, after) => {
        expect(made(before, after)).toBe(after);
      }),
    );
  });

  test('what stays in its place is copied: only the new bytes are taken', () => {
    expect(right.fresh.toString('utf8')).toBe('新');
    expect(differences(old.toString(), old.toString())).toEqual({ steps: [0, old.length, 0], fresh: Buffer.alloc(0) });
  });
});

describe('packing', () => {
  test('law: both ways of packing give the text back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (text) => {
        for (const bytes of [pack(text), await packQuickly(text)]) expect(await unpack(bytes, 5_000)).toEqual(Buffer.from(text));
      }),
    );
  });

  test('equal texts give these bytes on every machine and with every version of the program', () => {
    const text = Buffer.from(
      Array.from({ length: 2_000 }, (_, number) => `第 ${number} 题：示例题干 ${(number * 7_919) % 1_009}`).join('\n'),
    );
    expect(hashBytes(pack(text))).toBe('f0b2f157ad9720a5ecdbf8034ad013bf90d2c59fc89e27d69b522d60ecfa4d27');
  });

  test('what would become longer than its cap is not unpacked', async () => {
    await expect(unpack(pack(Buffer.alloc(1_001)), 1_000)).rejects.toThrow('larger than 1000');
  });
});
