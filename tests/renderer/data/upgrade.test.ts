import Dexie from 'dexie';
import { afterEach, expect, it } from 'vitest';
import { openDatabase } from '../../../renderer/data/database.ts';
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
