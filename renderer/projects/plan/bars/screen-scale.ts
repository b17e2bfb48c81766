import type { PlanNode } from '@shared/model/project.ts';
import { rangeOf, roomAround } from '@shared/projects/bars/range.ts';
import { scaleOf, scaleToFit, type BarScale, type BarUnit, type UnitLengths } from '@shared/projects/bars/scale.ts';

/** CSS pixels of a day in a chosen unit, and the least of them where everything is to fit. */
const lengths: UnitLengths = { day: 26, week: 11, month: 3.2, quarter: 1.1 };
const leastLengths: UnitLengths = { day: 20, week: 7, month: 1.2, quarter: 0.3 };

/** Days around the plan: room to move a bar into, and for the words behind the last one. */
const room = { day: 14, week: 28, month: 62, quarter: 184 } as const satisfies Record<BarUnit, number>;
/** CSS pixels for the words behind the last bar where everything is to fit. */
const wordsWidth = 160;
const leastWidth = 360;

interface ScaleOptions {
  readonly rows: readonly PlanNode[];
  readonly baseline: readonly PlanNode[];
  readonly today: string;
  readonly unit: BarUnit | 'fit';
  /** Of the box, in CSS pixels. */
  readonly width: number;
}

/** The scale of the drawing on a screen. */
export function screenScale({ rows, baseline, today, unit, width }: ScaleOptions): BarScale {
  const range = rangeOf(rows, baseline, today);
  if (unit !== 'fit') return scaleOf(unit, roomAround(range, room[unit], today), lengths);
  const whole = Math.max(leastWidth, width);
  const fitted = scaleToFit(roomAround(range, 3, today), whole - wordsWidth, leastLengths);
  return { ...fitted, days: whole / fitted.dayLength };
}
