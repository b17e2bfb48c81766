import { useEffect, useEffectEvent, useState } from 'react';
import type { Result } from '@shared/model/failure.ts';

/** Typing goes on until so long nothing is typed (ms). */
const pause = 300;

interface Asked<T> {
  /** The last answer there was; null before the first, and where there is nothing to ask. */
  readonly answer: T | null;
  /** Whether it belongs to an older question. */
  readonly running: boolean;
}

/** Asks again when `key` changes, after a pause. `ask` gives null where there is nothing to ask. */
export function useAsked<T>(key: string, ask: () => Promise<Result<T>> | null): Asked<T> {
  const [asked, setAsked] = useState<{ readonly key: string | null; readonly answer: T | null }>({ key: null, answer: null });
  const [broken, setBroken] = useState<{ readonly error: unknown } | null>(null);
  const run = useEffectEvent(ask);
  useEffect(() => {
    let wanted = true;
    const begin = async (): Promise<void> => {
      const result = await run();
      if (wanted) setAsked({ key, answer: result?.ok ? result.value : null });
    };
    const timer = setTimeout(() => {
      begin().catch((error: unknown) => wanted && setBroken({ error }));
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [key]);
  if (broken) throw broken.error;
  return { answer: asked.answer, running: asked.key !== key };
}
