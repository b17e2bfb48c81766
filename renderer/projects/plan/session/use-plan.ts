import { useEffect, useSyncExternalStore } from 'react';
import { readStoredPlan } from '../../../data/projects/plan.ts';
import { commit } from '../../../data/work.ts';
import { holdWindow } from './hold-window.ts';
import { PlanSession, type PlanView } from './plan-session.ts';

// One for each plan as long as the program runs: going to another page loses neither the undo nor what could not be saved.
const sessions = new Map<string, PlanSession>();

holdWindow(() => [...sessions.values()]);

export function sessionOf(projectId: string): PlanSession {
  const session = sessions.get(projectId) ?? new PlanSession({ projectId, read: () => readStoredPlan(projectId), commit });
  sessions.set(projectId, session);
  return session;
}

/** The plan of a project as it stands now; null until it has been read. */
export function usePlan(session: PlanSession): PlanView | null {
  useEffect(() => {
    void session.open();
  }, [session]);
  return useSyncExternalStore(session.subscribe, session.view);
}
