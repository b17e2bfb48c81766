import { useLive } from '../data/live.ts';
import { readProgress } from '../data/study/study.ts';
import { useSession } from '../session.tsx';
import { hrefOfSet } from '../study-links.ts';
import { percentOf } from '../ui/format.ts';
import { useWords } from '../words.tsx';
import { Due } from './due.tsx';

/** What is due today, and the way into study. */
export function Home() {
  const { home } = useWords();
  const { person } = useSession();
  return (
    <div className="page">
      <div className="head">
        <h1>{home.title}</h1>
        <span className="soft">{home.greeting(person.name, person.unitName)}</span>
      </div>
      <Due person={person} />
      <SectionProgress personId={person.id} />
    </div>
  );
}

function SectionProgress({ personId }: { readonly personId: string }) {
  const { home, study, app } = useWords();
  const progress = useLive(() => readProgress(personId), [personId]);
  if (!progress || progress.length === 0) return null;
  return (
    <section>
      <h2>{home.sections}</h2>
      <table className="table">
        <thead>
          <tr>
            <th>{home.section}</th>
            <th>{home.answered}</th>
            <th className="num">{home.right}</th>
            <th>
              <span className="visually-hidden">{home.study}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {progress.map(({ section, total, answered, right }) => (
            <tr key={section}>
              <th scope="row">{section}</th>
              <td>
                <div className="row">
                  <progress style={{ width: 'min(160px, 10vw)' }} aria-label={section} value={answered} max={total} />
                  <span>
                    {answered} / {app.questions(total)}
                  </span>
                </div>
              </td>
              <td className="num">{answered === 0 ? study.tooFew : `${percentOf(right / answered)}%`}</td>
              <td className="right">
                <a className="button" href={hrefOfSet('sequential', { section })} aria-label={`${home.study} ${section}`}>
                  {home.study}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
