import { useEffect, useState } from 'react';
import type { Refusal } from '@shared/exam/assembly/assemble.ts';
import { sizeOfBlueprint } from '@shared/exam/blueprint-size.ts';
import type { Failure } from '@shared/model/failure.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import { openAssembler } from '../data/assembly/assembly.ts';
import { openAttempt, startAttempt } from '../data/exam/exam.ts';
import { saveForecast } from '../data/study/forecasts.ts';
import { navigate } from '../route.ts';
import { useSession } from '../session.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';
import { draftPaper, newAttempt, type Draft } from './draft.ts';

interface StartDialogProps {
  readonly blueprint: Blueprint;
  readonly passLine: number;
  readonly onClose: () => void;
}

/** Asks once before the clock runs: what is in the paper, or why the bank cannot give it. */
export function StartDialog({ blueprint, passLine, onClose }: StartDialogProps) {
  const { app, exam, failures } = useWords();
  const draft = useDraft(blueprint);
  const { begin, starting, failure } = useBegin(draft, blueprint, passLine);
  return (
    <Dialog
      title={exam.start.title(blueprint.title)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          {draft?.ok !== false && (
            <Button main disabled={!draft || starting} onClick={begin}>
              {exam.start.confirm}
            </Button>
          )}
        </>
      }
    >
      {draft?.ok === false ? <NotEnough refusal={draft} /> : <Facts blueprint={blueprint} passLine={passLine} draft={draft} />}
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
    </Dialog>
  );
}

/** The paper is drawn while the person reads; closing the dialog ends it. */
function useDraft(blueprint: Blueprint): Draft | null {
  const { person } = useSession();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [broken, setBroken] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    const assembler = openAssembler();
    const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    draftPaper(assembler, blueprint, { id: crypto.randomUUID(), seed, personId: person.id }).then(
      (drawn) => drawn.ok && setDraft(drawn.value), // the only failure is the cancelling below
      (error: unknown) => setBroken({ error }),
    );
    return () => assembler.close();
  }, [blueprint, person.id]);
  if (broken) throw broken.error;
  return draft;
}

function useBegin(draft: Draft | null, blueprint: Blueprint, passLine: number) {
  const { person } = useSession();
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const begin = async (): Promise<void> => {
    if (!draft?.ok || starting) return;
    setStarting(true);
    const attempt = newAttempt(draft.paper, { id: crypto.randomUUID(), personId: person.id, passLine, now: Date.now() });
    const open = await openAttempt(person.id);
    if (!open) await saveForecast(attempt, blueprint);
    const started = open ? null : await startAttempt(attempt);
    setStarting(false);
    if (started?.ok === false) setFailure(started.failure);
    else navigate('exam', 'sit', open?.attempt.id ?? attempt.id);
  };
  return { begin, starting, failure };
}

function Facts({ blueprint, passLine, draft }: { readonly blueprint: Blueprint; readonly passLine: number; readonly draft: Draft | null }) {
  const { exam } = useWords();
  const { questions, full } = sizeOfBlueprint(blueprint);
  return (
    <div className="stack exam-facts">
      <p>{exam.start.facts(questions, blueprint.minutes, full, passLine)}</p>
      <ul className="exam-parts">
        {blueprint.parts.map((part, place) => (
          <li key={place}>{exam.partName(place, exam.partSize(exam.types[part.type], part.count, part.scoreEach))}</li>
        ))}
      </ul>
      <p>{exam.start.timed}</p>
      <p className="soft">{exam.start.keys}</p>
      {draft?.ok ? <Drawn draft={draft} /> : <p role="status">{exam.start.preparing}</p>}
    </div>
  );
}

function Drawn({ draft }: { readonly draft: Extract<Draft, { ok: true }> }) {
  const { exam, shortage } = useWords();
  const notes = shortage.notes(draft);
  return (
    <>
      {notes.length > 0 && (
        <Notice tone="warn">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Notice>
      )}
      <p className="soft">{exam.start.seed(draft.paper.seed)}</p>
    </>
  );
}

function NotEnough({ refusal }: { readonly refusal: Refusal }) {
  const { exam, shortage } = useWords();
  return (
    <Notice tone="bad">
      <p>
        <strong>{exam.start.shortTitle}</strong>
      </p>
      {shortage.lines(refusal).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{exam.start.shortNext}</p>
    </Notice>
  );
}
