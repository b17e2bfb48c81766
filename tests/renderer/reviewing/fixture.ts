import type { PlanNode, Project } from '@shared/model/project.ts';
import type { ProjectAction, ProjectEvent } from '@shared/model/project-event.ts';
import type { ProjectReturn, ReturnedPlan } from '@shared/model/reviewing.ts';
import type { Offer, ReceivedClaim } from '@shared/model/topic.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { step } from '@shared/projects/lifecycle/actions.ts';
import { replay } from '@shared/projects/lifecycle/replay.ts';
import { returnFacts } from '@shared/projects/merge/facts.ts';

export const minute = 60_000;
export const day = 1_440 * minute;

export const project: Project = {
  id: 'p1',
  title: '示例低电压治理',
  number: 'SJ2026-示例-01',
  unitId: 'unit-1',
  unitName: '示例县供电局',
  branch: '运维支部',
  secretary: '示例书记',
  topicSource: 'self',
  topicId: '',
  year: 2026,
  contact: '',
  specialty: '配电运检',
  startDate: '2026-03-01',
  endDate: '2026-11-30',
  background: '示例背景',
  problem: '示例问题',
  measures: '示例举措',
  effect: '示例成效',
  outcome: '',
  indicators: [],
  createdAt: 1,
  archived: false,
};

export const node = (changes: Partial<PlanNode> = {}): PlanNode => ({
  id: 'n1',
  projectId: 'p1',
  order: 1,
  phase: '实施',
  title: '示例勘查',
  duty: '示例职责',
  deliverable: '示例报告',
  owner: '示例甲',
  department: '示例班组',
  supporters: '',
  plannedStart: '2026-03-01',
  plannedFinish: '2026-03-31',
  actualStart: '',
  actualFinish: '',
  dependencies: [],
  weight: 1,
  progress: 0,
  nextSteps: '',
  note: '',
  ...changes,
});

const actor = { personId: 'p', name: '示例经办', position: '党建专责' };

/** Steps one after another, each from the state that the ones before made. */
export function steps(
  ...actions: readonly { readonly side: ProjectEvent['side']; readonly action: ProjectAction }[]
): readonly ProjectEvent[] {
  return actions.reduce<readonly ProjectEvent[]>((events, { side, action }, place) => {
    const facts = { id: `e${place + 1}`, at: day * (place + 1), by: actor, side, projectId: 'p1' } as const;
    const next = step(replay('p1', events), action, facts);
    if (!next.ok) throw new Error(`step ${place + 1}: ${next.why}`);
    return [...events, next.event];
  }, []);
}

export const submitted = (revision: number, changes: Partial<Project> = {}, nodes: readonly PlanNode[] = [node()]) =>
  ({ side: 'branch', action: { kind: 'submitted', submission: { revision, project: { ...project, ...changes }, nodes } } }) as const;

/** What has come in of the project, and the bureau's own steps. */
export function returned(events: readonly ProjectEvent[], state: ProjectReturn['state'] = 'current'): readonly WorkOp[] {
  const [own, theirs] = [events.filter(({ side }) => side === 'bureau'), events.filter(({ side }) => side === 'branch')];
  const snapshot = { project, nodes: [node()], events: theirs, changes: [], entries: [], months: [] };
  const row: ProjectReturn = {
    id: 'p1@key',
    projectId: 'p1',
    installation: 'key',
    history: [{ revision: 1, sha256: 'a'.repeat(64), sentAt: day }],
    state,
    facts: returnFacts(snapshot, own),
  };
  const plan: ReturnedPlan = { id: 'p1@key', projectId: 'p1', revision: 1, sha256: 'a'.repeat(64), snapshot };
  return [
    { table: 'projectReturns', put: row },
    { table: 'returnedPlans', put: plan },
    ...own.map((put): WorkOp => ({ table: 'projectEvents', put })),
  ];
}

export const offer = (changes: Partial<Offer> = {}): Offer => ({
  id: 'offer-1',
  year: 2026,
  title: '示例抢注课题',
  specialty: '',
  problem: '',
  expected: '',
  places: 1,
  opensAt: 10 * day,
  closesAt: 12 * day,
  eligible: [],
  archived: false,
  ...changes,
});

/** A valid claim of a unit, signed so many minutes after the offer opened. */
export function received(unit: string, minutes: number, changes: Partial<ReceivedClaim> = {}): ReceivedClaim {
  const id = `claim-${unit}`;
  const statement = {
    id,
    offerId: 'offer-1',
    unitId: unit,
    unitName: `示例单位${unit}`,
    branch: '示例支部',
    secretary: `示例书记${unit}`,
    reason: `示例理由${unit}`,
    claimedAt: 10 * day + minutes * minute,
  };
  const claim = { id, offerId: 'offer-1', statement, installation: 'key', signature: 'signature', withdrawn: false };
  return { id, offerId: 'offer-1', claim, receivedAt: 13 * day, genuine: true, ...changes };
}
