import { useEffect, useRef, useState } from 'react';
import type { RegisterFacts } from '@shared/projects/register.ts';
import { useLive } from '../../data/live.ts';
import { readFactsBasis, readRegisterFacts, touchRegisterFacts } from '../../data/projects/register/register.ts';
import { turns } from '../../data/turns.ts';

type Facts = ReadonlyMap<string, RegisterFacts>;

/** Projects of the first read, which are those in sight, and of each one after it. */
const [projectsInSight, projectsAtOnce] = [40, 200];

/**
 * The facts of these projects, gathered in their order, a few at a time. What has changed meanwhile is read again, and stands
 * as it was until then.
 */
export function useFacts(projectIds: readonly string[], today: string): Facts {
  const [facts, setFacts] = useState<Facts>(new Map());
  const stamp = useLive(touchRegisterFacts, []);
  const read = useRef({ stamp, today, ids: new Set<string>() });
  useEffect(() => {
    if (!stamp) return;
    if (read.current.stamp !== stamp || read.current.today !== today) read.current = { stamp, today, ids: new Set() };
    const { ids } = read.current;
    const leaving = new AbortController();
    void gather(
      projectIds.filter((id) => !ids.has(id)),
      today,
      leaving.signal,
      (more) => {
        for (const id of more.keys()) ids.add(id);
        setFacts((before) => new Map([...before, ...more]));
      },
    );
    return () => leaving.abort();
  }, [projectIds, stamp, today]);
  return facts;
}

async function gather(waiting: readonly string[], today: string, signal: AbortSignal, onMore: (more: Facts) => void): Promise<void> {
  if (waiting.length === 0) return;
  const nextTurn = turns();
  try {
    const basis = await readFactsBasis();
    for (let from = 0, to = projectsInSight; from < waiting.length && !signal.aborted; from = to, to += projectsAtOnce) {
      onMore(await readRegisterFacts(waiting.slice(from, to), basis, today));
      await nextTurn();
    }
  } catch (error) {
    if (!signal.aborted) throw error; // a database that closes behind a screen that was left is no bug
  }
}
