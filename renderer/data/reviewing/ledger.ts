import type { ProjectRules } from '@shared/model/policy.ts';
import type { PlanNode } from '@shared/model/project.ts';
import type { ProjectReturn } from '@shared/model/reviewing.ts';
import type { Unit } from '@shared/model/roster.ts';
import { byUnit } from '@shared/projects/merge/lists.ts';
import { ledgerRow, type LedgerDay, type LedgerRow } from '@shared/projects/merge/ledger.ts';
import type { LegalCalendar } from '@shared/projects/schedule/calendar.ts';
import { readPackage } from '../content.ts';
import { database } from '../database.ts';
import { readCalendar } from '../projects/calendar.ts';
import { readProjectRules } from '../projects/rules.ts';
import { turns } from '../turns.ts';
import { readReturns } from './returns.ts';

/** The bureau's ledger (台账) as it stands on a day. */
export interface Ledger {
  /** By unit, number and title. */
  readonly rows: readonly LedgerRow[];
  readonly rules: ProjectRules;
  readonly calendar: LegalCalendar;
  /** Those of the roster; null where none is installed. */
  readonly units: readonly Unit[] | null;
}

/** `today` is 'YYYY-MM-DD'; `dayOf` gives the day of an instant on this computer's calendar. */
export async function readLedger(today: string, dayOf: (at: number) => string): Promise<Ledger> {
  const [returns, rules, calendar, roster] = await Promise.all([readReturns(), readProjectRules(), readCalendar(), readPackage('roster')]);
  const rows = await rowsOf(returns, { today, rules, calendar, dayOf });
  return { rows: rows.toSorted(byUnit), rules, calendar, units: roster?.units ?? null };
}

async function rowsOf(returns: readonly ProjectReturn[], day: LedgerDay): Promise<readonly LedgerRow[]> {
  const nextTurn = turns();
  const rows: LedgerRow[] = [];
  for (const each of returns) {
    rows.push(ledgerRow(each, day));
    await nextTurn();
  }
  return rows;
}

const snapshotsAtOnce = 50;

/** The plans that were returned, by the ids of their rows. Read in parts, so that no single one holds the window up. */
export async function readNodes(rowIds: readonly string[]): Promise<ReadonlyMap<string, readonly PlanNode[]>> {
  const nodes = new Map<string, readonly PlanNode[]>();
  for (let from = 0; from < rowIds.length; from += snapshotsAtOnce) {
    const plans = await database.returnedPlans.bulkGet(rowIds.slice(from, from + snapshotsAtOnce));
    for (const plan of plans) if (plan) nodes.set(plan.id, plan.snapshot.nodes);
  }
  return nodes;
}
