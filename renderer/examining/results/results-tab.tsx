import './results.css';
import { useLive } from '../../data/live.ts';
import { readExams } from '../../data/examining/exams.ts';
import { hrefOf, navigate, type Route } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { ResultsView } from './results-view.tsx';
import { useResults } from './use-results.ts';
import { viewNames, type ViewName } from './views.ts';

/** 成绩: `…/results/<exam>/<view>`. Without an exam, the newest one. */
export function ResultsTab({ route }: { readonly route: Route }) {
  const { results: words } = useWords();
  const exams = useLive(readExams, []);
  if (!exams) return null;
  const listed = exams.filter(({ archived }) => !archived).toSorted((one, other) => other.opensAt - one.opensAt);
  const chosen = listed.find(({ id }) => id === route[0]) ?? listed[0];
  const view = viewNames.find((name) => name === route[1]) ?? 'overview';
  if (!chosen) return <Empty>{words.noExams}</Empty>;
  return (
    <>
      <Field label={words.exam}>
        <select value={chosen.id} onChange={(event) => navigate('examining', 'results', event.target.value, view)}>
          {listed.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      <nav className="row" aria-label={words.views}>
        {viewNames.map((name) => (
          <a
            key={name}
            className="button results-view"
            href={hrefOf('examining', 'results', chosen.id, name)}
            aria-current={name === view ? 'page' : undefined}
          >
            {words.view[name]}
          </a>
        ))}
      </nav>
      <OfExam key={chosen.id} examId={chosen.id} view={view} />
    </>
  );
}

function OfExam({ examId, view }: { readonly examId: string; readonly view: ViewName }) {
  const { results: words } = useWords();
  const counting = useResults(examId);
  if (counting.kind === 'counting') return <p role="status">{words.counting}</p>;
  if (counting.kind === 'failed') return <Notice tone="bad">{words.failed}</Notice>;
  return counting.results && <ResultsView view={view} results={counting.results} />;
}
