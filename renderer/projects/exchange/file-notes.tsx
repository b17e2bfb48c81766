import type { PlanFile } from '@shared/model/plan-file.ts';
import type { PlanComparison } from '@shared/projects/exchange/compare.ts';
import { readHolidays } from '../../data/projects/holidays.ts';
import { useLive } from '../../data/live.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

/** What was read of the file, row for row, and what there is to decide. */
export function FileNotes({ file, comparison }: { readonly file: PlanFile; readonly comparison: PlanComparison }) {
  const { projectExchange: words } = useWords();
  const { source, rows, headings, refused, ignored } = file.accounted;
  const cells = comparison.rows.flatMap(({ cells: all }) => all);
  const conflicts = cells.filter(({ conflict }) => conflict).length;
  const unread = cells.filter(({ read }) => 'problem' in read).length;
  const added = comparison.rows.filter(({ node }) => !node).length;
  const changed = comparison.rows.filter(({ node }) => node).reduce((sum, row) => sum + row.cells.length, 0);
  return (
    <>
      <div>
        <p>
          <strong>{words.read(file.name, rows)}</strong>
        </p>
        <p className="soft">
          {file.format === 'mspdi'
            ? words.accountedTasks(source, rows, headings, ignored)
            : words.accounted(source, rows, headings, refused, ignored)}
        </p>
        <p>{words.summary(changed, added, comparison.absent.length)}</p>
      </div>
      {file.rows.length === 0 && <Notice tone="warn">{words.nothingRead}</Notice>}
      {comparison.otherProject && <Notice tone="warn">{words.otherProject}</Notice>}
      {conflicts > 0 && <Notice tone="warn">{words.conflicts(conflicts)}</Notice>}
      {unread > 0 && <Notice tone="warn">{words.unread(unread)}</Notice>}
      <CalendarNote file={file} />
      <Problems file={file} />
    </>
  );
}

const namedDays = 6;

/** The calendar of a foreign file is not taken over: workdays are the law's. */
function CalendarNote({ file }: { readonly file: PlanFile }) {
  const { projectExchange: words } = useWords();
  const holidays = useLive(readHolidays, []);
  const known = new Map(holidays?.map(({ day, work }) => [day, work]));
  const years = new Set(holidays?.map(({ day }) => day.slice(0, 4)));
  const other = file.calendar.filter(({ day, work }) => years.has(day.slice(0, 4)) && known.get(day) !== work).map(({ day }) => day);
  if (other.length === 0) return null;
  const days = other.slice(0, namedDays).join(words.comma) + (other.length > namedDays ? '…' : '');
  return <Notice tone="warn">{words.calendarDiffers(other.length, days)}</Notice>;
}

const shownProblems = 200;

function Problems({ file }: { readonly file: PlanFile }) {
  const { projectExchange: words } = useWords();
  const { problems } = file;
  if (problems.length === 0) return null;
  return (
    <details className="exchange-problems" open={problems.some(({ severity }) => severity === 'error')}>
      <summary>{words.problemCount(problems.length)}</summary>
      <ul>
        {problems.slice(0, shownProblems).map(({ sheet, row, severity, message }, place) => (
          <li key={`${sheet} ${row} ${place}`}>
            {severity === 'error' ? '✗ ' : '⚠ '}
            {words.problemAt(sheet, row)}：{message}
          </li>
        ))}
      </ul>
    </details>
  );
}
