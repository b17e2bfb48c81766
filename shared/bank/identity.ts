import type { Question } from '../model/question.ts';
import { foldText } from './text.ts';

/** What a question asks: its type, stem and options, however they are spaced, punctuated or ordered; of a case also what its parts ask. */
export function identityOf(question: Question): string {
  const options = 'options' in question ? question.options.map(foldText).toSorted() : [];
  const parts = question.type === 'case' ? question.parts.map(identityOf) : [];
  return [question.type, foldText(question.stem), ...options, ...parts].join('\n');
}

/**
 * An id for a question whose source names none. `hash` is the hex SHA-256 of its identity, so that the same question
 * gets the same id wherever it is read; one that is taken gets a number behind it.
 */
export function idFromHash(hash: string, isTaken: (id: string) => boolean): string {
  const base = `q-${hash.slice(0, 16)}`;
  for (let copy = 1; ; copy++) {
    const id = copy === 1 ? base : `${base}-${copy}`;
    if (!isTaken(id)) return id;
  }
}

/** The question under another id; the ids of the parts of a case follow. */
export function withId<Q extends Question>(question: Q, id: string): Q {
  if (question.type !== 'case') return { ...question, id };
  return { ...question, id, parts: question.parts.map((part, place) => ({ ...part, id: `${id}/${place + 1}` })) };
}
