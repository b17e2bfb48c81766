import type { Today } from '../../data/study/study-plan.ts';
import { hrefOfSet } from '../../study-links.ts';
import { useWords } from '../../words.tsx';

/** What is left of today, and the way to it. */
export function TodayCard({ today }: { readonly today: Today }) {
  const { studyPlan: words } = useWords();
  const { ids, counts, minutes, soon, answered } = today;
  return (
    <section className="card stack" aria-labelledby="plan-today">
      <h2 id="plan-today">{words.today}</h2>
      {ids.length === 0 ? (
        <p>
          <strong>{soon > 0 ? words.wait : answered > 0 ? `✓ ${words.done}` : words.nothing}</strong>
        </p>
      ) : (
        <div className="row">
          <p className="plan-line">
            <strong>{words.todayLine(ids.length, minutes)}</strong>
          </p>
          <span className="soft">{words.todayParts(counts.due, counts.weak, counts.unseen)}</span>
          <a className="button button-main plan-start" href={hrefOfSet('today')}>
            {words.start}
          </a>
        </div>
      )}
      {answered + soon > 0 && (
        <p className="soft">
          {answered > 0 && words.answered(answered)}
          {soon > 0 && words.soon(soon)}
        </p>
      )}
    </section>
  );
}
