import type { ProjectState } from '@shared/projects/lifecycle/state.ts';
import { sizeOf } from '../../../ui/format.ts';
import { useWords } from '../../../words.tsx';
import { ListTable } from '../../list-table.tsx';
import { IndicatorTable } from '../submission/indicator-table.tsx';

/** What the branch says was reached, when it asks to close; nothing before that. */
export function ClosingCard({ state }: { readonly state: ProjectState }) {
  const words = useWords().approval.closing;
  const request = state.closing?.request;
  if (!request) return null;
  return (
    <section className="card stack" aria-labelledby="closing-title">
      <h3 id="closing-title">{words.title}</h3>
      <dl className="reviewing-facts">
        <dt>{words.date}</dt>
        <dd>{request.date}</dd>
        <dt>{words.summary}</dt>
        <dd>{request.summary}</dd>
      </dl>
      {request.indicators.length > 0 && <IndicatorTable label={words.indicators} indicators={request.indicators} />}
      <Evidence evidence={request.evidence} />
    </section>
  );
}

type Request = NonNullable<ProjectState['closing']>['request'];

function Evidence({ evidence }: Pick<Request, 'evidence'>) {
  const words = useWords().approval.closing;
  const { name, size, sha256 } = words.evidenceColumns;
  if (evidence.length === 0) return <p>{words.noEvidence}</p>;
  return (
    <>
      <ListTable label={words.evidence} columns={[name, { number: size }, sha256]}>
        {evidence.map((file) => (
          <tr key={file.id}>
            <th scope="row">{file.name}</th>
            <td className="num">{sizeOf(file.bytes)}</td>
            <td className="reviewing-hash">{file.sha256}</td>
          </tr>
        ))}
      </ListTable>
      <p className="soft">{words.evidenceHint}</p>
    </>
  );
}
