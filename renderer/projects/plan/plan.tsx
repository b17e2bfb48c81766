import type { PlanNode, Project } from '@shared/model/project.ts';
import { dueSoon } from '@shared/projects/states.ts';
import { projectSummary } from '@shared/projects/summary.ts';
import { readDueSoonDays } from '../../data/projects/projects.ts';
import { useLive } from '../../data/live.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import { missingParts } from './columns.tsx';
import { blankNode, insertRow } from './plan-edits.ts';
import { UnsavedNotice } from './plan-news.tsx';
import type { PlanSession } from './plan-session.ts';
import { PlanTable } from './plan-table.tsx';
import { sessionOf, usePlan } from './use-plan.ts';

interface PlanProps {
  readonly project: Project;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/** 推进计划表 of a project: how it stands, and the table itself. */
export function Plan({ project, today }: PlanProps) {
  const session = sessionOf(project.id);
  const view = usePlan(session);
  const dueSoonDays = useLive(readDueSoonDays, []);
  const { app } = useWords();
  if (!view || dueSoonDays === undefined) return <p className="soft">{app.loading}</p>;
  return (
    <div className="stack">
      {view.saving === 'failed' && <UnsavedNotice view={view} onRetry={() => void session.saveWaiting()} />}
      {view.rows.length === 0 && <EmptyPlan project={project} session={session} />}
      {view.rows.length > 0 && (
        <>
          <Summary nodes={view.rows} today={today} dueSoonDays={dueSoonDays} />
          <PlanTable project={project} session={session} view={view} today={today} dueSoonDays={dueSoonDays} />
        </>
      )}
    </div>
  );
}

interface SummaryProps {
  readonly nodes: readonly PlanNode[];
  readonly today: string;
  readonly dueSoonDays: number;
}

function Summary({ nodes, today, dueSoonDays }: SummaryProps) {
  const { plan } = useWords().projects;
  const { total, counts, percent } = projectSummary(nodes, today);
  const soon = nodes.filter((node) => dueSoon(node, today, dueSoonDays)).length;
  const missing = missingParts(nodes).map(([gap, count]) => plan.missingPart(plan.gaps[gap], count));
  return (
    <div>
      <p className="plan-summary">{plan.summary(total, counts.done, counts.overdue, soon, percent)}</p>
      {missing.length > 0 && <p className="plan-summary soft">{plan.missing(missing.join(plan.comma))}</p>}
    </div>
  );
}

/** A plan without nodes says how to begin. */
function EmptyPlan({ project, session }: { readonly project: Project; readonly session: PlanSession }) {
  const { projects } = useWords();
  const begin = (what: string, rows: readonly Partial<PlanNode>[]): void => {
    const nodes = rows.map((row) => ({ ...blankNode(project.id, crypto.randomUUID()), ...row }));
    session.change(
      what,
      nodes.reduce<readonly PlanNode[]>((all, node) => insertRow(all, all.length, node), []),
    );
  };
  return (
    <Empty>
      <p>{projects.plan.empty}</p>
      <div className="row plan-begin">
        <Button main onClick={() => begin('plan.template', projects.template)}>
          {projects.plan.fromTemplate}
        </Button>
        <Button onClick={() => begin('plan.insert', [{}])}>{projects.plan.addFirst}</Button>
      </div>
    </Empty>
  );
}
