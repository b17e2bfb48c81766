import Dexie from 'dexie';
import { afterEach, expect, it } from 'vitest';
import { openDatabase } from '../../../renderer/data/database.ts';
import type { TrustFloor } from '@shared/model/trust.ts';
import { databaseVersions } from '../../../renderer/data/versions.ts';

const name = 'upgrade';
afterEach(() => Dexie.delete(name));

it('version 1 keeps every row of every table in version 2, and gains empty tables', async () => {
  const [first, second] = databaseVersions;
  const old = openDatabase([first!], name);
  const tables = Object.keys(first!.stores);
  const rows = tables.map((table) => ({
    id: 'row',
    key: 'row',
    name: 'row',
    table,
    personId: 'p',
    section: '党章',
    questionId: 'q',
    state: 'open',
    attemptId: 'a',
    projectId: 'r',
    package: 'bank',
  }));
  for (const [at, table] of tables.entries()) await old.table(table).put(rows[at]);
  old.close();

  const upgraded = openDatabase([first!, second!], name);
  for (const [at, table] of tables.entries()) expect(await upgraded.table(table).toArray()).toEqual([rows[at]]);
  for (const table of Object.keys(second!.stores)) expect(await upgraded.table(table).count()).toBe(0);
  expect(upgraded.tables.map((table) => table.name).toSorted()).toEqual([...tables, ...Object.keys(second!.stores)].toSorted());
  upgraded.close();
});

it('version 2 keeps every row of every table in version 3, and gains the floors of publishers', async () => {
  const [first, second, third] = databaseVersions;
  const old = openDatabase([first!, second!], name);
  const tables = old.tables.map((table) => table.name);
  const row = (table: string) => ({ id: 'row', key: 'row', name: 'row', table, bankId: 'b', place: 1, at: 2, blockId: 'c', stepId: 's' });
  for (const table of tables) await old.table(table).put(row(table));
  old.close();

  const upgraded = openDatabase([first!, second!, third!], name);
  for (const table of tables) expect(await upgraded.table(table).toArray()).toEqual([row(table)]);
  const role = { version: 1, keys: ['k'] };
  const floor: TrustFloor = { id: 'f', root: 1, timestamp: role, snapshot: role, targets: role, issued: '' };
  await upgraded.trustFloors.put(floor);
  expect(await upgraded.trustFloors.toArray()).toEqual([floor]);
  upgraded.close();
});

it('version 3 keeps every row in version 4, finds old answers by their time, and gains empty tables', async () => {
  const before = databaseVersions.slice(0, 3);
  const fourth = databaseVersions[3]!;
  const old = openDatabase(before, name);
  const tables = old.tables.map((table) => table.name);
  const row = (table: string) => ({
    id: 'row',
    key: 'row',
    name: 'row',
    table,
    personId: 'p',
    at: 7,
    bankId: 'b',
    place: 1,
    blockId: 'c',
    stepId: 's',
  });
  for (const table of tables) await old.table(table).put(row(table));
  old.close();

  const upgraded = openDatabase([...before, fourth], name);
  for (const table of tables) expect(await upgraded.table(table).toArray()).toEqual([row(table)]);
  const added = Object.keys(fourth.stores).filter((table) => !tables.includes(table));
  for (const table of added) expect(await upgraded.table(table).count()).toBe(0);
  expect(await upgraded.responses.where('[personId+at]').between(['p', 0], ['p', 9]).toArray()).toEqual([row('responses')]);
  upgraded.close();
});

it('version 4 keeps every row in version 5, and gains empty tables', async () => {
  const before = databaseVersions.slice(0, 4);
  const fifth = databaseVersions[4]!;
  const old = openDatabase(before, name);
  const tables = old.tables.map((table) => table.name);
  const row = (table: string) => ({ id: 'row', key: 'row', name: 'row', table, projectId: 'r', examId: 'e', attemptId: 'a', n: 1 });
  for (const table of tables) await old.table(table).put(row(table));
  old.close();

  const upgraded = openDatabase([...before, fifth], name);
  for (const table of tables) expect(await upgraded.table(table).toArray()).toEqual([row(table)]);
  for (const table of Object.keys(fifth.stores)) expect(await upgraded.table(table).count()).toBe(0);
  upgraded.close();
});
