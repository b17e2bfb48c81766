import { useEffect } from 'react';
import { formatTime, timeLeft } from '@shared/exam/clock.ts';
import { elapsedOf } from '../../data/exam/exam.ts';
import { settleExams, type OwnExam } from '../../data/exam/quarterly.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { useSession } from '../../session.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { useMoments } from './moments.ts';
import { OutboxLink } from './outbox-link.tsx';
import { standingOf, type Standing } from './standing.ts';
import { useWallClock } from './use-wall-clock.ts';

/** The quarterly exams of this computer and where this person stands with each, the latest first. */
export function QuarterlyList({ exams }: { readonly exams: readonly OwnExam[] }) {
  const { quarterly } = useWords();
  useEffect(() => {
    if (exams.length > 0) void settleExams(Date.now());
  }, [exams]);
  return (
    <section>
      <div className="head">
        <h2>{quarterly.title}</h2>
        <OutboxLink />
      </div>
      {exams.length === 0 && <Empty>{quarterly.none}</Empty>}
      <ul className="exam-quarterly">
        {exams.map((own) => (
          <li key={own.package} className="card">
            <ExamCard own={own} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const tones = { before: 'plain', open: 'good', closed: 'plain', sitting: 'warn', done: 'good' } as const;

function ExamCard({ own }: { readonly own: OwnExam }) {
  const { quarterly } = useWords();
  const { momentOf, quarterOf } = useMoments();
  const { exam } = own;
  const standing = useWallClock((now) => standingOf(own, now));
  const { person } = useSession();
  return (
    <>
      <div>
        <p className="row">
          <strong>{exam.title}</strong> <span className="soft">{quarterOf(exam.quarter)}</span>
          <Tag tone={tones[standing]}>{quarterly.states[standing]}</Tag>
        </p>
        <p>{quarterly.window(momentOf(exam.opensAt), momentOf(exam.closesAt))}</p>
        <p className="soft">{quarterly.facts(exam.questions, exam.minutes, exam.full, exam.passLine)}</p>
        <p>
          {exam.makeUpOf !== null && `${quarterly.makeUp} `}
          {exam.candidates.includes(person.id) ? quarterly.listed : quarterly.unlisted}
        </p>
        <NextStep own={own} standing={standing} />
      </div>
      <Action own={own} standing={standing} />
    </>
  );
}

interface StepProps {
  readonly own: OwnExam;
  readonly standing: Standing;
}

function NextStep({ own: { attempt }, standing }: StepProps) {
  const { quarterly } = useWords();
  const elapsed = useLive(() => (attempt ? elapsedOf(attempt.id) : 0), [attempt?.id]);
  if (standing === 'done') return null;
  if (standing !== 'sitting') return <p>{quarterly[standing]}</p>;
  return attempt && elapsed !== undefined && <p>{quarterly.left(formatTime(timeLeft(attempt.budgetMs, elapsed)))}</p>;
}

/** One main action a screen: that of the exam which can be sat now. */
function Action({ own, standing }: StepProps) {
  const { quarterly } = useWords();
  const { title } = own.exam;
  const main = standing === 'open' || standing === 'sitting' ? 'button-main' : '';
  if (!own.attempt) {
    return (
      <a className={`button ${main}`} href={hrefOf('exam', 'enter', own.package)} aria-label={quarterly.enterNamed(title)}>
        {quarterly.enter}
      </a>
    );
  }
  if (standing === 'sitting') {
    return (
      <a className={`button ${main}`} href={hrefOf('exam', 'sit', own.attempt.id)}>
        {quarterly.resume}
      </a>
    );
  }
  return (
    <a className="button" href={hrefOf('exam', 'receipt', own.attempt.id)} aria-label={quarterly.receiptNamed(title)}>
      {quarterly.receipt}
    </a>
  );
}
