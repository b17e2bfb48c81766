import { memo } from 'react';
import type { PlanNode } from '@shared/model/project.ts';
import { reviewStages, type ProjectStage } from '@shared/model/project-event.ts';
import { lastFinish } from '@shared/projects/schedule/forecast.ts';
import { dueSoon } from '@shared/projects/states.ts';
import { projectSummary } from '@shared/projects/summary.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { missingParts } from './columns.tsx';
import type { PlanFacts } from './plan-rows.ts';

interface PlanSummaryProps {
  readonly nodes: readonly PlanNode[];
  readonly facts: PlanFacts;
  readonly stage: ProjectStage;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly dueSoonDays: number;
}

/** How a plan stands, what it lacks, and what its dates were reckoned with. Reckoned again only where the plan changed, not while it is saved. */
export const PlanSummaryLines = memo(function PlanSummaryLines({ nodes, facts, stage, today, dueSoonDays }: PlanSummaryProps) {
  const { plan } = useWords().projects;
  const { total, counts, percent } = projectSummary(nodes, today);
  const soon = nodes.filter((node) => dueSoon(node, today, dueSoonDays)).length;
  const missing = missingParts(nodes).map(([gap, count]) => plan.missingPart(plan.gaps[gap], count));
  const { violations, cycles, gone, plainYears } = facts.schedule;
  const forecast = lastFinish(facts.forecasts.values());
  const broken = violations.length + cycles.length + gone.length;
  return (
    <div className="plan-summary-lines">
      <p className="plan-summary">
        {plan.summary(total, counts.done, counts.overdue, soon, percent)}
        {forecast && plan.forecastFinish(forecast)}
      </p>
      {missing.length > 0 && <p className="plan-summary soft">{plan.missing(missing.join(plan.comma))}</p>}
      {broken > 0 && <p className="plan-summary plan-late">{plan.broken(violations.length, cycles.length, gone.length)}</p>}
      {plainYears.length > 0 && <Notice tone="warn">{plan.plainYears(plainYears.join(plan.comma))}</Notice>}
      {reviewStages.some((review) => review === stage) && <Notice tone="warn">{plan.underReview}</Notice>}
    </div>
  );
});
