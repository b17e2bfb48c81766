import { headerKey } from '@shared/bank/work/mapping.ts';
import type { ColumnMapping } from '@shared/model/bank.ts';
import type { Result } from '@shared/model/failure.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';

export const readMappings = (): Promise<ColumnMapping[]> => database.columnMappings.toArray();

/** How the columns under these titles were last said to be meant, or null. */
export async function mappingFor(titles: readonly string[]): Promise<ColumnMapping | null> {
  const known = await database.columnMappings.where('header').equals(headerKey(titles)).toArray();
  return known.toSorted((one, other) => other.at - one.at)[0] ?? null;
}

export const saveMapping = (mapping: ColumnMapping): Promise<Result<null>> =>
  commit('bank.mapping', [{ table: 'columnMappings', put: mapping }]);

export const removeMapping = (id: string): Promise<Result<null>> => commit('bank.mapping', [{ table: 'columnMappings', remove: id }]);
