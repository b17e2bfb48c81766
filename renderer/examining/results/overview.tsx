import type { ExamCounts } from '@shared/exam/statistics/counts.ts';
import { rateWords } from '@shared/reports/exam/heading.ts';
import { hundredthsOf } from '@shared/reports/format.ts';
import type { ExamResults } from '../../data/examining/exam-results.ts';
import { hrefOf } from '../../route.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { useMinute } from '../../ui/use-minute.ts';

/** The figures of an exam at a glance, and what still has to be done before they hold. */
export function Overview({ results }: { readonly results: ExamResults }) {
  const { results: words } = useWords();
  const { exam, all, figures, makeUps } = results;
  const now = useMinute();
  const openMakeUps = [...makeUps.values()].filter(({ listed, state }) => listed && (state === 'waiting' || state === 'undecided')).length;
  const flagged = figures.questions.filter(({ flags }) => flags.length > 0).length;
  return (
    <>
      {now < exam.closesAt && <Notice tone="plain">{words.stillOpen}</Notice>}
      {all.open > 0 && <Notice tone="warn">{words.open(all.open)}</Notice>}
      {openMakeUps > 0 && <Notice tone="warn">{words.makeUpOpen(openMakeUps)}</Notice>}
      {flagged > 0 && (
        <Notice tone="warn">
          <div className="row">
            <p>{words.flagged(flagged)}</p>
            <a className="button" href={hrefOf('examining', 'results', exam.id, 'questions')}>
              {words.toFlagged}
            </a>
          </div>
        </Notice>
      )}
      <Figures counts={all} />
      <Bands counts={all} />
      <p className="soft">{words.absentRule}</p>
    </>
  );
}

function Figures({ counts }: { readonly counts: ExamCounts }) {
  const { results: words } = useWords();
  const score = (value: number | null): string => (value === null ? words.none : String(hundredthsOf(value) / 100));
  const figures: readonly (readonly [string, string])[] = [
    [words.listed, words.people(counts.listed)],
    [words.sat, words.people(counts.sat)],
    [words.absent, words.people(counts.absent)],
    [words.attendance, rateWords(counts.attendance)],
    [words.madeUp, words.times(counts.madeUp, counts.madeUpPassed)],
    [words.passed, words.people(counts.passed)],
    [words.passRate, rateWords(counts.passRate)],
    [words.mean, score(counts.mean)],
    [words.highest, score(counts.highest)],
    [words.lowest, score(counts.lowest)],
  ];
  return (
    <dl className="results-figures">
      {figures.map(([name, value]) => (
        <div key={name} className="card">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How many people are in each band; the bar only repeats the number. */
function Bands({ counts }: { readonly counts: ExamCounts }) {
  const { results: words } = useWords();
  const all = counts.bands.reduce((sum, count) => sum + count, 0);
  return (
    <table className="table results-bands">
      <caption>{words.bands}</caption>
      <tbody>
        {counts.bands.map((count, band) => (
          <tr key={words.band[band]}>
            <th scope="row">{words.band[band]}</th>
            <td className="num">{words.people(count)}</td>
            <td className="num">{rateWords(all > 0 ? count / all : null)}</td>
            <td className="results-bar">
              <progress aria-label={words.people(count)} value={count} max={Math.max(1, all)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
