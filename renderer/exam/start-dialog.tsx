import { useEffect, useState } from 'react';
import type { Shortfall } from '@shared/exam/assemble.ts';
import type { Failure } from '@shared/model/failure.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import { openAttempt, startAttempt } from '../data/exam.ts';
import { navigate } from '../route.ts';
import { useSession } from '../session.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';
import { draftPaper, newAttempt, type Draft } from './draft.ts';
import { sizeOfBlueprint } from './parts.ts';

interface StartDialogProps {
  readonly blueprint: Blueprint;
  readonly passLine: number;
  readonly onClose: () => void;
}

/** Asks once before the clock runs: what is in the paper, or why the bank cannot give it. */
export function StartDialog({ blueprint, passLine, onClose }: StartDialogProps) {
  const { app, exam, failures } = useWords();
  const draft = useDraft(blueprint);
  const { begin, starting, failure } = useBegin(draft, passLine);
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
      {draft?.ok === false ? (
        <NotEnough shortfalls={draft.shortfalls} />
      ) : (
        <Facts blueprint={blueprint} passLine={passLine} draft={draft} />
      )}
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
    </Dialog>
  );
}

/** The paper is drawn while the person reads. */
function useDraft(blueprint: Blueprint): Draft | null {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [broken, setBroken] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    let wanted = true;
    const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    draftPaper(blueprint, { id: crypto.randomUUID(), seed }).then(
      (drawn) => wanted && setDraft(drawn),
      (error: unknown) => wanted && setBroken({ error }),
    );
    return () => {
      wanted = false;
    };
  }, [blueprint]);
  if (broken) throw broken.error;
  return draft;
}

function useBegin(draft: Draft | null, passLine: number) {
  const { person } = useSession();
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const begin = async (): Promise<void> => {
    if (!draft?.ok || starting) return;
    setStarting(true);
    const attempt = newAttempt(draft.paper, { id: crypto.randomUUID(), personId: person.id, passLine, now: Date.now() });
    const open = await openAttempt(person.id);
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
  const { exam } = useWords();
  return (
    <>
      {draft.notes.length > 0 && (
        <Notice tone="warn">
          {draft.notes.map((note) => (
            <p key={note.section}>{exam.start.lacking(note.section, note.wanted, note.given)}</p>
          ))}
        </Notice>
      )}
      <p className="soft">{exam.start.seed(draft.paper.seed)}</p>
    </>
  );
}

function NotEnough({ shortfalls }: { readonly shortfalls: readonly Shortfall[] }) {
  const { exam } = useWords();
  return (
    <Notice tone="bad">
      <p>
        <strong>{exam.start.shortTitle}</strong>
      </p>
      {shortfalls.map(({ type, wanted, available, sections }) => (
        <div key={type}>
          <p>{exam.start.short(exam.types[type], wanted, available)}</p>
          <p className="soft">{exam.start.shortSections(sections.map((entry) => exam.start.section(entry.section, entry.available)))}</p>
        </div>
      ))}
      <p>{exam.start.shortNext}</p>
    </Notice>
  );
}
