import { useState } from 'react';
import { checkExam, mayBeSealed, type ExamProblem } from '@shared/exam/bureau/exam-checks.ts';
import { papersToSeal } from '@shared/exam/bureau/published-exam.ts';
import { makeStartCode, startCodeBytes } from '@shared/exam/quarterly/start-code.ts';
import type { Exam } from '@shared/model/examining.ts';
import type { Failure } from '@shared/model/failure.ts';
import { request } from '../../../bridge.ts';
import { papersOf, readExams, setSealed } from '../../../data/examining/exams.ts';
import { useLive } from '../../../data/live.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useWords } from '../../../words.tsx';
import { useMinute } from '../../../ui/use-minute.ts';

/** What is wrong before the papers are sealed, and the button that seals them. */
export function SealCard({ exam }: { readonly exam: Exam }) {
  const { exams, failures } = useWords();
  const words = exams.page;
  const now = useMinute();
  const [isSealing, setSealing] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const problems = useLive(() => problemsOf(exam, now), [exam, now]);
  const seal = async (): Promise<void> => {
    setSealing(true);
    const failed = await sealExam(exam);
    setSealing(false);
    setFailure(failed);
  };
  return (
    <section className="card stack" aria-labelledby="seal-title">
      <h2 id="seal-title">{words.checks}</h2>
      {problems?.length === 0 && <p>✓ {words.checksFine}</p>}
      {problems && problems.length > 0 && <Problems problems={problems} />}
      <p className="soft">{words.sealHint}</p>
      <div className="row">
        <Button main disabled={!problems || !mayBeSealed(problems) || isSealing} onClick={() => void seal()}>
          {words.seal}
        </Button>
        <span role="status">{isSealing && words.sealing}</span>
      </div>
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
    </section>
  );
}

function Problems({ problems }: { readonly problems: readonly ExamProblem[] }) {
  const { exams } = useWords();
  const { error, warning } = exams.page;
  return (
    <ul className="examining-list">
      {problems.map(({ kind, severity, names }) => (
        <li key={kind}>
          <Tag tone={severity === 'error' ? 'bad' : 'warn'}>{severity === 'error' ? error : warning}</Tag> {exams.problems[kind](names)}
        </li>
      ))}
    </ul>
  );
}

async function problemsOf(exam: Exam, now: number): Promise<readonly ExamProblem[]> {
  const [papers, exams] = await Promise.all([papersOf(exam), readExams()]);
  return checkExam({ exam, papers, others: exams.filter(({ id }) => id !== exam.id), now });
}

/** Draws a code, has the papers sealed under it, and keeps both. Null when all went well. */
async function sealExam(exam: Exam): Promise<Failure | null> {
  const startCode = makeStartCode(crypto.getRandomValues(new Uint8Array(startCodeBytes)));
  const sealed = await request('exam:seal', { papers: papersToSeal(exam, await papersOf(exam)), startCode });
  if (!sealed.ok) return sealed.failure;
  const saved = await setSealed(exam, { startCode, ...sealed.value, at: Date.now() });
  return saved.ok ? null : saved.failure;
}
