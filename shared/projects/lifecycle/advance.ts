import { never } from '../../never.ts';
import type { ProjectAction, ProjectEvent, ProjectStage, Review, ReviewStage } from '../../model/project-event.ts';
import { positionOf, type ProjectPosition, type ProjectState } from './state.ts';

/** The state after one more step. The step has no fault (`faultOf`). */
export function advance(state: ProjectState, event: ProjectEvent): ProjectState {
  const way = { head: event.id, steps: [...state.steps, event], setAside: state.setAside };
  if (event.action.kind === 'undone') {
    const last = state.counting.at(-1);
    if (!last) throw new Error(`nothing to undo before ${event.id}`);
    return { ...last.before, ...way, counting: state.counting.slice(0, -1) };
  }
  const before = positionOf(state);
  return { ...moved(before, event.action), ...way, counting: [...state.counting, { event, before }] };
}

type Move = Exclude<ProjectAction, { readonly kind: 'undone' }>;

function moved(position: ProjectPosition, action: Move): ProjectPosition {
  switch (action.kind) {
    case 'submitted': {
      const { submission } = action;
      return { ...position, stage: 'departmentReview', revision: submission.revision, submission, reviews: [], conditions: '' };
    }
    case 'withdrawn':
      return withdrawn(position);
    case 'reviewed':
      return reviewed(position, action.review);
    case 'closingRequested':
      return { ...position, stage: 'closingRequested', closing: { request: action, decision: null } };
    case 'closed':
      return {
        ...position,
        stage: action.outcome === 'closed' ? 'closed' : 'approved',
        closing: position.closing && { ...position.closing, decision: action },
      };
    case 'assessed':
      return { ...position, stage: 'assessed', assessment: action };
    case 'terminated':
      return { ...position, stage: 'terminated', termination: action };
    default:
      return never(action);
  }
}

/** A revision that was taken back keeps its number, so that two papers never bear the same. */
function withdrawn(position: ProjectPosition): ProjectPosition {
  if (position.stage === 'closingRequested') return { ...position, stage: 'approved', closing: null };
  return { ...position, stage: 'draft', submission: null, reviews: [], conditions: '' };
}

const stageAfter = {
  departmentReview: 'leaderReview',
  leaderReview: 'committeeReview',
  committeeReview: 'approved',
} as const satisfies Record<ReviewStage, ProjectStage>;

function reviewed(position: ProjectPosition, review: Review): ProjectPosition {
  const reviews = [...position.reviews, review];
  if (review.outcome === 'return') return { ...position, reviews, stage: 'returned' };
  const conditions = reviews.flatMap(({ outcome, conditions: asked }) => (outcome === 'conditional' ? [asked.trim()] : [])).join('\n');
  const stage = stageAfter[review.stage];
  const passed = { ...position, reviews, conditions, stage };
  return stage === 'approved' ? { ...passed, approvedOn: review.date, baseline: position.submission?.nodes ?? [] } : passed;
}
