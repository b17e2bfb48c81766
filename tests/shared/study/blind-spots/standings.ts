import type { BlockIndex } from '@shared/model/package.ts';
import type { Given } from '@shared/study/blind-spots/standing.ts';

/** A question of a made-up bank. */
export interface Listed {
  readonly id: string;
  readonly topic: string;
  readonly revision?: string;
}

/** A block of single choices of medium difficulty. */
export function blockOf(section: string, questions: readonly Listed[]): BlockIndex {
  return {
    section,
    ids: questions.map(({ id }) => id),
    topics: questions.map(({ topic }) => topic),
    types: questions.map(() => 'single'),
    difficulties: questions.map(() => 'medium'),
    revisions: questions.map(({ revision = 'r1' }) => revision),
  };
}

/** `count` questions of one topic: `<name>-1`, `<name>-2`, … */
export const listed = (name: string, count: number, topic = name): Listed[] =>
  Array.from({ length: count }, (_, place) => ({ id: `${name}-${place + 1}`, topic }));

export const day = 86_400_000;
export const now = Date.UTC(2026, 8, 1);

/** One answer, given today to the present form of its question in random practice. */
export function answer(questionId: string, correct: boolean, change: Partial<Given> = {}): Given {
  const at = change.at ?? now;
  return { id: `${questionId}@${at}`, questionId, revision: 'r1', correct, mode: 'random', at, ...change };
}
