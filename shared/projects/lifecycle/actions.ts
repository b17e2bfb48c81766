import type { Actor } from '../../model/project.ts';
import type { ProjectAction, ProjectEvent } from '../../model/project-event.ts';
import { faultOf, kindFault } from './faults.ts';
import type { ProjectState, StepFault } from './state.ts';

const kinds = ['submitted', 'withdrawn', 'reviewed', 'closingRequested', 'closed', 'assessed', 'terminated', 'undone'] as const;

/** What a side may do now. */
export const canDo = (state: ProjectState, side: ProjectEvent['side']): readonly ProjectAction['kind'][] =>
  kinds.filter((kind) => kindFault(state, kind, side) === null);

/** The step that this side would take back now; null where the last one is not its own. */
export function lastOwn(state: ProjectState, side: ProjectEvent['side']): ProjectEvent | null {
  const last = state.counting.at(-1)?.event;
  return last?.side === side ? last : null;
}

export interface StepFacts {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: Actor;
  readonly side: ProjectEvent['side'];
  readonly projectId: string;
}

export type StepOutcome = { readonly ok: true; readonly event: ProjectEvent } | { readonly ok: false; readonly why: StepFault };

/** The next step of the way as an event to be kept; or why it is not possible. */
export function step(state: ProjectState, action: ProjectAction, { id, at, by, side, projectId }: StepFacts): StepOutcome {
  const why = faultOf(state, action, side);
  if (why) return { ok: false, why };
  return { ok: true, event: { id, projectId, after: state.head, at, by, side, action } };
}
