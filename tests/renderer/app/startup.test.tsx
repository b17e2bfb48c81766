import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppInfo, JournalReplay, Repair } from '@shared/ipc/contract.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import { packageKinds } from '@shared/model/package.ts';
import type { Commit, JournalMark } from '@shared/model/work.ts';
import { startUp } from '../../../renderer/app/startup.ts';
import { installVersions } from '../../../renderer/data/content.ts';
import { database, databaseName } from '../../../renderer/data/database.ts';
import { databaseVersions } from '../../../renderer/data/versions.ts';
import { commit } from '../../../renderer/data/work.ts';
import { buildBank, buildSmall, install, stagedOf, type Built } from '../../support/bank.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { clock, workRows } from '../data/work-tables.ts';
import { emptyOverview, starter } from '../packages/fixture.ts';
import { questions } from '../study/support.tsx';

const built = buildBank([[questions.single]]);

interface Held {
  readonly journal?: readonly Commit[];
  readonly repairs?: readonly Repair[];
  /** Versions that main holds and can give again. */
  readonly settled?: readonly Built[];
  /** Names of those that are damaged in main's store. */
  readonly damaged?: readonly string[];
  /** What the starter repository offers. */
  readonly starter?: readonly Built[];
}

/** A main process with this in its journal and store. Gives the names of the calls it got. */
async function mainWith({
  journal = [],
  repairs = [],
  settled = [],
  damaged = [],
  starter: offered = [],
}: Held): Promise<{ calls: string[]; commits: Commit[] }> {
  const calls: string[] = [];
  const commits = [...journal];
  const held = [...settled, ...offered];
  const about: AppInfo = { version: '1', electron: '42', chromium: '140', developmentElectron: false, repairs };
  const mark = (n: number): JournalMark => ({ n, hash: n === 0 ? '' : `hash ${n}` });
  const since = ({ n }: JournalMark): JournalReplay => ({
    reset: false,
    records: commits.slice(n).map((one, place) => ({ ...one, ...mark(n + place + 1), at: 1 })),
    mark: mark(commits.length),
    last: commits.length,
  });
  await memoryBridge({
    'app:info': () => about,
    'journal:since': since,
    'journal:commit': (one) => succeed(mark(commits.push(one))),
    'packages:installed': () => settled.map(({ version }) => version),
    'packages:restore': (name) => {
      calls.push(`restore ${name}`);
      if (damaged.includes(name)) return fail('tampered', name);
      return succeed(stagedOf(settled.find(({ version }) => version.name === name)!));
    },
    'packages:overview': () => ({ ...emptyOverview, sources: [starter] }),
    'packages:sync': () => {
      calls.push('sync');
      return succeed({ packages: offered.map((one) => stagedOf(one)), refused: [], unread: [], transferredBytes: 0, reusedBytes: 0 });
    },
    'packages:blocks': (staged, positions) => {
      const { blocks } = held.find(({ version }) => staged === `staged-${version.name}`)!;
      return positions.map((position) => blocks[position]!);
    },
    'packages:settle': (staged) => {
      calls.push(`settle ${staged.join(' ')}`);
      return held.map(({ version }) => version).filter(({ name }) => staged.includes(`staged-${name}`));
    },
  });
  return { calls, commits };
}

