import type { StoredEvidence } from '@shared/ipc/contract.ts';
import type { Result } from '@shared/model/failure.ts';
import type { Actor, Evidence } from '@shared/model/project.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';

/** 佐证材料 of a project, oldest first. */
export async function readEvidence(projectId: string): Promise<Evidence[]> {
  const rows = await database.evidence.where('projectId').equals(projectId).toArray();
  return rows.toSorted((one, other) => one.at - other.at);
}

interface NewEvidence {
  readonly projectId: string;
  /** '' for the whole project. */
  readonly nodeId: string;
  readonly by: Actor;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Files that main has stored become evidence. The same file of the same place twice is one. */
export function addEvidence(files: readonly StoredEvidence[], { projectId, nodeId, by, at }: NewEvidence): Promise<Result<null>> {
  const rows = files.map((file): Evidence => ({ id: `${projectId}:${nodeId}:${file.sha256}`, projectId, nodeId, ...file, by, at }));
  return commit(
    'evidence.add',
    rows.map((put) => ({ table: 'evidence', put })),
  );
}

/** Takes a file off the list; its bytes stay in main's store, so that a step that names it still finds it. */
export const removeEvidence = (id: string): Promise<Result<null>> => commit('evidence.remove', [{ table: 'evidence', remove: id }]);

/** Puts a file back that was taken off. */
export const putEvidence = (file: Evidence): Promise<Result<null>> => commit('evidence.add', [{ table: 'evidence', put: file }]);
