import type { Result } from '@shared/model/failure.ts';
import type { StoredBlueprint } from '@shared/model/examining.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';

/** The bureau's own blueprints, the latest first; archived ones too. */
export async function readBlueprints(): Promise<StoredBlueprint[]> {
  return (await database.blueprints.toArray()).toSorted((one, other) => other.at - one.at);
}

/** Null where there is no such blueprint. */
export const blueprintWith = async (id: string): Promise<StoredBlueprint | null> => (await database.blueprints.get(id)) ?? null;

/** Keeps a blueprint under its id. @param at milliseconds since 1970 */
export const saveBlueprint = (blueprint: Blueprint, at: number): Promise<Result<null>> =>
  commit('blueprint.save', [{ table: 'blueprints', put: { id: blueprint.id, blueprint, at, archived: false } }]);

export const archiveBlueprint = (stored: StoredBlueprint, archived: boolean): Promise<Result<null>> =>
  commit('blueprint.archive', [{ table: 'blueprints', put: { ...stored, archived } }]);
