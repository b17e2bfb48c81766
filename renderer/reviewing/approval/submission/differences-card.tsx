import type { ProjectEvent, Submission } from '@shared/model/project-event.ts';
import type { ProjectState } from '@shared/projects/lifecycle/state.ts';
import { revisionDifferences } from '@shared/projects/reviewing/revisions.ts';
import { useWords } from '../../../words.tsx';
import { ListTable } from '../../list-table.tsx';
import { differenceLines } from './difference-lines.ts';

/** What the revision under review says otherwise than the one before it, cell by cell; nothing of the first revision. */
export function DifferencesCard({ state: { submission, steps } }: { readonly state: ProjectState }) {
  const words = useWords().approval.differences;
  const before = submission && submissionBefore(submission, steps);
  if (!submission || !before) return null;
  return (
    <section className="card stack" aria-labelledby="differences-title">
      <h3 id="differences-title">{words.title(before.revision)}</h3>
      <Differences before={before} after={submission} />
    </section>
  );
}

function Differences({ before, after }: { readonly before: Submission; readonly after: Submission }) {
  const { approval } = useWords();
  const words = approval.differences;
  const differences = revisionDifferences(before, after);
  const lines = differenceLines(differences, before, after, approval);
  const { where, what, before: old, after: now } = words.columns;
  if (lines.length === 0 && !differences.reordered) return <p>{words.none}</p>;
  return (
    <>
      {lines.length > 0 && (
        <ListTable label={words.caption} columns={[where, what, old, now]}>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.where}</th>
              <td>{line.what}</td>
              <td>
                <Cell text={line.before} isOld />
              </td>
              <td>
                <Cell text={line.after} isOld={false} />
              </td>
            </tr>
          ))}
        </ListTable>
      )}
      {differences.reordered && <p>{words.reordered}</p>}
    </>
  );
}

function Cell({ text, isOld }: { readonly text: string; readonly isOld: boolean }) {
  const { empty } = useWords().approval.submission;
  if (text === '') return <span className="soft">{empty}</span>;
  return isOld ? (
    <del className="reviewing-long reviewing-before">{text}</del>
  ) : (
    <ins className="reviewing-long reviewing-after">{text}</ins>
  );
}

function submissionBefore({ revision }: Submission, steps: readonly ProjectEvent[]): Submission | null {
  const submissions = steps.flatMap(({ action }) => (action.kind === 'submitted' ? [action.submission] : []));
  return submissions.findLast((submission) => submission.revision < revision) ?? null;
}
