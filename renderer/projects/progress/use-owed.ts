import type { MonthlyReport, Project } from '@shared/model/project.ts';
import { missingMonths, runs } from '@shared/projects/merge/months.ts';
import { monthOf } from '@shared/projects/progress/months.ts';
import { useLive } from '../../data/live.ts';
import { readProjectState } from '../../data/projects/events.ts';
import { readProjectRules } from '../../data/projects/rules.ts';

export interface Owed {
  /** 'YYYY-MM' whose report was due and is not there: the bureau counts the same. */
  readonly missing: readonly string[];
  /** Whether this month's report will be owed. */
  readonly isRunning: boolean;
  readonly reportDay: number;
}

/** Which monthly reports a project owes; undefined until it is known. Only approved projects owe any. */
export function useOwed(project: Project, months: readonly MonthlyReport[], today: string): Owed | undefined {
  const standing = useLive(async () => ({ state: await readProjectState(project.id), rules: await readProjectRules() }), [project.id]);
  if (!standing) return undefined;
  const { approvedOn, stage } = standing.state;
  const { reportDay } = standing.rules;
  const reported = months.map(({ month }) => ({ month, percent: 0 })); // only which months counts here
  const missing = missingMonths({ stage, approvedOn, months: reported }, today, reportDay);
  return { missing, isRunning: runs(stage) && months.every(({ month }) => month !== monthOf(today)), reportDay };
}
