import { useState } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import type { RankedClaim } from '@shared/model/topic.ts';
import { saveDecision } from '../../../data/reviewing/topics.ts';
import { useSession } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';

interface DecideDialogProps {
  readonly offerId: string;
  readonly ranked: readonly RankedClaim[];
  readonly explanation: string;
  /** Claims may still be on their way: this has to be said out loud. */
  readonly isEarly: boolean;
  readonly onClose: () => void;
}

/** One question before the result by the rule becomes the decision. What is shown is what is kept, whatever comes in meanwhile. */
export function DecideDialog({ offerId, isEarly, onClose, ...shown }: DecideDialogProps) {
  const { bureauTopics, failures, app } = useWords();
  const { person } = useSession();
  const words = bureauTopics.decision;
  const [{ ranked, explanation }] = useState(shown);
  const [isSure, setSure] = useState(!isEarly);
  const [failure, setFailure] = useState<Failure | null>(null);
  const decide = async (): Promise<void> => {
    const saved = await saveDecision({ id: offerId, ranked, explanation, decidedAt: Date.now(), decidedBy: person.name });
    if (saved.ok) onClose();
    else setFailure(saved.failure);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{app.cancel}</Button>
      <Button main disabled={!isSure} onClick={() => void decide()}>
        {words.confirm}
      </Button>
    </>
  );
  return (
    <Dialog title={words.dialogTitle} onClose={onClose} actions={actions}>
      <div className="stack reviewing-dialog">
        <p className="reviewing-long">{explanation}</p>
        {isEarly && (
          <label className="check">
            <input type="checkbox" checked={isSure} onChange={(event) => setSure(event.target.checked)} />
            {words.confirmEarly}
          </label>
        )}
        {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      </div>
    </Dialog>
  );
}
