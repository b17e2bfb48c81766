import { decisionId } from '@shared/bank/checks/decisions.ts';
import type { CheckProblem } from '@shared/bank/checks/report.ts';
import type { BankDecision } from '@shared/model/bank.ts';

export const groupNames = ['contradiction', 'duplicate', 'similar', 'document', 'basis', 'other'] as const;
export type GroupName = (typeof groupNames)[number];

/** A problem that the checks found, with a name of its own and what was decided about it since. */
export interface ListedProblem {
  readonly key: string;
  readonly problem: CheckProblem;
  readonly decided: BankDecision | null;
}

/** The problems by group, those that keep the bank from being published first; with the decisions as they stand now. */
export function groupsOf(
  problems: readonly CheckProblem[],
  bankId: string,
  decisions: readonly BankDecision[],
): ReadonlyMap<GroupName, readonly ListedProblem[]> {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const urgentFirst = problems.toSorted((one, other) => Number(other.blocks) - Number(one.blocks));
  const listed = urgentFirst.map((problem): [GroupName, ListedProblem] => {
    const id = decisionFor(problem, bankId);
    return [groupOf(problem), { key: keyOf(problem), problem, decided: (id && byId.get(id)) || null }];
  });
  const groups = Map.groupBy(listed, ([name]) => name);
  return new Map(groupNames.flatMap((name) => (groups.has(name) ? [[name, (groups.get(name) ?? []).map(([, one]) => one)] as const] : [])));
}

function groupOf(problem: CheckProblem): GroupName {
  if (problem.kind !== 'finding') return problem.kind;
  return problem.finding.code === 'basis-missing' ? 'basis' : 'other';
}

function keyOf(problem: CheckProblem): string {
  switch (problem.kind) {
    case 'document':
      return `document ${problem.entry.id} ${problem.document.title} ${problem.year}`;
    case 'finding':
      return `finding ${problem.entry.id} ${problem.finding.code} ${problem.finding.message}`;
    default:
      return `${problem.kind} ${problem.pair[0].id} ${problem.pair[1].id}`;
  }
}

/** Which kind of decision settles a problem; null where only a change of the question does. */
export const decisionKindOf = (problem: CheckProblem): BankDecision['kind'] | null =>
  (
    {
      contradiction: 'not-contradiction',
      duplicate: 'not-duplicate',
      similar: 'not-duplicate',
      document: 'document-still-valid',
      finding: null,
    } as const
  )[problem.kind];

/** The id under which a decision about a problem is kept, or null where there is none to make. */
export function decisionFor(problem: CheckProblem, bankId: string): string | null {
  const kind = decisionKindOf(problem);
  if (kind === null || problem.kind === 'finding') return null;
  const [one, other] = problem.kind === 'document' ? [problem.entry, problem.entry] : problem.pair;
  return decisionId(bankId, kind, one.id, other.id);
}
