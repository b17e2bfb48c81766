import { database } from '../database.ts';

/** Rows of a range in the order of its keys, so many at most; of the table itself where `index` is null. Below Dexie, which would note every single row for the live query that happens to ask first. */
export function getAll<Row>(table: string, index: string | null, range: IDBKeyRange, count: number): Promise<Row[]> {
  const store = database.backendDB().transaction(table).objectStore(table);
  return settled<Row[]>(table, (index === null ? store : store.index(index)).getAll(range, count));
}

/** The rows of each key of an index, read in one transaction. */
export function getAllEach<Row>(table: string, index: string, keys: readonly string[]): Promise<Row[][]> {
  const source = database.backendDB().transaction(table).objectStore(table).index(index);
  return Promise.all(keys.map((key) => settled<Row[]>(table, source.getAll(key))));
}

/** The row of each id, read in one transaction. */
export function getEach<Row>(table: string, ids: readonly string[]): Promise<(Row | undefined)[]> {
  const store = database.backendDB().transaction(table).objectStore(table);
  return Promise.all(ids.map((id) => settled<Row | undefined>(table, store.get(id))));
}

function settled<T>(table: string, request: IDBRequest): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  request.addEventListener('success', () => resolve(request.result as T)); // the table's rows
  request.addEventListener('error', () => reject(new Error(`reading ${table}`, { cause: request.error })));
  return promise;
}
