import { beginningOf, distance, nextBeginning, type BarScale, type BarUnit } from './scale.ts';

/** A cell of the time line above the bars. */
export interface HeadCell {
  readonly unit: BarUnit | 'year';
  /** Its first day, which may lie before the scale. */
  readonly day: string;
  /** Days from the beginning of the scale; cut to the scale. */
  readonly from: number;
  readonly to: number;
}

const above = { day: 'month', week: 'month', month: 'year', quarter: 'year' } as const satisfies Record<BarUnit, HeadCell['unit']>;

/** The two lines of the head: months above days and weeks, years above months and quarters. */
export const headLines = (scale: BarScale): { upper: HeadCell[]; lower: HeadCell[] } => ({
  upper: cells(scale, above[scale.unit]),
  lower: cells(scale, scale.unit),
});

function cells({ first, days }: BarScale, unit: HeadCell['unit']): HeadCell[] {
  const made: HeadCell[] = [];
  let day = unit === 'year' ? yearOf(first) : beginningOf(unit, first);
  for (let from = 0; from < days;) {
    const next = unit === 'year' ? yearAfter(day) : nextBeginning(unit, day);
    const to = Math.min(days, distance(first, next));
    made.push({ unit, day, from, to });
    [day, from] = [next, to];
  }
  return made;
}

const yearOf = (day: string): string => `${day.slice(0, 4)}-01-01`;
const yearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}-01-01`;
