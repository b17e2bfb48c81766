import { useState } from 'react';
import type { BankSearch } from '../../data/bank/search/search.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import { Changes } from './changes.tsx';
import { FarClockDialog } from './far-clock-dialog.tsx';
import { isBusy, isSame, type Prepared } from './publish-state.ts';
import type { Publish } from './use-publish.ts';

interface ReadyProps {
  readonly search: BankSearch | null;
  readonly prepared: Prepared;
  readonly title: string;
  readonly publish: Publish;
  /** False where another place has been chosen since. */
  readonly isCurrent: boolean;
}

/** What changes, and the button that writes it. */
export function Ready({ search, prepared, title, publish, isCurrent }: ReadyProps) {
  const { bankPublish } = useWords();
  const { preview, replies } = prepared;
  const [asking, setAsking] = useState(false);
  const confirm = (): void => {
    setAsking(false);
    void publish.publish(prepared, title, true);
  };
  const start = (): void => (preview.farClock ? setAsking(true) : void publish.publish(prepared, title, false));
  const busy = isBusy(publish.state);
  return (
    <>
      {replies.length > 0 && <p>{bankPublish.replies(replies.length)}</p>}
      <div className="row">
        <Button main disabled={busy || !isCurrent} onClick={start}>
          {busy ? bankPublish.publishing : isSame(preview) ? bankPublish.renew : bankPublish.publish(preview.version)}
        </Button>
        {!isCurrent && <span className="soft">{bankPublish.notCheckedYet}</span>}
      </div>
      {asking && preview.farClock && <FarClockDialog clock={preview.farClock} onClose={() => setAsking(false)} onConfirm={confirm} />}
      <Changes search={search} preview={preview} />
    </>
  );
}
