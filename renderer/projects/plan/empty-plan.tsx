import type { ReactNode } from 'react';
import type { PlanNode, Project } from '@shared/model/project.ts';
import { blankNode } from '@shared/projects/complete.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import { insertRows } from './edits/plan-edits.ts';
import type { ChangePlan } from './use-plan-changes.tsx';

interface EmptyPlanProps {
  readonly project: Project;
  readonly change: ChangePlan;
  /** The first rows are there. */
  readonly onBegun: () => void;
  /** Further ways to begin: a file. */
  readonly children: ReactNode;
}

/** A plan without nodes says how to begin. */
export function EmptyPlan({ project, change, onBegun, children }: EmptyPlanProps) {
  const { plan } = useWords().projects;
  const begin = (what: string, rows: readonly Partial<PlanNode>[]): void => {
    const nodes = rows.map((row) => ({ ...blankNode(project.id, crypto.randomUUID()), ...row }));
    change(what, insertRows([], 0, nodes), { onDone: onBegun, onCancel: () => undefined });
  };
  return (
    <Empty>
      <p>{plan.empty}</p>
      <div className="row plan-begin">
        <Button main onClick={() => begin('plan.template', plan.template)}>
          {plan.fromTemplate}
        </Button>
        <Button onClick={() => begin('plan.insert', [{}])}>{plan.addFirst}</Button>
        {children}
      </div>
    </Empty>
  );
}
