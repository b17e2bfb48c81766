import type { PlanNode } from '../../model/project.ts';
import type { ProjectAction, ProjectEvent, ProjectStage, Review, Submission } from '../../model/project-event.ts';

type ActionOf<K extends ProjectAction['kind']> = Extract<ProjectAction, { readonly kind: K }>;

/** What the steps that count have made of a project. */
export interface ProjectPosition {
  readonly stage: ProjectStage;
  /** 0 before anything was handed in. */
  readonly revision: number;
  /** What is or was under review; null where nothing is handed in or it was taken back. */
  readonly submission: Submission | null;
  /** Of the present revision, in their order. */
  readonly reviews: readonly Review[];
  /** 批准版: the nodes as the committee approved them; empty before that. */
  readonly baseline: readonly PlanNode[];
  /** 'YYYY-MM-DD' of the committee's review, '' before it. */
  readonly approvedOn: string;
  /** What the reviews of this revision asked for, one a line; '' where they asked for nothing. */
  readonly conditions: string;
  /** The newest request to close, and what was decided on it. */
  readonly closing: { readonly request: ActionOf<'closingRequested'>; readonly decision: ActionOf<'closed'> | null } | null;
  readonly assessment: ActionOf<'assessed'> | null;
  readonly termination: ActionOf<'terminated'> | null;
}

export interface ProjectState extends ProjectPosition {
  /** Id of the last step, which the next one names in `after`; null before the first. */
  readonly head: string | null;
  /** Every step of the way in order, undone ones and their undoing too: the history. */
  readonly steps: readonly ProjectEvent[];
  /** The steps that were not undone, each with the position before it. */
  readonly counting: readonly { readonly event: ProjectEvent; readonly before: ProjectPosition }[];
  /** What came but does not count, by its time. */
  readonly setAside: readonly SetAsideEvent[];
}

/** Why a step is not possible. */
export const stepFaults = [
  'wrong-stage',
  'wrong-side',
  'wrong-review',
  'wrong-revision',
  'reason-missing',
  'conditions-missing',
  'not-last',
] as const;
export type StepFault = (typeof stepFaults)[number];

/**
 * Why an event does not count: a fault, or `place-taken` another step stands in its place · `behind` it follows one that does
 * not count · `step-missing` the one before it has not arrived · `same-id` another event has its id.
 */
export const asideReasons = [...stepFaults, 'place-taken', 'behind', 'step-missing', 'same-id'] as const;
export type AsideReason = (typeof asideReasons)[number];

export interface SetAsideEvent {
  readonly event: ProjectEvent;
  readonly why: AsideReason;
}

/** Whether nothing is to be done on a project any more, so that nothing of it is late. */
export const isOver = (stage: ProjectStage): boolean => stage === 'closed' || stage === 'assessed' || stage === 'terminated';

export const firstPosition: ProjectPosition = {
  stage: 'draft',
  revision: 0,
  submission: null,
  reviews: [],
  baseline: [],
  approvedOn: '',
  conditions: '',
  closing: null,
  assessment: null,
  termination: null,
};

export const firstState: ProjectState = { ...firstPosition, head: null, steps: [], counting: [], setAside: [] };

/** A state without its history: what two states have in common that mean the same. */
export function positionOf(state: ProjectState): ProjectPosition {
  const { head: _head, steps: _steps, counting: _counting, setAside: _setAside, ...position } = state;
  return position;
}
