import { planKinds } from '@shared/study/plan-to-date.ts';
import type { Outlook, Today } from '../../data/study/study-plan.ts';
import { dayOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';

const daysShown = 7;

interface OutlookCardProps {
  readonly outlook: Outlook;
  /** The queue of today as it is, not as it was reckoned by averages. */
  readonly queue: Today;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/** How far the plan comes, said honestly, and what the next days take. */
export function OutlookCard({ outlook, queue, today }: OutlookCardProps) {
  const { studyPlan: words } = useWords();
  const { plan, days, total, seen, covered, minutesForAll } = outlook;
  const percent = total === 0 ? 100 : Math.floor((100 * covered) / total);
  const advice = minutesForAll === null ? words.neverEnough : words.needed(minutesForAll);
  return (
    <section className="card stack" aria-labelledby="plan-outlook">
      <h2 id="plan-outlook">{words.outlook}</h2>
      <p>
        <strong>{covered >= total ? words.enough(plan.minutesPerDay) : words.notEnough(plan.minutesPerDay, percent)}</strong>
      </p>
      {covered < total && <p>{advice}</p>}
      <p className="soft">
        {words.seen(seen, total)}
        {words.reckoned}
      </p>
      <table className="table plan-days">
        <caption>{words.days}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.day}</th>
            {[...planKinds, 'minutes' as const].map((column) => (
              <th key={column} scope="col" className="num">
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <DayRow name={words.todayMark} counts={queue.counts} minutes={queue.minutes} />
          {days.slice(1, daysShown).map((day, place) => (
            <DayRow key={place} name={dayAfter(today, place + 1)} counts={day} minutes={Math.ceil(day.seconds / 60)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface DayRowProps {
  readonly name: string;
  readonly counts: Today['counts'];
  readonly minutes: number;
}

function DayRow({ name, counts, minutes }: DayRowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {planKinds.map((kind) => (
        <td key={kind} className="num">
          {counts[kind]}
        </td>
      ))}
      <td className="num">{minutes}</td>
    </tr>
  );
}

/** Noon, so that a change of the clock in spring or autumn leads to no other day. */
function dayAfter(today: string, days: number): string {
  const date = new Date(`${today}T12:00:00`);
  date.setDate(date.getDate() + days);
  return dayOf(date.getTime());
}
