import { useState } from 'react';
import { actorOf } from '../../../actor.ts';
import { reopenAssessment, type RankedAssessment, type Reopened } from '../../../data/reviewing/final.ts';
import { useSession } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureNotice, Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';

interface ReopenDialogProps {
  readonly review: RankedAssessment;
  readonly onClose: () => void;
}

/** The question before a final review is opened again. */
export function ReopenDialog({ review, onClose }: ReopenDialogProps) {
  const { assessment: words, app, failures } = useWords();
  const { reopen } = words.ranking;
  const { person } = useSession();
  const [outcome, setOutcome] = useState<Reopened | 'working' | null>(null);
  const run = async (): Promise<void> => {
    setOutcome('working');
    const done = await reopenAssessment(review, { at: Date.now(), by: actorOf(person), newId: () => crypto.randomUUID() });
    if (done.ok) onClose();
    else setOutcome(done);
  };
  const refusal = outcome === 'working' || outcome?.ok ? null : outcome;
  const actions = (
    <>
      <Button onClick={onClose}>{app.cancel}</Button>
      <Button main disabled={outcome === 'working'} onClick={() => void run()}>
        {reopen.button}
      </Button>
    </>
  );
  return (
    <Dialog title={reopen.title} onClose={onClose} actions={actions}>
      <div className="stack">
        <p>{reopen.text(review.ranked.length)}</p>
        {refusal?.why === 'failure' && <FailureNotice text={failures[refusal.failure.kind](refusal.failure.subject)} />}
        {refusal?.why === 'published' && <Notice tone="bad">{reopen.published}</Notice>}
      </div>
    </Dialog>
  );
}
