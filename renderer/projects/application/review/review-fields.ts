import { isDay } from '@shared/projects/days.ts';
import type { Review, ReviewOutcome, ReviewStage, TopicScores } from '@shared/model/project-event.ts';

/** What stands in the fields of a review, as text. */
export interface ReviewFields {
  readonly outcome: ReviewOutcome;
  readonly opinion: string;
  readonly conditions: string;
  readonly scores: Readonly<Record<keyof TopicScores, string>>;
  readonly signer: string;
  readonly meeting: string;
  readonly date: string;
}

export type ReviewProblem = 'scoresIncomplete' | 'scoreRange' | 'signerNeeded' | 'dateNeeded';

export const blankReview = (today: string): ReviewFields => ({
  outcome: 'pass',
  opinion: '',
  conditions: '',
  scores: { distinctiveness: '', feasibility: '', value: '' },
  signer: '',
  meeting: '',
  date: today,
});

/** The review that the fields say; what the way itself asks for (reasons, conditions) is for the step to judge. */
export function reviewOf(
  stage: ReviewStage,
  fields: ReviewFields,
): { readonly ok: true; readonly review: Review } | { readonly ok: false; readonly problem: ReviewProblem } {
  const scores = scoresOf(fields.scores);
  if (scores === 'scoresIncomplete' || scores === 'scoreRange') return { ok: false, problem: scores };
  if (fields.signer.trim() === '') return { ok: false, problem: 'signerNeeded' };
  if (!isDay(fields.date)) return { ok: false, problem: 'dateNeeded' };
  const { outcome, date } = fields;
  const conditions = outcome === 'conditional' ? fields.conditions.trim() : '';
  const texts = { opinion: fields.opinion.trim(), conditions, signer: fields.signer.trim(), meeting: fields.meeting.trim() };
  return { ok: true, review: { stage, outcome, scores, date, ...texts } };
}

/** Null where no score was given. */
export function scoresOf(texts: ReviewFields['scores']): TopicScores | null | 'scoresIncomplete' | 'scoreRange' {
  const typed = Object.values(texts).map((text) => text.trim());
  if (typed.every((text) => text === '')) return null;
  if (typed.includes('')) return 'scoresIncomplete';
  const { distinctiveness, feasibility, value } = texts;
  const scores = { distinctiveness: Number(distinctiveness), feasibility: Number(feasibility), value: Number(value) };
  return Object.values(scores).every((score) => score >= 0 && score <= 100) ? scores : 'scoreRange';
}
