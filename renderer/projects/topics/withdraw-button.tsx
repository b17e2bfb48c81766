import { useState } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import type { Claim, Offer } from '@shared/model/topic.ts';
import { withdrawClaim } from '../../data/projects/topics.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

/** Takes a claim back, after a question. */
export function WithdrawButton({ offer, claim }: { readonly offer: Offer; readonly claim: Claim }) {
  const { projectTopics, failures, app } = useWords();
  const { offers: words } = projectTopics;
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const withdraw = async (): Promise<void> => {
    const done = await withdrawClaim(claim);
    setFailure(done.ok ? null : done.failure);
    if (done.ok) setAsking(false);
  };
  const actions = (
    <>
      <Button onClick={() => setAsking(false)}>{app.cancel}</Button>
      <Button main onClick={() => void withdraw()}>
        {words.withdraw}
      </Button>
    </>
  );
  return (
    <>
      <Button className="button-quiet" onClick={() => setAsking(true)}>
        {words.withdraw}
      </Button>
      {asking && (
        <Dialog title={words.withdrawTitle} onClose={() => setAsking(false)} actions={actions}>
          <p>{words.withdrawBody(offer.title)}</p>
          {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
        </Dialog>
      )}
    </>
  );
}
