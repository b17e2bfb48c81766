import type { Approval } from '@shared/model/plan-file.ts';
import { readProjectState } from './events.ts';
import { readEvidence } from './evidence.ts';

/** What a plan that leaves the program says beside its nodes. */
export interface PlanFacts {
  /** Absent before it is approved. */
  readonly approval?: Approval;
  /** Names of the evidence, of nodes and of the whole project (nodeId ''). */
  readonly evidence: readonly { readonly nodeId: string; readonly name: string }[];
}

export async function readPlanFacts(projectId: string): Promise<PlanFacts> {
  const [{ revision, approvedOn }, files] = await Promise.all([readProjectState(projectId), readEvidence(projectId)]);
  const evidence = files.map(({ nodeId, name }) => ({ nodeId, name }));
  return approvedOn === '' ? { evidence } : { approval: { revision, approvedOn }, evidence };
}
