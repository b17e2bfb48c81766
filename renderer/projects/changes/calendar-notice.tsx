import { hrefOf } from '../../route.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

/** Said wherever workdays are shown of years that have no table of the legal calendar; nothing where there are none. */
export function CalendarNotice({ years }: { readonly years: readonly number[] }) {
  const { projectSchedule } = useWords();
  if (years.length === 0) return null;
  return (
    <Notice tone="warn">
      <p>{projectSchedule.withoutCalendar(years)}</p>
      <p>
        {projectSchedule.withoutCalendarNext} <a href={hrefOf('packages')}>{projectSchedule.toPackages}</a>
      </p>
    </Notice>
  );
}
