import { withoutEmphasis } from '../../bank/emphasis.ts';
import type { Question } from '../../model/question.ts';

/**
 * The first two questions that must not stand together: they ask the same but for spaces, marks, width and case, or one
 * stands alone what the other asks in a case. Null where there are none.
 */
export function findAlike(questions: Iterable<Question>): readonly [string, string] | null {
  const alone = new Map<string, string>();
  const inCases = new Map<string, string>();
  for (const question of questions) {
    const stem = stemKey(question);
    const parts = question.type === 'case' ? question.parts.map(stemKey) : [];
    const other = alone.get(stem) ?? inCases.get(stem) ?? parts.map((part) => alone.get(part)).find((id) => id !== undefined);
    if (other !== undefined) return [other, question.id];
    alone.set(stem, question.id);
    for (const part of parts) inCases.set(part, question.id);
  }
  return null;
}

/** What a question asks: its own stem and, of a case, those of its parts. */
export const stemKeysOf = (question: Question): string[] => [
  stemKey(question),
  ...(question.type === 'case' ? question.parts.map(stemKey) : []),
];

/** Letters and digits of the stem in one width and case. A stem without any is its own key. */
export function stemKey({ stem }: Pick<Question, 'stem'>): string {
  const folded = withoutEmphasis(stem).normalize('NFKC').toLowerCase();
  return folded.replaceAll(/[^\p{L}\p{N}]+/gu, '') || folded;
}
