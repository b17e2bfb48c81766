import type { Draft, Finding, ProblemCode } from '../../imported.ts';
import type { SimpleQuestion, Question } from '../../../model/question.ts';

/** What became of a block: a question, perhaps with findings, or a draft with the errors that say why it is none. */
export type Outcome<Q extends Question = Question> =
  | { readonly kind: 'question'; readonly question: Q; readonly score: number | null; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly draft: Draft; readonly findings: readonly Finding[] };

export type SimpleOutcome = Outcome<SimpleQuestion>;

export const error = (code: ProblemCode, message: string): Finding => ({ severity: 'error', code, message });
export const warning = (code: ProblemCode, message: string): Finding => ({ severity: 'warning', code, message });
export const shorten = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);
