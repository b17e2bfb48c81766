import { memo, useMemo } from 'react';
import { offSpans } from '@shared/projects/bars/off-spans.ts';
import type { LegalCalendar } from '@shared/projects/schedule/calendar.ts';
import type { ListWindow } from '../../../../ui/list/window.ts';
import type { BarDrawing } from './drawing.ts';

interface OffDaysProps {
  readonly drawing: BarDrawing;
  readonly calendar: LegalCalendar;
  readonly shown: ListWindow;
}

/** CSS pixels of a day below which a weekend is no more than a line. */
const leastLength = 3;

/** Days off by the legal calendar as grey stripes behind the bars. */
export const OffDays = memo(function OffDays({ drawing, calendar, shown }: OffDaysProps) {
  const { scale, rowHeight } = drawing;
  const spans = useMemo(() => (scale.dayLength < leastLength ? [] : offSpans(scale, calendar)), [scale, calendar]);
  const [top, bottom] = [shown.from * rowHeight, shown.to * rowHeight];
  const path = spans.map(
    ({ from, to }) => `M${from * scale.dayLength} ${top}H${to * scale.dayLength}V${bottom}H${from * scale.dayLength}z`,
  );
  return <path className="bars-off" d={path.join('')} />;
});
