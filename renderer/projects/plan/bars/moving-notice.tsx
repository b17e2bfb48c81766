import type { PlanNode } from '@shared/model/project.ts';
import { isDay } from '@shared/projects/days.ts';
import type { LegalCalendar } from '@shared/projects/schedule/calendar.ts';
import { useWords } from '../../../words.tsx';
import type { BarDraft } from './use-bar-moves.ts';

interface MovingNoticeProps {
  readonly draft: BarDraft | null;
  readonly rows: readonly PlanNode[];
  readonly calendar: LegalCalendar;
}

/** Where a bar would be put, and how to put it there by key: over the time line, where it is always in sight, and read out. */
export function MovingNotice({ draft, rows, calendar }: MovingNoticeProps) {
  const { projectBars: words } = useWords();
  const node = rows.find(({ id }) => id === draft?.nodeId);
  return (
    <div className="bars-moving" role="status">
      {draft && node && (
        <p>
          {words.moving(node.title || words.unnamed, draft.dates.start, draft.dates.finish)}
          {workdaysOf(draft, calendar, words.workdays)}
          {draft.by === 'keys' && `　${words.confirm}`}
        </p>
      )}
    </div>
  );
}

function workdaysOf(
  { dates: { start, finish } }: BarDraft,
  calendar: LegalCalendar,
  told: (days: number, known: boolean) => string,
): string {
  if (!isDay(start) || !isDay(finish) || finish < start) return '';
  const known = [start, finish].every((day) => calendar.knows(Number(day.slice(0, 4))));
  return told(calendar.workdaysBetween(start, finish), known);
}
