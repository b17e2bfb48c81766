import type { ProjectRules } from '@shared/model/policy.ts';
import type { ProjectReturn } from '@shared/model/reviewing.ts';
import type { Unit } from '@shared/model/roster.ts';
import { byUnit, lateNodes, longestFirst, type LateNode } from '@shared/projects/merge/lists.ts';
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

/**
 * The late nodes of some lines of the ledger on a day ('YYYY-MM-DD'), the longest late first. Of a part of the plans at a time,
 * and nothing else of them is kept: all of them at once would hold the window up.
 */
export async function readLateNodes(rows: readonly LedgerRow[], today: string): Promise<readonly LateNode[]> {
  const late = rows.filter(({ overdue }) => overdue > 0);
  const nodes: LateNode[] = [];
  for (let from = 0; from < late.length; from += snapshotsAtOnce) {
    const some = late.slice(from, from + snapshotsAtOnce);
    const plans = await database.returnedPlans.bulkGet(some.map(({ id }) => id));
    const byId = new Map(plans.map((plan) => [plan?.id, plan?.snapshot.nodes ?? []]));
    for (const node of lateNodes(some, (id) => byId.get(id) ?? [], today)) nodes.push(node);
  }
  return longestFirst(nodes);
}
