import type { Messages } from '@shared/messages/index.ts';
import type { ProjectAction, Review, TopicScores } from '@shared/model/project-event.ts';
import { never } from '@shared/never.ts';
import { topicScore } from '@shared/projects/lifecycle/scores.ts';

/** What a step says beside its outcome, one thing a line: reasons, opinions, scores, who signed. @param weights null while they are not known */
export function stepDetails(action: ProjectAction, weights: TopicScores | null, { approval }: Messages): string {
  switch (action.kind) {
    case 'submitted':
    case 'undone':
      return '';
    case 'reviewed':
      return reviewDetails(action.review, weights, approval.history);
    case 'withdrawn':
      return action.reason;
    case 'terminated':
      return lines(action.reason, action.date);
    case 'closingRequested':
      return lines(action.summary, action.date);
    case 'closed':
      return lines(action.opinion, action.signer, action.date);
    case 'assessed':
      return action.date;
    default:
      return never(action);
  }
}

function reviewDetails(review: Review, weights: TopicScores | null, history: Messages['approval']['history']): string {
  const { opinion, conditions, scores, meeting, signer, date } = review;
  const total = scores && weights ? history.scores(String(topicScore(scores, weights))) : '';
  return lines(opinion, conditions, total, meeting, signer, date);
}

const lines = (...parts: readonly string[]): string => parts.filter(Boolean).join('\n');
