import { useMemo } from 'react';
import type { Ledger } from '../../data/reviewing/ledger.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

/** The lights count workdays: years without a legal calendar between the oldest late node and today are named. */
export function CalendarNotice({ ledger: { rows, calendar }, today }: { readonly ledger: Ledger; readonly today: string }) {
  const { projectSchedule } = useWords();
  const years = useMemo(() => {
    const oldest = rows.reduce((first, { overdue, facts }) => {
      const finish = overdue > 0 ? (facts.finishes[0] ?? today) : today;
      return finish < first ? finish : first;
    }, today);
    const [from, to] = [Number(oldest.slice(0, 4)), Number(today.slice(0, 4))];
    return Array.from({ length: to - from + 1 }, (_, place) => from + place).filter((year) => !calendar.knows(year));
  }, [rows, calendar, today]);
  return years.length === 0 ? null : <Notice tone="warn">{projectSchedule.withoutCalendar(years)}</Notice>;
}
