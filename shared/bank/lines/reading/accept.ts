import { difficultyOf } from '../../cells.ts';
import type { Draft, Finding } from '../../imported.ts';
import type { Difficulty, SimpleQuestion } from '../../../model/question.ts';
import { shorten, warning, type SimpleOutcome } from './outcome.ts';
import type { Sifted } from './sift.ts';

/** What questions of every type have. */
export interface Common {
  readonly id: '';
  readonly section: string;
  readonly topic: string;
  readonly stem: string;
  readonly explanation: string;
  readonly basis: string;
  readonly difficulty: Difficulty;
}

export const commonOf = ({ section, topic, explanation, basis }: Draft, stem: string, { difficulty }: Sifted): Common => ({
  id: '',
  section,
  topic,
  stem,
  explanation,
  basis,
  difficulty: difficultyOf(difficulty) ?? 'medium',
});

export function accept(question: SimpleQuestion, { difficulty, score }: Sifted, findings: readonly Finding[]): SimpleOutcome {
  const unknown =
    difficultyOf(difficulty) === null ? [warning('difficulty-unknown', `不认识的难度“${shorten(difficulty)}”，按“中”处理。`)] : [];
  return { kind: 'question', question, score, findings: [...findings, ...unknown] };
}

export const refuse = (draft: Draft, finding: Finding): SimpleOutcome => ({ kind: 'refused', draft, findings: [finding] });
