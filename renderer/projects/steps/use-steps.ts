import { useState } from 'react';
import type { ProjectAction } from '@shared/model/project-event.ts';
import { actorOf } from '../../actor.ts';
import { takeStep, type StepResult } from '../../data/projects/events.ts';
import { useSession } from '../../session.tsx';

export type StepProblem = Exclude<StepResult, { readonly ok: true }>;

/** Taking steps of a project's way from a screen of the branch. */
export interface Steps {
  readonly isBusy: boolean;
  /** Why the last try came to nothing. */
  readonly problem: StepProblem | null;
  /** True when the step is on disk. */
  readonly take: (action: ProjectAction) => Promise<boolean>;
  readonly clear: () => void;
}

export function useSteps(projectId: string): Steps {
  const { person } = useSession();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<StepProblem | null>(null);
  const take = async (action: ProjectAction): Promise<boolean> => {
    setBusy(true);
    const facts = { id: crypto.randomUUID(), at: Date.now(), by: actorOf(person), side: 'branch', projectId } as const;
    const result = await takeStep(action, facts);
    setBusy(false);
    setProblem(result.ok ? null : result);
    return result.ok;
  };
  return { isBusy, problem, take, clear: () => setProblem(null) };
}
