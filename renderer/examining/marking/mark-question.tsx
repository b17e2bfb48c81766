import { useState } from 'react';
import { withoutEmphasis } from '@shared/bank/emphasis.ts';
import type { Failure } from '@shared/model/failure.ts';
import type { MarkingSheet } from '../../data/examining/exam-results.ts';
import { markingId, saveMarking } from '../../data/examining/markings.ts';
import { hrefOf } from '../../route.ts';
import { useSession } from '../../session.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Passage } from '../../ui/parts.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useWords } from '../../words.tsx';
import { EarlierMarks } from './earlier-marks.tsx';
import { answersFor, markedTwiceBy, nextOpen, progressOf, type MarkedAnswer, type Role } from './marking-state.ts';
import { ScoreForm, type GivenScore } from './score-form.tsx';

interface MarkQuestionProps {
  readonly examId: string;
  readonly sheet: MarkingSheet;
  readonly role: Role;
  readonly answers: readonly MarkedAnswer[];
}

/** The answers to one question, one after another. Nothing says whose they are; only whoever settles sees the earlier marks. */
export function MarkQuestion({ examId, sheet, role, answers }: MarkQuestionProps) {
  const { marking: words, failures, app } = useWords();
  const { person } = useSession();
  const mine = answersFor(role, answers);
  const [place, setPlace] = useState(() => nextOpen(role, mine, -1) ?? 0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState(false);
  const { done, total } = progressOf(role, answers);
  const answer = mine[Math.min(place, mine.length - 1)];
  const save = async ({ points, score }: GivenScore, { personId }: MarkedAnswer): Promise<void> => {
    const key = { examId, personId, questionId: sheet.questionId, marker: role };
    const result = await saveMarking({ ...key, id: markingId(key), markerName: person.name, points, score, at: Date.now() });
    setFailure(result.ok ? null : result.failure);
    setSaved(result.ok);
    if (result.ok) setPlace((from) => nextOpen(role, mine, from) ?? from);
  };
  return (
    <section className="stack" aria-label={words.start[role]}>
      <div className="row marking-top">
        <a className="button" href={hrefOf('examining', 'marking', examId)}>
          {words.back}
        </a>
        <h2>{words.start[role]}</h2>
      </div>
      <Progress label={words.progress(done, total)} done={done} total={Math.max(1, total)} />
      {done === total && <Notice tone="good">{words.allDone}</Notice>}
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      <p className="marking-stem">{withoutEmphasis(sheet.stem)}</p>
      {sheet.material !== '' && <Passage label={words.material}>{withoutEmphasis(sheet.material)}</Passage>}
      {answer && (
        <div className="marking-columns">
          <article className="card marking-answer" aria-label={words.answer(place + 1, mine.length)}>
            <h3>{words.answer(place + 1, mine.length)}</h3>
            <p>{answer.text}</p>
          </article>
          <div className="stack">
            {role === 'settled' && <EarlierMarks sheet={sheet} answer={answer} />}
            {markedTwiceBy(role, answer, person.name) && <Notice tone="warn">{words.samePerson(person.name)}</Notice>}
            <ScoreForm
              key={answer.personId}
              sheet={sheet}
              before={answer.marks[role]}
              disabled={markedTwiceBy(role, answer, person.name)}
              onSave={(given) => save(given, answer)}
              onPrevious={place > 0 ? () => setPlace(place - 1) : null}
              onNext={place < mine.length - 1 ? () => setPlace(place + 1) : null}
            />
            <p role="status">{saved ? `✓ ${app.saved}` : ''}</p>
          </div>
        </div>
      )}
    </section>
  );
}
