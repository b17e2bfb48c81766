import type { ScoringRule } from '../../model/policy.ts';
import type { QuestionType } from '../../model/question.ts';

const madeFor: Record<ScoringRule, QuestionType | null> = { all: null, half: 'multiple', perOption: 'multiple', perBlank: 'blank' };

/** Whether a scoring rule is made for a type: half marks for some options only for multiple choices, shares of blanks only for blanks. */
export const fitsType = (rule: ScoringRule, type: QuestionType): boolean => madeFor[rule] === null || madeFor[rule] === type;
