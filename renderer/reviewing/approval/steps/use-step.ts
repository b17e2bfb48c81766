import { useState } from 'react';
import type { ProjectAction } from '@shared/model/project-event.ts';
import { actorOf } from '../../../actor.ts';
import { takeStep, type StepResult } from '../../../data/projects/events.ts';
import { useSession } from '../../../session.tsx';

export interface Step {
  /** What became of the last try; null before one. */
  readonly result: StepResult | null;
  /** Takes a step of the bureau, from where the project stands now. Whether it was taken. */
  readonly take: (action: ProjectAction) => Promise<boolean>;
}

export function useStep(projectId: string): Step {
  const { person } = useSession();
  const [result, setResult] = useState<StepResult | null>(null);
  return {
    result,
    async take(action) {
      const facts = { id: crypto.randomUUID(), at: Date.now(), by: actorOf(person), side: 'bureau', projectId } as const;
      const taken = await takeStep(action, facts);
      setResult(taken);
      return taken.ok;
    },
  };
}
