import { useLiveQuery } from 'dexie-react-hooks';

/**
 * Reads the database and reads again when what was read changes. Undefined until the first answer is there.
 * `deps` are the values that the query closes over.
 */
export function useLive<T>(query: () => Promise<T> | T, deps: readonly unknown[]): T | undefined {
  return useLiveQuery(query, [...deps]);
}
