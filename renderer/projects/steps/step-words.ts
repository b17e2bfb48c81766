import { never } from '@shared/never.ts';
import type { Messages } from '@shared/messages/index.ts';
import type { ProjectAction, Review, TopicScores } from '@shared/model/project-event.ts';
import { topicScore } from '@shared/projects/lifecycle/scores.ts';

type Words = Pick<Messages, 'projects' | 'projectApplication'>;

/** What a step is called. */
export function stepTitle(action: ProjectAction, { projects, projectApplication }: Words): string {
  const { history, outcome } = projectApplication;
  switch (action.kind) {
    case 'submitted':
      return history.submitted(action.submission.revision);
    case 'reviewed':
      return `${projects.review[action.review.stage]} ${outcome[action.review.outcome]}`;
    case 'closed':
      return action.outcome === 'closed' ? history.closed : history.notClosed;
    case 'assessed':
      return history.assessed(action.year);
    case 'undone':
      return history.undoing;
    case 'withdrawn':
    case 'closingRequested':
    case 'terminated':
      return history[action.kind];
    default:
      return never(action);
  }
}

/** What it says, a line each. */
export function stepLines(action: ProjectAction, words: Words, weights: TopicScores): readonly string[] {
  const { history } = words.projectApplication;
  switch (action.kind) {
    case 'submitted':
      return [action.submission.project.title, history.nodes(action.submission.nodes.length)];
    case 'reviewed':
      return reviewLines(action.review, words, weights);
    case 'closed':
      return [...(action.opinion ? [history.opinion(action.opinion)] : []), history.signed(action.signer, action.date)];
    case 'closingRequested':
      return [action.summary, history.evidence(action.evidence.length), action.date];
    case 'assessed':
      return [history.result(action.score, action.rank, action.grade)];
    case 'withdrawn':
      return [history.reason(action.reason)];
    case 'terminated':
      return [history.reason(action.reason), action.date];
    case 'undone':
      return [];
    default:
      return never(action);
  }
}

/** The opinion, the conditions, the score and who signed. */
export function reviewLines(review: Review, { projectApplication }: Words, weights: TopicScores): readonly string[] {
  const { history, aspect } = projectApplication;
  const { opinion, conditions, scores, signer, meeting, date } = review;
  const aspects = (['distinctiveness', 'feasibility', 'value'] as const).map((one) => scores && `${aspect[one]} ${scores[one]}`);
  return [
    ...(opinion ? [history.opinion(opinion)] : []),
    ...(conditions ? [history.conditions(conditions)] : []),
    ...(scores ? [`${aspects.join(' · ')} · ${history.score(topicScore(scores, weights))}`] : []),
    [meeting, history.signed(signer, date)].filter(Boolean).join(' '),
  ];
}
