import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Question } from '@shared/model/question.ts';
import {
  dropUnsettled,
  installVersions,
  missingBlocks,
  readColumnFiles,
  readIndexes,
  readPackage,
  readQuestions,
  settleVersions,
} from '../../../renderer/data/content.ts';
import { readCatalogue } from '../../../renderer/data/study/catalogue.ts';
import { database } from '../../../renderer/data/database.ts';
import { findRefs } from '../../../renderer/data/study/study.ts';
import { commit } from '../../../renderer/data/work.ts';
import { buildBank, buildSmall, install, type Built } from '../../support/bank.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { clock, freshDatabase, workRows } from './work-tables.ts';

const about = { topic: '', explanation: '', basis: '', difficulty: 'easy', type: 'judge', answer: true } as const;
const question = (section: string, number: number, edition: number): Question => ({
  ...about,
  id: `${section}-${number}`,
  section,
  stem: `第${number}题（第${edition}版）`,
});

beforeEach(freshDatabase);
afterEach(() => vi.restoreAllMocks());

const content = async () => ({
  packages: await database.packages.toArray(),
  blocks: await database.blocks.toArray(),
  indexes: await database.indexes.toArray(),
});

/** Sections with the editions of their questions: a block changes when one of its editions does. */
const someVersion = fc.dictionary(fc.constantFrom('党章', '党规', '党史'), fc.array(fc.nat(2), { maxLength: 3 }), {
  noNullPrototype: true,
});
const blocksOf = (version: Readonly<Record<string, readonly number[]>>): readonly (readonly Question[])[] =>
  Object.entries(version).map(([section, editions]) => editions.map((edition, number) => question(section, number, edition)));
const built = (version: Readonly<Record<string, readonly number[]>>, number: number): Built => buildBank(blocksOf(version), number);

describe('the same package twice changes nothing', () => {
  it('whatever was installed before, the tables are those of a fresh database with the last version', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someVersion, { maxLength: 3 }), someVersion, async (before, last) => {
        const version = built(last, before.length + 1);
        await freshDatabase();
        for (const [place, older] of before.entries()) await install(built(older, place + 1));
        await install(version);
        const once = await content();
        expect(await install(version)).toEqual([]);
        expect(await content()).toEqual(once);
        await freshDatabase();
        await install(version);
        expect(once).toEqual(await content());
      }),
      { numRuns: 60 },
    );
  });

  it('also when a crash makes it bring every block again', async () => {
    const { version, blocks } = built({ 党章: [0, 1], 党规: [0] }, 1);
    await install({ version, blocks });
    const once = await content();
    await installVersions([{ version, fresh: new Map(blocks.entries()) }]);
    await settleVersions([version]);
    expect(await content()).toEqual(once);
  });

  it('does not touch work', async () => {
    await memoryBridge();
    await commit('test', [clock('a')]);
    const before = [await workRows(), await database.meta.toArray()];
    for (const editions of [[0], [1], [1]]) await install(built({ 党章: editions }, 1));
    expect([await workRows(), await database.meta.toArray()]).toEqual(before);
  });
});

describe('an update', () => {
  it('asks for the changed blocks only, and writes no others', async () => {
    const first = built({ 党章: [0], 党规: [0], 党史: [0] }, 1);
    const second = built({ 党章: [0], 党规: [1], 党史: [0] }, 2);
    expect(await missingBlocks(first.version)).toEqual([0, 1, 2]);
    await install(first);
    expect(await missingBlocks(second.version)).toEqual([1]);
    const written = vi.spyOn(database.blocks, 'bulkPut');
    await install(second);
    expect(written.mock.calls.map(([rows]) => rows.map(({ key }) => key))).toEqual([[`bank/${second.version.blocks[1]!.sha256}`]]);
    expect(await database.blocks.count()).toBe(3);
  });

  it('is all or nothing', async () => {
    await install(built({ 党章: [0] }, 1));
    const before = await content();
    vi.spyOn(database.packages, 'bulkPut').mockRejectedValueOnce(new Error('full'));
    await expect(install(built({ 党章: [1], 党规: [0] }, 2))).rejects.toThrow('full');
    expect(await content()).toEqual(before);
  });

  it('leaves other packages alone', async () => {
    await install(buildSmall('roster', { units: [], people: [] }));
    await install(built({ 党章: [0] }, 1));
    await install(built({}, 2));
    expect(await database.blocks.count()).toBe(1);
    expect(await readPackage('roster')).toEqual({ units: [], people: [] });
    expect(await readPackage('policy')).toBeNull();
  });

  it('names a block that the version does not have', async () => {
    const { version, blocks } = built({ 党章: [0] }, 1);
    await expect(installVersions([{ version, fresh: new Map([[7, blocks[0]!]]) }])).rejects.toThrow('bank has no block 7');
    expect(await database.packages.count()).toBe(0);
  });
});

