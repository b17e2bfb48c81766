import { generateKeyPairSync } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Correction } from '@shared/model/bank.ts';
import type { BundleEntry } from '@shared/model/bundle.ts';
import type { PlanNode, Project } from '@shared/model/project.ts';
import type { ProjectSnapshot } from '@shared/model/reviewing.ts';
import type { Claim, ClaimStatement } from '@shared/model/topic.ts';
import { signClaim } from '../../../main/bundles/claims.ts';
import { packContents } from '../../../main/bundles/contents.ts';
import { sealEnvelope } from '../../../main/bundles/envelope.ts';

/** A bureau's receiving key. */
export async function newBureau() {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

export const installation = generateKeyPairSync('ed25519').privateKey;

export const head = {
  id: 'bundle-1',
  sender: { unitId: 'unit-1', unitName: '示例县供电局', branch: '示例支部', personName: '示例员工01' },
  createdAt: 1_000_000,
};

const actor = { personId: 'person-1', name: '示例员工01', position: '党建专责' };

export const project = (id: string, fields: Partial<Project> = {}): Project => ({
  id,
  title: `示例项目 ${id}`,
  number: '',
  unitId: 'unit-1',
  unitName: '示例县供电局',
  branch: '示例支部',
  secretary: '示例书记',
  topicSource: 'self',
  topicId: '',
  year: 2026,
  contact: '',
  specialty: '',
  startDate: '2026-01-01',
  endDate: '',
  background: '',
  problem: '示例问题',
  measures: '',
  effect: '',
  outcome: '',
  indicators: [],
  createdAt: 1,
  archived: false,
  ...fields,
});

export const node = (projectId: string, id: string, fields: Partial<PlanNode> = {}): PlanNode => ({
  id,
  projectId,
  order: 1,
  phase: '',
  title: '示例节点',
  duty: '',
  deliverable: '',
  owner: '',
  department: '',
  supporters: '',
  plannedStart: '',
  plannedFinish: '2026-12-31',
  actualStart: '',
  actualFinish: '',
  dependencies: [],
  weight: 1,
  progress: 0,
  nextSteps: '',
  note: '',
  ...fields,
});

export function snapshot(id: string, fields: Partial<ProjectSnapshot> = {}): ProjectSnapshot {
  const month = {
    reporter: '示例员工01',
    position: '',
    progress: '示例进展',
    problem: '',
    coordination: '',
    next: '',
    indicators: [],
    at: 3,
  };
  return {
    project: project(id),
    nodes: [node(id, `${id}-n1`)],
    events: [
      { id: `${id}-e1`, projectId: id, after: null, at: 2, by: actor, side: 'branch', action: { kind: 'withdrawn', reason: '示例' } },
    ],
    changes: [],
    entries: [],
    months: [{ id: `${id}:2026-03`, projectId: id, month: '2026-03', nodes: [], ...month }],
    ...fields,
  };
}

export const statement = (id: string, fields: Partial<ClaimStatement> = {}): ClaimStatement => ({
  id,
  offerId: 'offer-1',
  unitId: 'unit-1',
  unitName: '示例县供电局',
  branch: '示例支部',
  secretary: '示例书记',
  reason: '示例理由',
  claimedAt: 5,
  ...fields,
});

export const claim = (id: string): Claim => ({
  id,
  offerId: 'offer-1',
  statement: statement(id),
  ...signClaim(statement(id), installation),
  withdrawn: false,
});

export const correction = (id: string): Correction => ({
  id,
  questionId: 'q-1',
  package: 'bank',
  version: 1,
  stem: '示例题干',
  text: '示例说明',
  personName: '示例员工01',
  unitName: '示例县供电局',
  at: 4,
  reply: null,
});

export const entries: readonly BundleEntry[] = [
  { kind: 'project', id: 'p-1', revision: 2, content: snapshot('p-1') },
  { kind: 'claim', id: 'c-1', revision: 1, content: claim('c-1') },
  { kind: 'correction', id: 'k-1', revision: 1, content: correction('k-1') },
];

/** The bytes of a bundle with these entries. */
export const bundleOf = async (sent: readonly BundleEntry[], recipient: string): Promise<Buffer> =>
  sealEnvelope(packContents(head, sent, installation).bytes, recipient);
