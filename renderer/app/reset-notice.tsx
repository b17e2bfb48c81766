import { useEffect, useState } from 'react';
import type { PinState } from '@shared/ipc/contract.ts';
import { request } from '../bridge.ts';
import { useSession } from '../session.tsx';
import { Button } from '../ui/button.tsx';
import { dayOf } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';

/** Whoever's PIN was cleared is told so at the next entry, until it has been read. */
export function ResetNotice() {
  const { people } = useWords();
  const { person } = useSession();
  const [reset, setReset] = useState<PinState['resets'][number] | null>(null);
  useEffect(() => {
    void request('people:pins').then(({ resets }) => setReset(resets.find(({ personId }) => personId === person.id) ?? null));
  }, [person.id]);
  if (!reset) return null;
  const read = async (): Promise<void> => {
    setReset(null);
    await request('people:told-of-reset', person.id);
  };
  return (
    <div className="shell-notice">
      <Notice tone="warn">
        <div className="row">
          <p>{people.wasReset(dayOf(reset.at), reset.by)}</p>
          <Button onClick={() => void read()}>{people.known}</Button>
        </div>
      </Notice>
    </div>
  );
}
