import type { ProjectRules } from '../../model/policy.ts';
import type { ProjectReturn, ReturnFacts } from '../../model/reviewing.ts';
import { lightOf, type Light } from '../schedule/light.ts';
import type { LegalCalendar } from '../schedule/calendar.ts';
import { missingMonths, runs } from './months.ts';

/** One line of the bureau's ledger (台账) on a day. */
export interface LedgerRow {
  /** Id of the return that counts, and of its snapshot. */
  readonly id: string;
  readonly projectId: string;
  readonly facts: ReturnFacts;
  /** Nodes that are late on that day; of a project that does not run none. */
  readonly overdue: number;
  /** Workdays by which the most overdue node is late. */
  readonly delay: number;
  readonly light: Light;
  /** Done nodes of all, 0 to 1; null for a plan without nodes. */
  readonly doneShare: number | null;
  /** 最近上报, 'YYYY-MM-DD'. */
  readonly reportedOn: string;
  /** Months 'YYYY-MM' whose report is due and has not come. */
  readonly missing: readonly string[];
  readonly inConflict: boolean;
}

export interface LedgerDay {
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly rules: Pick<ProjectRules, 'yellowDays' | 'redDays' | 'reportDay'>;
  readonly calendar: Pick<LegalCalendar, 'workdaysLater'>;
  /** 'YYYY-MM-DD' of an instant, on the calendar of the computer. */
  readonly dayOf: (at: number) => string;
}

/** A project as it stands on a day by what was returned of it. */
export function ledgerRow(
  { id, projectId, history, state, facts }: ProjectReturn,
  { today, rules, calendar, dayOf }: LedgerDay,
): LedgerRow {
  const late = runs(facts.stage) ? facts.finishes.filter((finish) => finish < today) : [];
  const delay = late[0] === undefined ? 0 : calendar.workdaysLater(late[0], today);
  return {
    id,
    projectId,
    facts,
    overdue: late.length,
    delay,
    light: lightOf(delay, rules),
    doneShare: facts.total === 0 ? null : facts.done / facts.total,
    reportedOn: dayOf(history.at(-1)?.sentAt ?? 0),
    missing: missingMonths(facts, today, rules.reportDay),
    inConflict: state === 'conflict',
  };
}

export interface LedgerFigures {
  readonly projects: number;
  readonly nodes: number;
  readonly done: number;
  readonly overdue: number;
  /** Projects that have at least one late node. */
  readonly late: number;
  /** Projects that owe at least one month. */
  readonly missing: number;
  readonly conflicts: number;
  readonly closed: number;
}

/** What the rows come to together. */
export function ledgerFigures(rows: readonly LedgerRow[]): LedgerFigures {
  const sum = (of: (row: LedgerRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const count = (is: (row: LedgerRow) => boolean): number => sum((row) => (is(row) ? 1 : 0));
  return {
    projects: rows.length,
    nodes: sum(({ facts }) => facts.total),
    done: sum(({ facts }) => facts.done),
    overdue: sum(({ overdue }) => overdue),
    late: count(({ overdue }) => overdue > 0),
    missing: count(({ missing }) => missing.length > 0),
    conflicts: count(({ inConflict }) => inConflict),
    closed: count(({ facts }) => facts.stage === 'closed' || facts.stage === 'assessed'),
  };
}
