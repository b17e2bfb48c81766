import type { ProjectRules } from '../../model/policy.ts';
import type { PlanNode, PlanSummary } from '../../model/project.ts';
import { isDone } from '../states.ts';
import type { LegalCalendar } from './calendar.ts';
import { forecast, lastFinish } from './forecast.ts';
import type { Span } from './schedule.ts';

export const lights = ['green', 'yellow', 'red'] as const;
export type Light = (typeof lights)[number];

/** The light of a delay in workdays, by the bureau's thresholds. */
export const lightOf = (delay: number, { yellowDays, redDays }: Pick<ProjectRules, 'yellowDays' | 'redDays'>): Light =>
  delay > 0 && delay >= redDays ? 'red' : delay > 0 && delay >= yellowDays ? 'yellow' : 'green';

/** How a plan stands and will come out. Days are 'YYYY-MM-DD', '' where nothing has dates; delays are workdays, 0 for none. */
export interface Outlook {
  readonly spans: ReadonlyMap<string, Span>;
  /** 原计划完成: what was approved; before that, what is planned. */
  readonly approvedFinish: string;
  readonly forecastFinish: string;
  /** By how much the most overdue node is late, as `summaryDelay` tells it. */
  readonly overdue: number;
  /** How much later than approved the whole will be finished. */
  readonly behind: number;
}

interface OutlookInput {
  readonly nodes: readonly PlanNode[];
  /** Empty before approval. */
  readonly baseline: readonly PlanNode[];
  readonly calendar: LegalCalendar;
  readonly today: string;
}

export function outlookOf({ nodes, baseline, calendar, today }: OutlookInput): Outlook {
  const spans = forecast(nodes, calendar, today);
  const approvedFinish = lastPlanned(baseline.length > 0 ? baseline : nodes);
  const forecastFinish = lastFinish(spans.values());
  const behind = approvedFinish === '' || forecastFinish === '' ? 0 : Math.max(0, calendar.workdaysLater(approvedFinish, forecastFinish));
  const open = nodes.filter((node) => !isDone(node));
  return {
    spans,
    approvedFinish,
    forecastFinish,
    overdue: mostOverdue(
      open.map((node) => node.plannedFinish),
      calendar,
      today,
    ),
    behind,
  };
}

/** The delay that a register can tell without reading nodes: workdays by which the most overdue one is late. */
export const summaryDelay = ({ open }: PlanSummary, calendar: LegalCalendar, today: string): number =>
  mostOverdue(
    open.map(({ finish }) => finish),
    calendar,
    today,
  );

/** `finishes` are those of what is not done. */
function mostOverdue(finishes: readonly string[], calendar: LegalCalendar, today: string): number {
  const late = finishes.filter((finish) => finish !== '' && finish < today).map((finish) => calendar.workdaysLater(finish, today));
  return late.reduce((most, days) => Math.max(most, days), 0);
}

const lastPlanned = (nodes: readonly PlanNode[]): string =>
  nodes.reduce((last, { plannedStart, plannedFinish }) => {
    const finish = plannedFinish || plannedStart;
    return finish > last ? finish : last;
  }, '');
