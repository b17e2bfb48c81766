import { useCallback } from 'react';
import type { Step } from '../../data/bank/steps.ts';
import { useSession } from '../../session.tsx';

/** Makes one step of the person at this computer: what is written under it is undone together. */
export function useStep(): () => Step {
  const { person } = useSession();
  return useCallback(() => ({ id: crypto.randomUUID(), personId: person.id, at: Date.now() }), [person.id]);
}
