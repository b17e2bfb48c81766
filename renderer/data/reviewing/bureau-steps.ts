import type { ProjectEvent } from '@shared/model/project-event.ts';
import { database } from '../database.ts';

/** The bureau's own steps by project. */
export async function bureauSteps(projectIds: readonly string[]): Promise<ReadonlyMap<string, readonly ProjectEvent[]>> {
  const steps = await database.projectEvents
    .where('projectId')
    .anyOf([...projectIds])
    .toArray();
  return Map.groupBy(
    steps.filter(({ side }) => side === 'bureau'),
    ({ projectId }) => projectId,
  );
}
