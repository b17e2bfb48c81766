import { reviewStages, type ProjectAction, type ProjectEvent, type ProjectStage } from '../../model/project-event.ts';
import type { ProjectState, StepFault } from './state.ts';

type Side = ProjectEvent['side'];
type Kind = ProjectAction['kind'];

/** Who may do what, and where on the way. Undoing depends on the step before instead. */
const rules: Record<Exclude<Kind, 'undone'>, { readonly sides: readonly Side[]; readonly stages: readonly ProjectStage[] }> = {
  submitted: { sides: ['branch'], stages: ['draft', 'returned'] },
  withdrawn: { sides: ['branch'], stages: [...reviewStages, 'closingRequested'] },
  reviewed: { sides: ['branch', 'bureau'], stages: reviewStages },
  closingRequested: { sides: ['branch'], stages: ['approved'] },
  closed: { sides: ['branch', 'bureau'], stages: ['closingRequested'] },
  assessed: { sides: ['bureau'], stages: ['closed'] },
  terminated: { sides: ['branch', 'bureau'], stages: [...reviewStages, 'returned', 'approved', 'closingRequested'] },
};

/** What an action may be, as far as its kind goes; null where nothing speaks against it. */
export function kindFault(state: ProjectState, kind: Kind, side: Side): StepFault | null {
  if (kind === 'undone') return undoFault(state, side);
  const { sides, stages } = rules[kind];
  if (!stages.includes(state.stage)) return 'wrong-stage';
  return sides.includes(side) ? null : 'wrong-side';
}

/** Why this action is not possible now; null where it is. */
export function faultOf(state: ProjectState, action: ProjectAction, side: Side): StepFault | null {
  return kindFault(state, action.kind, side) ?? contentFault(state, action);
}

function contentFault(state: ProjectState, action: ProjectAction): StepFault | null {
  switch (action.kind) {
    case 'submitted':
      return action.submission.revision === state.revision + 1 ? null : 'wrong-revision';
    case 'reviewed':
      return action.review.stage === state.stage ? reviewFault(action.review) : 'wrong-review';
    case 'closed':
      return action.outcome === 'returned' && isBlank(action.opinion) ? 'reason-missing' : null;
    case 'withdrawn':
    case 'terminated':
      return isBlank(action.reason) ? 'reason-missing' : null;
    case 'undone':
      return state.counting.at(-1)?.event.id === action.of ? null : 'not-last';
    default:
      return null;
  }
}

function reviewFault({ outcome, opinion, conditions }: Extract<ProjectAction, { kind: 'reviewed' }>['review']): StepFault | null {
  if (outcome === 'return' && isBlank(opinion)) return 'reason-missing';
  return outcome === 'conditional' && isBlank(conditions) ? 'conditions-missing' : null;
}

/** Each side takes back only what it did itself, and only while nothing was done after it. */
function undoFault({ counting }: ProjectState, side: Side): StepFault | null {
  const last = counting.at(-1);
  if (!last) return 'wrong-stage';
  return last.event.side === side ? null : 'wrong-side';
}

const isBlank = (text: string): boolean => text.trim() === '';
