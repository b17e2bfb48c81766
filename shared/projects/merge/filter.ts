import { projectStages, type ProjectStage } from '../../model/project-event.ts';
import { lights, type Light } from '../schedule/light.ts';
import type { LedgerRow } from './ledger.ts';

/** Which rows of the ledger are shown; '' and null leave all of them. */
export interface LedgerFilter {
  readonly unit: string;
  readonly year: number | null;
  readonly stage: ProjectStage | '';
  readonly light: Light | '';
  readonly only: LedgerOnly | '';
  /** Part of a title, number, unit or secretary. */
  readonly sought: string;
}

export const ledgerOnly = ['late', 'missing', 'conflict', 'closed'] as const;
export type LedgerOnly = (typeof ledgerOnly)[number];

export const everything: LedgerFilter = { unit: '', year: null, stage: '', light: '', only: '', sought: '' };

const only: Record<LedgerOnly, (row: LedgerRow) => boolean> = {
  late: ({ overdue }) => overdue > 0,
  missing: ({ missing }) => missing.length > 0,
  conflict: ({ inConflict }) => inConflict,
  closed: ({ facts }) => facts.stage === 'closed' || facts.stage === 'assessed',
};

export function filterLedger(rows: readonly LedgerRow[], filter: LedgerFilter): readonly LedgerRow[] {
  const sought = plain(filter.sought);
  return rows.filter((row) => {
    const { facts, light } = row;
    return (
      (filter.unit === '' || facts.unitName === filter.unit) &&
      (filter.year === null || facts.year === filter.year) &&
      (filter.stage === '' || facts.stage === filter.stage) &&
      (filter.light === '' || light === filter.light) &&
      (filter.only === '' || only[filter.only](row)) &&
      (sought === '' || plain([facts.title, facts.number, facts.unitName, facts.branch, facts.secretary].join(' ')).includes(sought))
    );
  });
}

/** What can be chosen: the units, years, stages and lights that occur. */
export const ledgerChoices = (rows: readonly LedgerRow[]) => ({
  units: [...new Set(rows.map(({ facts }) => facts.unitName))],
  years: [...new Set(rows.map(({ facts }) => facts.year))].toSorted((one, other) => other - one),
  stages: projectStages.filter((stage) => rows.some(({ facts }) => facts.stage === stage)),
  lights: lights.filter((light) => rows.some((row) => row.light === light)),
});

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();
