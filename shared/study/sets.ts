import type { QuestionType } from '../model/question.ts';

/** What a set is limited to. What is absent limits nothing; the topic '' means the questions without one. */
export interface Scope {
  readonly section?: string;
  readonly topic?: string;
  readonly type?: QuestionType;
}

export const everywhere: Scope = {};

/** What somebody searched for: words, all of which have to be found, within a scope. */
export interface FoundQuery extends Scope {
  readonly text: string;
}

/** The part of a query that limits. */
export const scopeOf = ({ section, topic, type }: Scope): Scope => ({
  ...(section !== undefined && { section }),
  ...(topic !== undefined && { topic }),
  ...(type !== undefined && { type }),
});
