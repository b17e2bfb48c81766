import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ledgerRow } from '@shared/projects/merge/ledger.ts';
import { lateNodes, longestFirst } from '@shared/projects/merge/lists.ts';
import { legalCalendar } from '@shared/projects/schedule/calendar.ts';
import { planNode } from '../shared/projects/fixture.ts';
import { returned } from '../shared/projects/merge/returns.ts';

const today = '2026-09-26';
const day = { today, rules: { yellowDays: 1, redDays: 5, reportDay: 25 }, calendar: legalCalendar([]), dayOf: () => today };
const dates = fc.constantFrom('2026-09-01', '2026-09-10', '2026-09-25', '2026-10-01');

// The late list kept every plan in memory and ordered all late nodes in one task. It is read in parts now, which must change nothing.
it('the late list is the same whether the plans are read in parts or at once', () => {
  fc.assert(
    fc.property(fc.array(fc.array(dates, { maxLength: 4 }), { maxLength: 6 }), fc.nat(6), (plans, cut) => {
      const rows = plans.map((finishes, place) =>
        ledgerRow(returned(`p${place}`, { unitName: `示例单位${place}`, finishes: finishes.toSorted() }), day),
      );
      const nodesOf = (rowId: string) =>
        (plans[rows.findIndex(({ id }) => id === rowId)] ?? []).map((plannedFinish, place) =>
          planNode({ id: `${rowId}-${place}`, plannedFinish }),
        );
      const parts = [rows.slice(0, cut), rows.slice(cut)].flatMap((some) => lateNodes(some, nodesOf, today));
      const whole = longestFirst(lateNodes(rows, nodesOf, today));
      expect(longestFirst(parts)).toEqual(whole);
      expect(whole).toHaveLength(plans.flat().filter((finish) => finish < today).length);
      expect(whole).toEqual(whole.toSorted((one, other) => other.days - one.days));
    }),
  );
});
