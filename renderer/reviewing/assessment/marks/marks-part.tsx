import { useMemo, useState } from 'react';
import type { AssessmentMarks } from '@shared/model/reviewing.ts';
import { readMarks, saveMarks } from '../../../data/reviewing/assessment.ts';
import { navigate } from '../../../route.ts';
import { RowSession, useRows, type RowView } from '../../../row-session.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import type { AssessmentPartProps } from '../assessment-page.tsx';
import { markRows } from './mark-rows.ts';
import { MarksGrid } from './marks-grid.tsx';

interface MarksPartProps extends AssessmentPartProps {
  /** '' for the first judge. */
  readonly judgeId: string;
}

/** 打分: one judge after the other, a grid with all projects. */
export function MarksPart({ assessment, facts, judgeId }: MarksPartProps) {
  const { assessment: words, app } = useWords();
  const { marks: texts } = words;
  const [session] = useState(() => sessionOf(assessment.id));
  const view = useRows(session);
  const judge = assessment.judges.find(({ id }) => id === judgeId) ?? assessment.judges[0];
  const given = view?.rows;
  const rows = useMemo(() => (given && judge ? markRows(assessment, judge.id, facts, given) : []), [assessment, judge, facts, given]);
  if (!view || !judge) return <p className="soft">{app.loading}</p>;
  return (
    <div className="stack">
      <div className="row assessment-tools">
        <Field label={texts.judge}>
          <select value={judge.id} onChange={(event) => navigate('reviewing', 'assessment', assessment.id, 'marks', event.target.value)}>
            {assessment.judges.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <span role="status">{texts.progress(rows.filter(({ score }) => score !== null).length, rows.length)}</span>
        <SaveState view={view} session={session} />
      </div>
      <p className="soft">{assessment.finalAt === null ? texts.hint : words.form.locked}</p>
      <MarksGrid key={judge.id} assessment={assessment} judge={judge} rows={rows} session={session} view={view} />
    </div>
  );
}

/** Whether what was keyed in is on disk. */
function SaveState({
  view: { saving, failure },
  session,
}: {
  readonly view: RowView<AssessmentMarks>;
  readonly session: RowSession<AssessmentMarks>;
}) {
  const { failures, app } = useWords();
  if (!failure) return <span className="soft">{saving === 'saved' ? `✓ ${app.saved}` : app.saving}</span>;
  return (
    <div className="stack">
      <FailureNotice text={failures[failure.kind](failure.subject)} />
      <div className="row">
        <span>{`⚠ ${app.notSaved}`}</span>
        <Button onClick={() => void session.saveWaiting()}>{app.retry}</Button>
      </div>
    </div>
  );
}

// One for each review as long as the program runs: going to another page loses neither the undo nor what could not be saved.
const sessions = new Map<string, RowSession<AssessmentMarks>>();

function sessionOf(assessmentId: string): RowSession<AssessmentMarks> {
  const session = sessions.get(assessmentId) ?? newSession(assessmentId);
  sessions.set(assessmentId, session);
  return session;
}

const newSession = (assessmentId: string): RowSession<AssessmentMarks> =>
  new RowSession({ name: 'marks', keyOf: ({ id }) => id, read: () => readMarks(assessmentId), save: saveMarks });
