import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { readMarks, saveMarks } from '../../../data/reviewing/assessment.ts';
import { navigate } from '../../../route.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import type { AssessmentPartProps } from '../assessment-page.tsx';
import { markRows } from './mark-rows.ts';
import { MarksGrid } from './marks-grid.tsx';
import { MarksSession, type MarksView } from './marks-session.ts';

interface MarksPartProps extends AssessmentPartProps {
  /** '' for the first judge. */
  readonly judgeId: string;
}

/** 打分: one judge after the other, a grid with all projects. */
export function MarksPart({ assessment, facts, judgeId }: MarksPartProps) {
  const { assessment: words, app } = useWords();
  const { marks: texts } = words;
  const [session] = useState(() => sessionOf(assessment.id));
  const view = useMarks(session);
  const judge = assessment.judges.find(({ id }) => id === judgeId) ?? assessment.judges[0];
  const given = view?.marks;
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
function SaveState({ view: { saving, failure }, session }: { readonly view: MarksView; readonly session: MarksSession }) {
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
const sessions = new Map<string, MarksSession>();

function sessionOf(assessmentId: string): MarksSession {
  const session = sessions.get(assessmentId) ?? new MarksSession({ read: () => readMarks(assessmentId), save: saveMarks });
  sessions.set(assessmentId, session);
  return session;
}

function useMarks(session: MarksSession): MarksView | null {
  useEffect(() => {
    void session.open();
  }, [session]);
  return useSyncExternalStore(session.subscribe, session.view);
}
