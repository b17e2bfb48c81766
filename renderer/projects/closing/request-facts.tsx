import type { ProjectState } from '@shared/projects/lifecycle/state.ts';
import { sizeOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';

type Request = NonNullable<ProjectState['closing']>['request'];

/** What the request to close said. */
export function RequestFacts({ request }: { readonly request: Request }) {
  const { result } = useWords().projectClosing;
  return (
    <section className="card stack" aria-label={result.request}>
      <h2>{result.request}</h2>
      <p>
        {result.date}：{request.date}
      </p>
      <p className="project-text">{request.summary}</p>
      <p>{result.files(request.evidence.length)}</p>
      {request.evidence.length > 0 && (
        <ul className="closing-open">
          {request.evidence.map(({ id, name, bytes }) => (
            <li key={id}>
              {name} <span className="soft">{sizeOf(bytes)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
