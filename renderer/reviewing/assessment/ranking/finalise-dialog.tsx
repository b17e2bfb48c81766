import { useState } from 'react';
import type { Assessment, ProjectReturn } from '@shared/model/reviewing.ts';
import { isDay } from '@shared/projects/days.ts';
import type { RankedProject } from '@shared/projects/assessment/ranking.ts';
import { actorOf } from '../../../actor.ts';
import { finaliseAssessment, type Finalised } from '../../../data/reviewing/final.ts';
import { useSession } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { FailureNotice, Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';

interface FinaliseDialogProps {
  readonly assessment: Assessment;
  readonly ranked: readonly RankedProject[];
  readonly facts: ReadonlyMap<string, ProjectReturn>;
  readonly today: string;
  readonly onClose: () => void;
}

/** The question before a review is made final. */
export function FinaliseDialog({ assessment, ranked, facts, today, onClose }: FinaliseDialogProps) {
  const { assessment: words, app } = useWords();
  const { dialog } = words.ranking;
  const { person } = useSession();
  const [date, setDate] = useState(today);
  const [outcome, setOutcome] = useState<Finalised | 'working' | null>(null);
  const finalise = async (): Promise<void> => {
    setOutcome('working');
    const decider = { at: Date.now(), by: actorOf(person), newId: () => crypto.randomUUID() };
    const done = await finaliseAssessment({ assessment, ranked }, date, decider);
    if (done.ok) onClose();
    else setOutcome(done);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{app.cancel}</Button>
      <Button main disabled={outcome === 'working' || !isDay(date)} onClick={() => void finalise()}>
        {outcome === 'working' ? dialog.working : dialog.confirm}
      </Button>
    </>
  );
  return (
    <Dialog title={dialog.title} onClose={onClose} actions={actions}>
      <div className="stack">
        <p>{dialog.text(ranked.length)}</p>
        <Field label={dialog.date}>
          <input type="date" value={date} onChange={(event) => setDate(event.target.value)} />
        </Field>
        {outcome !== null && outcome !== 'working' && !outcome.ok && <Refusal outcome={outcome} facts={facts} />}
      </div>
    </Dialog>
  );
}

interface RefusalProps {
  readonly outcome: Extract<Finalised, { readonly ok: false }>;
  readonly facts: ReadonlyMap<string, ProjectReturn>;
}

function Refusal({ outcome, facts }: RefusalProps) {
  const { assessment: words, failures } = useWords();
  if (outcome.why === 'failure') return <FailureNotice text={failures[outcome.failure.kind](outcome.failure.subject)} />;
  return <Notice tone="bad">{words.ranking.dialog.failed(outcome.projectIds.map((id) => facts.get(id)?.facts.title ?? id))}</Notice>;
}
