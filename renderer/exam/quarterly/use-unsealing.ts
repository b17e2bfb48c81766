import { useEffect, useState } from 'react';
import type { SealedPapers } from '@shared/model/examining.ts';
import type { Failure } from '@shared/model/failure.ts';
import { request } from '../../bridge.ts';

export interface Unsealing {
  readonly unseal: (code: string) => Promise<void>;
  readonly running: boolean;
  readonly failure: Failure | null;
  /** Seconds until the next try; 0 where it may be made now. Main keeps the wait, here it is only shown. */
  readonly waitSeconds: number;
}

/** Tries a start code on an installed exam. */
export function useUnsealing(packageName: string, onOpened: (papers: SealedPapers) => void): Unsealing {
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waitSeconds, setWait] = useWait();
  const unseal = async (code: string): Promise<void> => {
    setRunning(true);
    const opened = await request('exam:unseal', packageName, code);
    setRunning(false);
    setFailure(opened.ok ? null : opened.failure);
    setWait(opened.ok || opened.failure.at === undefined ? 0 : Date.parse(opened.failure.at) - Date.now());
    if (opened.ok) onOpened(opened.value);
  };
  return { unseal, running, failure, waitSeconds };
}

/** Counts down on the monotonic clock, as main does. */
function useWait(): readonly [number, (waitMs: number) => void] {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  const waiting = until > now;
  useEffect(() => {
    if (!waiting) return;
    const looking = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(looking);
  }, [waiting]);
  const begin = (waitMs: number): void => {
    const from = performance.now();
    setNow(from);
    setUntil(waitMs > 0 ? from + waitMs : 0);
  };
  return [waiting ? Math.ceil((until - now) / 1_000) : 0, begin];
}
