import type { DBCore, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie';

/** Keeps rows of one table in memory, and is told what happens to them in the database. */
export interface RowsWatcher {
  /** These rows are in the table now, new or changed; each has its `id`. */
  put(rows: readonly unknown[]): void;
  remove(ids: readonly string[]): void;
  /** Anything may have changed. */
  forget(): void;
}

const watchers = new Map<string, readonly RowsWatcher[]>();

/** Tells a watcher of every change of a table from now on, once its transaction is complete. */
export function watchTable(table: string, watcher: RowsWatcher): void {
  watchers.set(table, [...(watchers.get(table) ?? []), watcher]);
}

/** Part of the database: sees every change on its way in. A database that is opened anew may be another one. */
export const watching: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'watching',
  create(core) {
    for (const watcher of [...watchers.values()].flat()) watcher.forget();
    return { ...core, table: (name) => watched(core.table(name)) };
  },
};

const watched = (table: DBCoreTable): DBCoreTable => ({
  ...table,
  mutate: (request) => {
    const listening = watchers.get(table.name);
    if (listening) whenComplete(request, () => listening.forEach((watcher) => tell(watcher, request)));
    return table.mutate(request);
  },
});

/** What a transaction takes back was never told. */
function whenComplete({ trans }: DBCoreMutateRequest, step: () => void): void {
  const transaction = trans as unknown as IDBTransaction; // what it is below Dexie; its type names only `abort`
  transaction.addEventListener('complete', step, { once: true });
}

function tell(watcher: RowsWatcher, request: DBCoreMutateRequest): void {
  if (request.type === 'deleteRange') watcher.forget();
  else if (request.type === 'delete') watcher.remove(request.keys);
  else watcher.put(request.values);
}
