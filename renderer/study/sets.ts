import { never } from '@shared/never.ts';
import { orderAsWritten, orderItem, type ItemOrder } from '@shared/exam/option-order.ts';
import { seedFrom } from '@shared/exam/random.ts';
import { randomOrder } from '@shared/study/order.ts';
import type { Policy } from '@shared/model/policy.ts';
import type { Question } from '@shared/model/question.ts';
import type { StudyMode } from '@shared/model/study.ts';
import { findRefs, readMistakeRule, readMistakes, readSectionRefs, resumePlace, type QuestionRef } from '../data/study.ts';

export interface QuestionSet {
  readonly refs: readonly QuestionRef[];
  /** Where to begin. */
  readonly place: number;
  readonly rule: Policy['mistakeRule'];
}

/** The questions of a mode, in order. `seed` decides the order of the random mode. */
export async function readSet(mode: StudyMode, section: string, personId: string, seed: number): Promise<QuestionSet> {
  const rule = await readMistakeRule();
  switch (mode) {
    case 'sequential': {
      const refs = await readSectionRefs(section);
      return { refs, place: await resumePlace(personId, section, refs), rule };
    }
    case 'random': {
      const refs = new Map((await readSectionRefs(section)).map((ref) => [ref.id, ref]));
      return { refs: randomOrder([...refs.keys()], seed).flatMap((id) => refs.get(id) ?? []), place: 0, rule };
    }
    case 'mistakes': {
      const { open } = await readMistakes(personId);
      return { refs: await findRefs(open.map((mistake) => mistake.questionId)), place: 0, rule };
    }
    default:
      return never(mode);
  }
}

/**
 * In which order the options are shown. The textbook order while reading a section through; shuffled in practice, so
 * that nobody learns the letter.
 */
export const orderOf = (question: Question, mode: StudyMode, seed: number): ItemOrder =>
  mode === 'sequential' ? orderAsWritten(question) : orderItem(question, seedFrom(seed));
