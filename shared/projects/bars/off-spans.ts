import type { LegalCalendar } from '../schedule/calendar.ts';
import type { Span } from './layout.ts';
import { dayAfter, type BarScale } from './scale.ts';

/** Days off of a scale, neighbours as one. Of a year without a legal calendar none: an ordinary weekend may have been worked. */
export function offSpans({ first, days }: BarScale, calendar: Pick<LegalCalendar, 'isWorkday' | 'knows'>): Span[] {
  const spans: { from: number; to: number }[] = [];
  for (let place = 0; place < days; place += 1) {
    const day = dayAfter(first, place);
    if (!calendar.knows(Number(day.slice(0, 4))) || calendar.isWorkday(day)) continue;
    const last = spans.at(-1);
    if (last?.to === place) last.to = place + 1;
    else spans.push({ from: place, to: place + 1 });
  }
  return spans;
}
