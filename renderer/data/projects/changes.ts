import { compare } from '@shared/compare.ts';
import type { PlanChangeNote } from '@shared/model/project.ts';
import { database } from '../database.ts';

/** One step that changed an approved plan, with its lines. */
export interface ChangeStep {
  readonly id: string;
  readonly at: number;
  readonly notes: readonly PlanChangeNote[];
}

/** The changes of a project's plan, the newest first. */
export async function readChangeSteps(projectId: string): Promise<ChangeStep[]> {
  const notes = await database.planChanges.where('projectId').equals(projectId).toArray();
  const steps = [...Map.groupBy(notes, ({ stepId }) => stepId)].map(([id, lines]) => ({ id, at: lines[0]?.at ?? 0, notes: lines }));
  return steps.sort((one, other) => other.at - one.at || compare(one.id, other.id));
}
