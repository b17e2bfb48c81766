import type { SimpleQuestion } from '../../model/question.ts';
import { blankAnswers, choiceAnswer, withoutLabel } from '../answer.ts';
import type { Draft } from '../imported.ts';
import { speakOfOthers } from '../options.ts';
import { countBlanks } from '../stem.ts';

type Common = Pick<SimpleQuestion, 'id' | 'section' | 'topic' | 'stem' | 'explanation' | 'basis' | 'difficulty'>;

/** The draft as a question of its type, or null where something that its type needs is still missing or cannot be understood. */
export function questionOfDraft(draft: Draft, id: string): SimpleQuestion | null {
  if (draft.stem.trim() === '') return null;
  switch (draft.type) {
    case 'single':
    case 'multiple':
      return choiceOf(draft, commonOf(draft, id), draft.type);
    case 'blank':
      return blankOf(draft, commonOf(draft, id));
    case 'short':
      return shortOf(draft, commonOf(draft, id));
    default:
      return null; // what a judgement means is decided by whoever mends it; a case is no simple question
  }
}

export const commonOf = ({ section, topic, stem, explanation, basis, difficulty = 'medium' }: Draft, id: string): Common => ({
  id,
  section,
  topic,
  stem,
  explanation,
  basis,
  difficulty,
});

function choiceOf(draft: Draft, common: Common, type: 'single' | 'multiple'): SimpleQuestion | null {
  const options = draft.options.map((option) => option.trim());
  if (options.length < 2 || options.length > 12 || options.includes('')) return null;
  const answer = choiceAnswer(
    draft.answer,
    options.map((text, place) => ({ place, text })),
  );
  if (!answer || answer.length === 0 || answer.some((place) => place >= options.length)) return null;
  return { ...common, type, options, answer, shuffle: !speakOfOthers(options) };
}

function blankOf(draft: Draft, common: Common): SimpleQuestion | null {
  const answer = blankAnswers(draft.answer, countBlanks(draft.stem));
  return answer.length > 0 ? { ...common, type: 'blank', answer } : null;
}

function shortOf(draft: Draft, common: Common): SimpleQuestion | null {
  const answer = withoutLabel(draft.answer);
  return answer === '' ? null : { ...common, type: 'short', answer };
}
