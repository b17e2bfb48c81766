import { isDay } from '@shared/projects/days.ts';
import type { Review, ReviewOutcome, ReviewStage, TopicScores } from '@shared/model/project-event.ts';

export const scoredAspects = ['distinctiveness', 'feasibility', 'value'] as const satisfies readonly (keyof TopicScores)[];
export type ScoredAspect = (typeof scoredAspects)[number];

/** A review as it stands in the form: texts as they were typed. */
export interface ReviewDraft {
  readonly outcome: ReviewOutcome;
  readonly opinion: string;
  readonly conditions: string;
  readonly scores: Readonly<Record<ScoredAspect, string>>;
  readonly signer: string;
  readonly meeting: string;
  /** 'YYYY-MM-DD' or ''. */
  readonly date: string;
}

export type ReviewProblem = 'reason' | 'conditions' | 'signer' | 'meeting' | 'date' | 'scores';

export const emptyReview = (today: string): ReviewDraft => ({
  outcome: 'pass',
  opinion: '',
  conditions: '',
  scores: { distinctiveness: '', feasibility: '', value: '' },
  signer: '',
  meeting: '',
  date: today,
});

/** What has to be mended before it can be kept, or null. */
export function problemOfReview(draft: ReviewDraft, stage: ReviewStage): ReviewProblem | null {
  if (draft.outcome === 'return' && isBlank(draft.opinion)) return 'reason';
  if (draft.outcome === 'conditional' && isBlank(draft.conditions)) return 'conditions';
  if (scoresOf(draft) === 'unreadable') return 'scores';
  if (stage === 'committeeReview' && isBlank(draft.meeting)) return 'meeting';
  if (isBlank(draft.signer)) return 'signer';
  return isDay(draft.date) ? null : 'date';
}

/** The scores that were typed: null where none was; all three or none have to be there. */
export function scoresOf({ scores }: Pick<ReviewDraft, 'scores'>): TopicScores | null | 'unreadable' {
  const typed = scoredAspects.map((aspect) => scores[aspect].normalize('NFKC').trim());
  if (typed.every((text) => text === '')) return null;
  if (!typed.every((text) => /^\d{1,3}(\.\d+)?$/.test(text) && Number(text) <= 100)) return 'unreadable';
  const [distinctiveness = 0, feasibility = 0, value = 0] = typed.map(Number);
  return { distinctiveness, feasibility, value };
}

/** The review; only of a draft without a problem. */
export function reviewOf(draft: ReviewDraft, stage: ReviewStage): Review {
  const scores = scoresOf(draft);
  return {
    stage,
    outcome: draft.outcome,
    opinion: draft.opinion.trim(),
    conditions: draft.outcome === 'conditional' ? draft.conditions.trim() : '',
    scores: scores === 'unreadable' ? null : scores,
    signer: draft.signer.trim(),
    meeting: stage === 'committeeReview' ? draft.meeting.trim() : '',
    date: draft.date,
  };
}

const isBlank = (text: string): boolean => text.trim() === '';
