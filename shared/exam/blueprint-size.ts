import type { Blueprint } from '../model/policy.ts';

/** How many questions a blueprint asks, and its full score in points. */
export function sizeOfBlueprint({ parts }: Pick<Blueprint, 'parts'>): { readonly questions: number; readonly full: number } {
  const questions = parts.reduce((sum, part) => sum + part.count, 0);
  const hundredths = parts.reduce((sum, part) => sum + Math.round(part.count * part.scoreEach * 100), 0);
  return { questions, full: hundredths / 100 };
}
