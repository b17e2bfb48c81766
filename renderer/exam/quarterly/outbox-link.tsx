import { useEffect, useState } from 'react';
import { hrefOf } from '../../route.ts';
import { useWords } from '../../words.tsx';
import { completeOutbox, type OutboxState } from './sealing.ts';

/** What lies here for the bureau, sealed again where that failed before; null until it was looked at. */
export function useOutbox(): { readonly outbox: OutboxState | null; readonly refresh: () => Promise<void> } {
  const [outbox, setOutbox] = useState<OutboxState | null>(null);
  const refresh = async (): Promise<void> => setOutbox(await completeOutbox());
  useEffect(() => {
    let wanted = true;
    void completeOutbox().then((state) => wanted && setOutbox(state));
    return () => {
      wanted = false;
    };
  }, []);
  return { outbox, refresh };
}

/** The way to 上报, once there is anything to send. */
export function OutboxLink() {
  const { quarterly } = useWords();
  const { outbox } = useOutbox();
  if (!outbox || outbox.entries.length === 0) return null;
  const waiting = outbox.entries.filter(({ exportedAt }) => exportedAt === null).length;
  return (
    <a className="exam-link" href={hrefOf('exam', 'outbox')}>
      {quarterly.outbox.link(waiting)}
    </a>
  );
}
