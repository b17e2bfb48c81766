import { useMemo, useState } from 'react';
import { checkState } from '@shared/exam/key-in/check.ts';
import { countRows, isKeyedIn, scoreRows, type OnComputer, type ScorePaper, type ScoreRow } from '@shared/exam/key-in/sheet.ts';
import type { Exam } from '@shared/model/examining.ts';
import { hrefOf } from '../../route.ts';
import { useRows } from '../../row-session.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { Differences } from './differences.tsx';
import type { Pass } from './score-columns.tsx';
import { ScoreTable } from './score-table.tsx';
import { keptRow, sessionOf, type ScoreSession, type ScoreView } from './use-scores.ts';

interface KeyInPageProps {
  readonly exam: Exam;
  readonly papers: readonly ScorePaper[];
  readonly records: ReadonlyMap<string, OnComputer>;
  readonly pass: Pass;
}

/** One exam: the scores as they stand, the grid, and where the two passes differ. */
export function KeyInPage({ exam, papers, records, pass }: KeyInPageProps) {
  const { keyIn, app } = useWords();
  const [session] = useState(() => sessionOf(exam.id));
  const view = useRows(session);
  const scores = view?.rows;
  const rows = useMemo(() => (scores ? scoreRows(exam, scores, records).map(keptRow) : []), [exam, scores, records]);
  if (!view) return <p className="soft">{app.loading}</p>;
  const toCheck = rows.filter(canBeChecked);
  const shown = pass === 'first' ? rows : toCheck;
  return (
    <div className="stack">
      <div className="row">
        <h2>{exam.title}</h2>
        <a href={hrefOf('examining', 'key-in')}>{keyIn.back}</a>
      </div>
      <Passes examId={exam.id} pass={pass} />
      <p>{pass === 'first' ? keyIn.counts(countRows(rows)) : checkedText(toCheck, keyIn.checked)}</p>
      {pass === 'second' && <p className="soft">{keyIn.secondHelp}</p>}
      {view.saving === 'failed' && <Unsaved view={view} session={session} />}
      {shown.length === 0 ? (
        <Empty>
          <p>{keyIn.nothingToCheck}</p>
        </Empty>
      ) : (
        <ScoreTable key={pass} exam={exam} papers={papers} rows={shown} pass={pass} session={session} view={view} />
      )}
      {pass === 'second' && <Differences rows={toCheck} papers={papers} session={session} />}
    </div>
  );
}

/** What the first pass finished, and the computer has not. */
const canBeChecked = ({ scores, onComputer }: ScoreRow): boolean => scores !== null && onComputer !== 'complete' && isKeyedIn(scores);

function checkedText(rows: readonly ScoreRow[], words: (same: number, different: number, left: number) => string): string {
  const states = rows.flatMap(({ scores }) => (scores ? [checkState(scores)] : []));
  const same = states.filter((state) => state === 'same').length;
  const different = states.filter((state) => state === 'different').length;
  return words(same, different, states.length - same - different);
}

function Passes({ examId, pass }: { readonly examId: string; readonly pass: Pass }) {
  const { keyIn } = useWords();
  const links = { first: hrefOf('examining', 'key-in', examId), second: hrefOf('examining', 'key-in', examId, 'check') } as const;
  return (
    <nav className="tabs" aria-label={keyIn.passes}>
      {(['first', 'second'] as const).map((name) => (
        <a key={name} href={links[name]} aria-current={name === pass ? 'page' : undefined}>
          {keyIn.pass[name]}
        </a>
      ))}
    </nav>
  );
}

function Unsaved({ view, session }: { readonly view: ScoreView; readonly session: ScoreSession }) {
  const { keyIn, failures, app } = useWords();
  return (
    <div className="stack">
      {view.failure && <FailureNotice text={failures[view.failure.kind](view.failure.subject)} />}
      <div className="row">
        <span>{keyIn.unsaved(view.unsaved)}</span>
        <Button onClick={() => void session.saveWaiting()}>{app.retry}</Button>
      </div>
    </div>
  );
}
