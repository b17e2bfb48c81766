import { useState } from 'react';
import type { Assessment } from '@shared/model/reviewing.ts';
import { useLive } from '../../data/live.ts';
import { readAssessments, saveAssessment } from '../../data/reviewing/assessment.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { ListTable } from '../list-table.tsx';

/** The yearly reviews, the newest first. */
export function AssessmentList() {
  const { assessment: words, app } = useWords();
  const all = useLive(readAssessments, []);
  const [withArchived, setWithArchived] = useState(false);
  if (!all) return <p className="soft">{app.loading}</p>;
  const shown = all.filter(({ archived }) => withArchived || !archived);
  const create = (
    <a className="button button-main" href={hrefOf('reviewing', 'assessment', 'new')}>
      {words.create}
    </a>
  );
  return (
    <section className="stack" aria-label={words.list}>
      {shown.length === 0 ? (
        <Empty>
          <p>{words.empty}</p>
          {create}
        </Empty>
      ) : (
        <>
          <div>{create}</div>
          <Assessments shown={shown} />
        </>
      )}
      {all.some(({ archived }) => archived) && (
        <label className="check">
          <input type="checkbox" checked={withArchived} onChange={(event) => setWithArchived(event.target.checked)} />
          {words.showArchived}
        </label>
      )}
    </section>
  );
}

function Assessments({ shown }: { readonly shown: readonly Assessment[] }) {
  const { assessment: words } = useWords();
  const { columns } = words;
  return (
    <ListTable
      label={words.list}
      columns={[columns.title, columns.year, columns.projects, columns.judges, columns.state, { buttons: words.archive }]}
    >
      {shown.map((assessment) => (
        <tr key={assessment.id}>
          <th scope="row">
            <a href={hrefOf('reviewing', 'assessment', assessment.id)}>{assessment.title}</a>
          </th>
          <td>{assessment.year}</td>
          <td>{words.count(assessment.projectIds.length)}</td>
          <td>{words.people(assessment.judges.length)}</td>
          <td>
            <span className="row">
              <Tag tone={assessment.finalAt === null ? 'warn' : 'good'}>
                {assessment.finalAt === null ? words.states.open : words.states.final}
              </Tag>
              {assessment.archived && <Tag tone="plain">{words.archived}</Tag>}
            </span>
          </td>
          <td>
            <Button
              aria-label={`${assessment.archived ? words.unarchive : words.archive} ${assessment.title}`}
              onClick={() => void saveAssessment('assessment.archive', { ...assessment, archived: !assessment.archived })}
            >
              {assessment.archived ? words.unarchive : words.archive}
            </Button>
          </td>
        </tr>
      ))}
    </ListTable>
  );
}
