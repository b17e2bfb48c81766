import type { ProjectRules } from '@shared/model/policy.ts';
import type { PlanSummary, Project } from '@shared/model/project.ts';
import type { ProjectEvent, ProjectStage } from '@shared/model/project-event.ts';
import { completeProject } from '@shared/projects/complete.ts';
import type { RegisterFacts } from '@shared/projects/register.ts';
import type { LegalCalendar } from '@shared/projects/schedule/calendar.ts';
import { lightOf, summaryDelay } from '@shared/projects/schedule/light.ts';
import { standing } from '@shared/projects/summary.ts';
import { database } from '../database.ts';
import { isOver } from '@shared/projects/lifecycle/state.ts';
import { readCalendar } from './calendar.ts';
import { readStateWith } from './events.ts';
import { readPublishedProjects } from './published.ts';
import { readProjectRules } from './rules.ts';
import { readPlanSummaries } from './summaries.ts';

/** Rows of one read: so many take a few milliseconds. */
const rowsAtOnce = 500;

/** Every project on this computer, archived ones too, in no order. Read in parts, so that no single one holds the window up. */
export async function readProjectRows(): Promise<Project[]> {
  const rows: Project[] = [];
  for (let last = ''; ;) {
    const part = await database.projects.where('id').above(last).limit(rowsAtOnce).toArray();
    rows.push(...part.map(completeProject));
    last = part.at(-1)?.id ?? '';
    if (part.length < rowsAtOnce) return rows;
  }
}

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
  const [summaries, stages] = await Promise.all([
    readPlanSummaries(projectIds),
    Promise.all(projectIds.map(async (id) => (await readStateWith(id, basis.published.get(id) ?? [])).stage)),
  ]);
  return new Map(
    projectIds.flatMap((id, place) => {
      const [summary, stage] = [summaries.get(id), stages[place]];
      return summary && stage ? [[id, factsOf(summary, stage, basis, today)] as const] : [];
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
  const { projectEvents, planSummaries, returnedPlans, packages } = database;
  await Promise.all([projectEvents, planSummaries, returnedPlans, packages].map((table) => table.count()));
  return {};
}