describe('several packages', () => {
  const column = buildSmall('column', { articles: [], rota: [] });
  const fresh = ({ version, blocks }: Built) => ({ version, fresh: new Map(blocks.entries()) });

  it('come together or not at all', async () => {
    await install(built({ 党章: [0] }, 1));
    const before = await content();
    vi.spyOn(database.indexes, 'bulkPut').mockRejectedValueOnce(new Error('full'));
    await expect(installVersions([fresh(column), fresh(built({ 党章: [1] }, 2))])).rejects.toThrow('full');
    expect(await content()).toEqual(before);
    await installVersions([fresh(column), fresh(built({ 党章: [1] }, 2))]);
    expect(await database.packages.toArray()).toMatchObject([
      { name: 'bank', version: 2, unsettled: true },
      { name: 'column', version: 1, unsettled: true },
    ]);
    expect(await database.blocks.count()).toBe(2);
  });

  it('are taken out again where nobody settled them, and only those', async () => {
    await install(column);
    const before = await content();
    await installVersions([fresh(built({ 党章: [0] }, 1))]);
    await dropUnsettled(['bank', 'column', 'none']);
    expect(await content()).toEqual(before);
  });

  it('one that was withdrawn as a whole holds nothing and is not read, its files neither', async () => {
    const files = [{ name: '示例.mp4', type: 'video/mp4', length: 9, sha256: 'ab'.repeat(32), pieces: [] }];
    await install({ ...column, version: { ...column.version, files } });
    expect(await readColumnFiles()).toEqual(files);
    await install({ version: { ...column.version, version: 2, blocks: [], retired: true }, blocks: [] });
    expect([await readPackage('column'), await readColumnFiles(), await database.blocks.count()]).toEqual([null, [], 0]);
    await install({ ...column, version: { ...column.version, name: 'other-column' } });
    expect(await readPackage('column')).toEqual({ articles: [], rota: [] });
  });
});

describe('reading a bank', () => {
  it('gives references and questions in published order', async () => {
    const version = built({ 党章: [0, 0], 党规: [], 党史: [0] }, 1);
    await install(version);
    expect((await readIndexes(null)).map(({ index }) => index.ids)).toEqual([['党章-0', '党章-1'], [], ['党史-0']]);
    const catalogue = await readCatalogue();
    const refs = Array.from(catalogue.numbersOf({ section: '党章' }), (number) => catalogue.refAt(number)!);
    expect(refs.map(({ id, position }) => [id, position])).toEqual([
      ['党章-0', 0],
      ['党章-1', 1],
    ]);
    expect(await readQuestions(refs[0]!.key)).toEqual([question('党章', 0, 0), question('党章', 1, 0)]);
    expect((await findRefs(['党史-0', 'gone', '党章-1'])).map(({ id }) => id)).toEqual(['党史-0', '党章-1']);
  });

  it('knows of questions that were installed, changed and withdrawn since it was last asked', async () => {
    const idsNow = async (): Promise<readonly (string | undefined)[]> => {
      const catalogue = await readCatalogue();
      return Array.from(catalogue.numbersOf({}), (number) => catalogue.refAt(number)?.id);
    };
    await install(built({ 党章: [0, 0] }, 1));
    expect(await idsNow()).toEqual(['党章-0', '党章-1']);
    expect(await readCatalogue()).toBe(await readCatalogue());
    await install(built({ 党章: [0], 党史: [0] }, 2));
    expect(await idsNow()).toEqual(['党章-0', '党史-0']);
    await install(built({}, 3));
    expect(await idsNow()).toEqual([]);
  });

  it('reads a block again after it could not be read', async () => {
    await expect(readQuestions('bank/none')).rejects.toThrow('block bank/none is not installed');
    const { blocks } = built({ 党章: [0] }, 1);
    await database.blocks.put({ key: 'bank/none', package: 'bank', bytes: blocks[0]!.bytes });
    expect(await readQuestions('bank/none')).toEqual([question('党章', 0, 0)]);
  });
});
