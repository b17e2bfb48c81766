import { readMistakeRule, readMistakes, readProgress } from '../data/study.ts';
import { useLive } from '../data/live.ts';
import { hrefOf } from '../route.ts';
import { useSession } from '../session.tsx';
import { Empty } from '../ui/empty.tsx';
import { useWords } from '../words.tsx';
import { Corrections } from './corrections.tsx';
import { SavingState } from './saving-state.tsx';
import { useSaving } from './use-saving.ts';

/** The sections with their progress, and the 错题本 with its rule. */
export function Sections() {
  const { study } = useWords();
  const { person } = useSession();
  const saving = useSaving(person.id);
  const progress = useLive(() => readProgress(person.id), [person.id]);
  if (!progress) return null;
  return (
    <div className="page">
      <h1>{study.title}</h1>
      {saving.failure && <SavingState saving={saving} answered={false} />}
      {progress.length === 0 ? (
        <Empty>
          <p>{study.noBank}</p>
          <a className="button" href={hrefOf('packages')}>
            {study.toPackages}
          </a>
        </Empty>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th>{study.section}</th>
              <th className="num">{study.total}</th>
              <th className="num">{study.answered}</th>
              <th className="num">{study.rate}</th>
              <th>
                <span className="visually-hidden">{study.start}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {progress.map(({ section, total, answered, right }) => (
              <tr key={section}>
                <th scope="row">{section}</th>
                <td className="num">{total}</td>
                <td className="num">{answered}</td>
                <td className="num">{answered === 0 ? study.tooFew : `${Math.round((100 * right) / answered)}%`}</td>
                <td>
                  <div className="row" style={{ justifyContent: 'flex-end' }}>
                    <a
                      className="button"
                      href={hrefOf('study', 'sequential', section)}
                      aria-label={`${answered === 0 ? study.start : study.resume} ${section}`}
                    >
                      {answered === 0 ? study.start : study.resume}
                    </a>
                    <a className="button" href={hrefOf('study', 'random', section)} aria-label={`${study.random} ${section}`}>
                      {study.random}
                    </a>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Mistakes personId={person.id} />
      <Corrections person={person} />
    </div>
  );
}

function Mistakes({ personId }: { readonly personId: string }) {
  const { study } = useWords();
  const mistakes = useLive(() => readMistakes(personId), [personId]);
  const rule = useLive(readMistakeRule, []);
  if (!mistakes || !rule) return null;
  const { open, overcome } = mistakes;
  return (
    <section className="card" style={{ marginTop: 24 }}>
      <h2 style={{ marginTop: 0 }}>{study.mistakes.title}</h2>
      <p className="soft">{study.mistakes.rule(rule.rightInARow)}</p>
      {open.length === 0 && overcome.length === 0 ? (
        <p>{study.mistakes.none}</p>
      ) : (
        <div className="row">
          <span>{study.mistakes.open(open.length)}</span>
          <span className="soft">{study.mistakes.overcome(overcome.length)}</span>
          {open.length > 0 && (
            <a className="button" href={hrefOf('study', 'mistakes')}>
              {study.mistakes.practise}
            </a>
          )}
        </div>
      )}
    </section>
  );
}
