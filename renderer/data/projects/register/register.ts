import type { ProjectRules } from '@shared/model/policy.ts';
import type { PlanSummary } from '@shared/model/project.ts';
import type { ProjectEvent, ProjectStage } from '@shared/model/project-event.ts';
import type { RegisterFacts } from '@shared/projects/register.ts';
import type { LegalCalendar } from '@shared/projects/schedule/calendar.ts';
import { lightOf, summaryDelay } from '@shared/projects/schedule/light.ts';
import { standing } from '@shared/projects/summary.ts';
import { isOver } from '@shared/projects/lifecycle/state.ts';
import { touch } from '../../kept/touch.ts';
import { readCalendar } from '../calendar.ts';
import { readPublishedProjects } from '../published.ts';
import { readProjectRules } from '../rules.ts';
import { readStandpoints } from './stages.ts';
import { readPlanSummaries } from './summaries.ts';

/** What the facts of all rows are reckoned with. */
export interface FactsBasis {
  readonly calendar: LegalCalendar;
  readonly rules: ProjectRules;
  /** Steps that came down in packages, by project. */
  readonly published: ReadonlyMap<string, readonly ProjectEvent[]>;
}

export async function readFactsBasis(): Promise<FactsBasis> {
  const [calendar, rules, content] = await Promise.all([readCalendar(), readProjectRules(), readPublishedProjects()]);
  return { calendar, rules, published: Map.groupBy(content?.events ?? [], ({ projectId }) => projectId) };
}

/** The facts of some projects on a day ('YYYY-MM-DD'). */
export async function readRegisterFacts(
  projectIds: readonly string[],
  basis: FactsBasis,
  today: string,
): Promise<ReadonlyMap<string, RegisterFacts>> {
  const [summaries, standpoints] = await Promise.all([readPlanSummaries(projectIds), readStandpoints(projectIds, basis.published)]);
  return new Map(
    projectIds.flatMap((id) => {
      const [summary, standpoint] = [summaries.get(id), standpoints.get(id)];
      return summary && standpoint ? [[id, factsOf(summary, standpoint.stage, basis, today)] as const] : [];
    }),
  );
}

function factsOf(summary: PlanSummary, stage: ProjectStage, { calendar, rules }: FactsBasis, today: string): RegisterFacts {
  const { total, percent } = summary;
  if (isOver(stage)) return { stage, total, percent, overdue: 0, delay: 0, light: null, next: null };
  const { overdue, next } = standing(summary, today, 0);
  const delay = summaryDelay(summary, calendar, today);
  return { stage, total, percent, overdue: overdue.length, delay, light: lightOf(delay, rules), next };
}

/** Asks next to nothing of the database, but so that a live query runs again when the facts of any project may have changed. */
export async function touchRegisterFacts(): Promise<object> {
  await touch('projectEvents', 'returnedPlans', 'projectReturns', 'planSummaries', 'planNodes', 'packages');
  return {};
}
