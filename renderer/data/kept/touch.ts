import { database } from '../database.ts';

type WatchedTable =
  | 'projects'
  | 'projectReturns'
  | 'projectEvents'
  | 'returnedPlans'
  | 'planSummaries'
  | 'planNodes'
  | 'monthlyReports'
  | 'packages';

/** Asks next to nothing of these tables, but so that a live query runs again when any of their rows changes. To be awaited before rows are read in other ways. Those who write them do it in a transaction of their own: of a single write Dexie tells live queries before it is there. */
export const touch = (...tables: readonly WatchedTable[]): Promise<unknown> =>
  Promise.all(tables.map((table) => database.table(table).limit(1).toArray()));
