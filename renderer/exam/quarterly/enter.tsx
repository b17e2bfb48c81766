import { useState } from 'react';
import type { SealedPapers } from '@shared/model/examining.ts';
import type { Failure } from '@shared/model/failure.ts';
import { readOwnExams, startExam, type OwnExam } from '../../data/exam/quarterly.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf, navigate } from '../../route.ts';
import { useSession } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { beginHere } from '../sitting/sheets.ts';
import { CodeEntry } from './code-entry.tsx';
import { useMoments } from './moments.ts';
import { newSitting, type NewSitting } from './new-sitting.ts';
import { standingOf } from './standing.ts';
import { useWallClock } from './use-wall-clock.ts';

/** The way into an exam: the rules, the start code, and the one button that begins it. */
export function Enter({ packageName }: { readonly packageName: string }) {
  const { quarterly, app } = useWords();
  const { person } = useSession();
  const exams = useLive(() => readOwnExams(person.id), [person.id]);
  if (!exams) return <p className="soft">{app.loading}</p>;
  const own = exams.find((one) => one.package === packageName);
  return (
    <div className="page">
      <div className="head">
        <h1>{own?.exam.title ?? quarterly.title}</h1>
        <a className="button" href={hrefOf('exam')}>
          {quarterly.back}
        </a>
      </div>
      {own ? <Open own={own} /> : <Empty>{quarterly.gone}</Empty>}
    </div>
  );
}

function Open({ own }: { readonly own: OwnExam }) {
  const { quarterly } = useWords();
  const [papers, setPapers] = useState<SealedPapers | null>(null);
  if (own.attempt) {
    const place = own.attempt.state === 'open' ? 'sit' : 'receipt';
    return (
      <Empty>
        <p>{quarterly.rules.once}</p>
        <a className="button button-main" href={hrefOf('exam', place, own.attempt.id)}>
          {place === 'sit' ? quarterly.resume : quarterly.receipt}
        </a>
      </Empty>
    );
  }
  return (
    <div className="stack">
      <Rules own={own} />
      <ClockDoubt own={own} />
      {papers ? <Ready own={own} papers={papers} /> : <CodeEntry packageName={own.package} onOpened={setPapers} />}
    </div>
  );
}

function Rules({ own: { exam } }: { readonly own: OwnExam }) {
  const { quarterly } = useWords();
  const { person } = useSession();
  const { momentOf } = useMoments();
  const { rules } = quarterly;
  return (
    <section className="card" aria-label={rules.title}>
      <h2 className="exam-rules-title">{rules.title}</h2>
      <p>
        <strong>{rules.who(person.name, person.unitName)}</strong>{' '}
        {exam.candidates.includes(person.id) ? quarterly.listed : quarterly.unlisted}
      </p>
      <p>
        {quarterly.window(momentOf(exam.opensAt), momentOf(exam.closesAt))}。
        {quarterly.facts(exam.questions, exam.minutes, exam.full, exam.passLine)}
      </p>
      <ul className="exam-rules">
        {[rules.clock(exam.minutes), rules.saved, rules.once, rules.closing, rules.away, rules.release[exam.release], rules.leaving].map(
          (rule) => (
            <li key={rule}>{rule}</li>
          ),
        )}
      </ul>
    </section>
  );
}

/** The window is looked at, never enforced: the code is the gate, and an office computer's clock may be wrong. */
function ClockDoubt({ own }: { readonly own: OwnExam }) {
  const { quarterly } = useWords();
  const { momentOf } = useMoments();
  const standing = useWallClock((at) => standingOf(own, at));
  const now = useWallClock(momentOf);
  if (standing !== 'before' && standing !== 'closed') return null;
  const { opensAt, closesAt } = own.exam;
  return (
    <Notice tone="warn">
      <p>{standing === 'before' ? quarterly.code.early(now, momentOf(opensAt)) : quarterly.code.late(now, momentOf(closesAt))}</p>
    </Notice>
  );
}

/** The paper is open in memory only; the clock begins with the button. */
function Ready({ own, papers }: { readonly own: OwnExam; readonly papers: SealedPapers }) {
  const { quarterly, failures } = useWords();
  const { person } = useSession();
  const [sitting] = useState(() => newSitting(own, papers, person, 0));
  const { begin, beginning, failure } = useBegin(sitting);
  const { variant } = sitting.header;
  const { questions, minutes, full } = own.exam;
  return (
    <section className="card stack" aria-label={quarterly.ready.title}>
      <p role="status">
        <strong>✓ {quarterly.ready.title}</strong>
        {variant && ` ${quarterly.ready.variant(variant)}`}
      </p>
      <p>{quarterly.ready.facts(questions, minutes, full)}</p>
      <div>
        <Button main autoFocus disabled={beginning} onClick={begin}>
          {beginning ? quarterly.ready.beginning : quarterly.ready.begin}
        </Button>
      </div>
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
    </section>
  );
}

function useBegin({ attempt, header }: NewSitting) {
  const [beginning, setBeginning] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const begin = async (): Promise<void> => {
    if (beginning) return;
    setBeginning(true);
    beginHere(attempt.id);
    const started = await startExam({ ...attempt, startedAt: Date.now() }, header);
    setBeginning(false);
    if (started.ok) navigate('exam', 'sit', attempt.id);
    else setFailure(started.failure);
  };
  return { begin, beginning, failure };
}
