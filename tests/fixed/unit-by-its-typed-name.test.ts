import { expect, it } from 'vitest';
import { ledgerRow } from '@shared/projects/merge/ledger.ts';
import { missingReporters } from '@shared/projects/merge/lists.ts';
import { legalCalendar } from '@shared/projects/schedule/calendar.ts';
import { returned } from '../shared/projects/merge/returns.ts';

// A branch that had no roster typed its unit's name. The bureau's list of units without a project named it all the same.
it('a unit whose branch has typed its name is no unit without a project', () => {
  const rules = { yellowDays: 1, redDays: 5, reportDay: 25 };
  const day = { today: '2026-09-26', rules, calendar: legalCalendar([]), dayOf: () => '2026-09-20' };
  const row = ledgerRow(returned('p1', { unitId: '', unitName: ' 甲县局' }), day);
  const units = ['甲县局', '乙县局'].map((name, place) => ({ id: `unit-${place}`, name, kind: 'county' as const }));
  const { withoutProjects } = missingReporters([row], units, { month: '2026-08', reportDay: 25 });
  expect(withoutProjects.map(({ name }) => name)).toEqual(['乙县局']);
});
