import { choiceAnswer, judgementOf } from '../../answer.ts';
import type { PlacedOption } from '../../options.ts';
import type { NamedType } from '../../question-type.ts';
import { countBlanks, takeJudgement, takeLetters } from '../../stem.ts';
import { spacedBlanks } from './read-blank.ts';
import type { Sifted } from './sift.ts';

/** A judgement, perhaps with a remark behind it. Nothing weaker shows the type: （1）… and 1 begin written answers too. */
const judgement = /^\s*[（(]?\s*(?:√|✓|✔|×|✗|✘|对|错|正确|错误|是|否|[TFYN](?![A-Za-z])|true|false)\s*[)）]?\s*(?:[。.，,；;：:（(]|$)/i;

/** The type of a question: what stands beside it, then what its heading says where that fits what it has, then what it has. Null where nothing tells. */
export function typeOf(sifted: Sifted): NamedType | null {
  const { named, options, block } = sifted;
  if (named && !(named === 'single' && options.length === 0)) return named;
  if (isJudgePair(options)) return 'judge';
  const { type, open } = block.context;
  if (type !== null && !(open && (type === 'single' || type === 'multiple')) && suits(type, sifted)) return type;
  return inferred(sifted);
}

export const isJudgePair = (options: readonly PlacedOption[]): boolean => {
  const sides = options.map(({ text }) => judgementOf(text));
  return options.length === 2 && sides.includes(true) && sides.includes(false);
};

function suits(type: NamedType, { options, answer, stem }: Sifted): boolean {
  const choice = options.length > 1;
  const judged = takeJudgement(stem).mark !== '' || judgement.test(answer);
  if (type === 'single' || type === 'multiple') return choice || !judged;
  if (type === 'judge') return !choice || options.length < 3;
  return !(choice && choiceAnswer(answer || takeLetters(stem).mark, options));
}

function inferred({ options, answer, stem }: Sifted): NamedType | null {
  if (options.length > 1) return (choiceAnswer(answer || takeLetters(stem).mark, options)?.length ?? 1) > 1 ? 'multiple' : 'single';
  if (options.length === 1) return null;
  if (takeJudgement(stem).mark !== '' || (judgement.test(answer) && countBlanks(stem) < 2)) return 'judge';
  if (answer === '') return null;
  return countBlanks(stem) > 0 || (answer.length <= 100 && countBlanks(spacedBlanks(stem)) > 0) ? 'blank' : 'short';
}
