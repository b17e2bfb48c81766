import type { Messages } from '@shared/messages/index.ts';
import type { ProjectAction, ProjectEvent } from '@shared/model/project-event.ts';
import { never } from '@shared/never.ts';

/** One step of a project in words: what was done, and with which outcome. */
export function stepText({ action }: Pick<ProjectEvent, 'action'>, { approval }: Messages): string {
  const detail = outcomeOf(action, approval);
  const what = action.kind === 'reviewed' ? approval.reviews[action.review.stage] : approval.history.actions[action.kind];
  return detail === '' ? what : `${what} · ${detail}`;
}

function outcomeOf(action: ProjectAction, words: Messages['approval']): string {
  switch (action.kind) {
    case 'submitted':
      return words.queue.revision(action.submission.revision);
    case 'reviewed':
      return words.outcomes[action.review.outcome];
    case 'closed':
      return words.history.closed[action.outcome];
    case 'assessed':
      return words.history.assessed(action.grade, action.score);
    case 'withdrawn':
    case 'closingRequested':
    case 'terminated':
    case 'undone':
      return '';
    default:
      return never(action);
  }
}