beforeEach(() => vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work, 0)));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('starting', () => {
  it('fills a new database from the journal and the starter', async () => {
    const { calls } = await mainWith({ journal: [{ what: 'test', ops: [clock('a')] }], starter: [built] });
    expect(await startUp()).toEqual({ kind: 'ready', repairs: [] });
    expect(await database.attemptClocks.count()).toBe(1);
    expect(await database.packages.toArray()).toMatchObject([{ name: 'bank', version: 1 }]);
    expect(calls).toEqual(['sync', 'settle staged-bank']);
  });

  it('brings back what main holds and the database lost', async () => {
    const { calls } = await mainWith({ settled: [built] });
    await install(built);
    await database.blocks.clear();
    await startUp();
    await vi.waitFor(async () => expect(await database.blocks.count()).toBe(1));
    await vi.waitFor(() => expect(calls).toEqual(['restore bank', 'settle staged-bank', 'sync']));
  });

  it('leaves content that is whole as it is', async () => {
    const { calls } = await mainWith({ settled: [built] });
    await install(built);
    const before = await database.packages.toArray();
    await startUp();
    await vi.waitFor(() => expect(calls).toEqual(['sync']));
    expect(await database.packages.toArray()).toEqual(before);
  });

  it('goes back to what main has settled: to an older version, out of a package that was never settled, all at once', async () => {
    const column = buildSmall('column', { articles: [], rota: [] });
    const roster = buildSmall('roster', { units: [], people: [] });
    const policyLess = { ...roster, version: { ...roster.version, replies: [] } };
    await mainWith({});
    await install(buildBank([[questions.single], [questions.judge]], 2));
    await installVersions([{ version: column.version, fresh: new Map(column.blocks.entries()) }]);
    await install(policyLess);
    const rows = { packages: await database.packages.toArray(), blocks: await database.blocks.toArray() };
    const { calls } = await mainWith({ settled: [built, roster] });
    await database.packages.bulkPut(rows.packages);
    await database.blocks.bulkPut(rows.blocks);
    await startUp();
    await vi.waitFor(() => expect(calls).toEqual(['restore bank', 'settle staged-bank', 'sync']));
    expect(await database.packages.toArray()).toEqual([built.version, roster.version]);
    expect(await database.blocks.toCollection().primaryKeys()).toEqual([
      `bank/${built.version.blocks[0]!.sha256}`,
      `roster/${roster.version.blocks[0]!.sha256}`,
    ]);
  });

  it('takes nothing away that main has lost or cannot give again', async () => {
    const roster = buildSmall('roster', { units: [], people: [] });
    const { calls } = await mainWith({ settled: [buildBank([[questions.single]], 2)], damaged: ['bank'] });
    await install(built);
    await install(roster);
    await startUp();
    await vi.waitFor(() => expect(calls).toEqual(['restore bank', 'sync']));
    expect(await database.packages.toArray()).toEqual([built.version, roster.version]);
  });

  it('asks the starter nothing when what this build carries is installed', async () => {
    const { calls } = await mainWith({});
    const ask = vi.spyOn(window.bridge, 'request');
    await database.packages.bulkPut(
      packageKinds.map((kind) => ({ ...built.version, name: kind, kind, blocks: [], publisher: starter.publisher })),
    );
    await startUp();
    await vi.waitFor(() => expect(ask).toHaveBeenCalledWith('packages:overview'));
    await Promise.all(ask.mock.results.map((result): unknown => result.value));
    await database.packages.count();
    expect(calls).toEqual([]);
  });

  it('rebuilds a database that cannot be read', async () => {
    await mainWith({ journal: [{ what: 'test', ops: [clock('a')] }] });
    await database.attemptClocks.put({ id: 'garbage', attemptId: 'garbage', elapsedMs: 1, at: 1 });
    vi.spyOn(database.meta, 'get').mockRejectedValueOnce(new Error('corrupt'));
    expect(await startUp()).toMatchObject({ kind: 'ready' });
    expect((await workRows())['attemptClocks']).toMatchObject([{ id: 'a' }]);
  });

  it('gives the rows of the database to a journal that damage has cost records, and tells of it', async () => {
    const repairs: readonly Repair[] = [{ kind: 'journal-damaged', amount: 1 }];
    const { commits } = await mainWith({ repairs, journal: [{ what: 'test', ops: [clock('b')] }] });
    await startUp();
    await commit('test', [clock('c')]);
    commits.splice(0, 2, { what: 'test', ops: [clock('b')] }, { what: 'kept', ops: [clock('b')] });
    expect(await startUp()).toEqual({ kind: 'ready', repairs });
    expect(commits.at(-1)).toMatchObject({ what: 'journal.restore', ops: [{ put: { id: 'b' } }, { put: { id: 'c' } }] });
  });
});

describe('a database of a newer program', () => {
  afterEach(async () => {
    await Dexie.delete(databaseName);
  });

  it('is told, and stays exactly as it is, also where it has dropped what this program would want', async () => {
    await mainWith({});
    database.close();
    await Dexie.delete(databaseName);
    const next = databaseVersions.length + 1;
    const newer = new Dexie(databaseName);
    newer.version(next).stores({ responses: 'id', inventions: 'id' });
    await newer.open();
    await newer.table('inventions').put({ id: 'kept' });
    newer.close();
    expect(await startUp()).toEqual({ kind: 'newerData' });
    const [raw] = await indexedDB.databases();
    expect(raw).toEqual({ name: databaseName, version: 10 * next });
    await newer.open();
    expect(newer.tables.map(({ name }) => name).toSorted()).toEqual(['inventions', 'responses']);
    expect(await newer.table('inventions').toArray()).toEqual([{ id: 'kept' }]);
    newer.close();
  });
});
