import { compare } from '../../compare.ts';
import type { BankEntry, EntryOrigin } from '../../model/bank.ts';
import type { Question } from '../../model/question.ts';
import { withId } from '../identity.ts';
import type { Draft, Finding } from '../imported.ts';
import { same } from './fields.ts';
import type { Match, ReadRow } from './matching.ts';
import { lastingFindings } from './problems.ts';

/** One question or refused row as main read it. */
export interface ReadWhole extends ReadRow {
  readonly draft: Draft | null;
  readonly findings: readonly Finding[];
  readonly score: number | null;
}

/**
 * What becomes of a row. fresh: a question that the bank does not have · changed: it has it in another form, and the
 * entry proposes this one · refused: no question yet · replaced: it takes the place of the refused row that it was ·
 * unchanged: the bank has it just so.
 */
export type Staged =
  | { readonly kind: 'fresh' | 'changed' | 'refused' | 'replaced'; readonly entry: BankEntry }
  | { readonly kind: 'unchanged' };

export interface StagingContext {
  readonly batchId: string;
  /** An id that nothing has: for refused rows and proposed changes. */
  readonly newId: () => string;
  /** The id of a question that the bank does not have: its source's own where that is free, else one made from what it asks. */
  readonly idFor: (question: Question) => string;
}

/** What becomes of a row, given the entry that it matches. Staging again what is there already is `unchanged`, every time. */
export function stageRow(read: ReadWhole, match: (Match & { readonly entry: BankEntry }) | null, context: StagingContext): Staged {
  if (!match) return read.question ? fresh(read, read.question, context) : refused(read, context);
  const { entry: known, by } = match;
  if (!known.question) return replace(read, known);
  if (!read.question || by === 'source') return { kind: 'unchanged' };
  const question = proposed(read.question, known.question);
  const score = read.score ?? known.score;
  if (sameQuestion(question, known.question) && score === known.score) return { kind: 'unchanged' };
  const id = context.newId();
  return { kind: 'changed', entry: { ...staged(read, context), id, question: withId(question, id), score, matches: known.id } };
}

function fresh(read: ReadWhole, question: Question, context: StagingContext): Staged {
  const id = context.idFor(question);
  return { kind: 'fresh', entry: { ...staged(read, context), id, question: withId(question, id) } };
}

const refused = (read: ReadWhole, context: StagingContext): Staged => ({
  kind: 'refused',
  entry: { ...staged(read, context), id: context.newId(), question: null, draft: read.draft },
});

/** The row comes back, from an error workbook or from the same file: what it says now counts, where it came from stays. */
function replace(read: ReadWhole, known: BankEntry): Staged {
  const entry: BankEntry = {
    ...known,
    question: read.question && withId(read.question, known.id),
    draft: read.question ? null : read.draft,
    findings: lastingFindings(read.findings, read.question),
    score: read.score ?? known.score,
  };
  return same(entry, known) ? { kind: 'unchanged' } : { kind: 'replaced', entry };
}

const staged = (read: ReadWhole, { batchId }: StagingContext): Omit<BankEntry, 'id' | 'question'> => ({
  draft: null,
  state: 'staged',
  origin: originOf(read, batchId),
  findings: lastingFindings(read.findings, read.question),
  score: read.score,
  matches: null,
});

const originOf = ({ place: { sheet, row, lastRow } }: ReadWhole, batchId: string): EntryOrigin => ({ batchId, sheet, row, lastRow });

/** What a source does not say, the bank goes on saying: an empty cell, or 中, which is also what an empty cell is read as. */
export function proposed(read: Question, known: Question): Question {
  const labels = {
    section: read.section || known.section,
    topic: read.topic || known.topic,
    basis: read.basis || known.basis,
    difficulty: read.difficulty === 'medium' ? known.difficulty : read.difficulty,
  };
  const explanation = read.explanation || known.explanation;
  if (read.type !== 'case') return { ...read, ...labels, explanation };
  return { ...read, ...labels, explanation, parts: read.parts.map((part) => ({ ...part, ...labels })) };
}

/** Whether two forms of a question say the same. Their ids and the order of their options do not matter. */
export const sameQuestion = (one: Question, other: Question): boolean => same(inOrder(one), inOrder(other));

function inOrder(question: Question): Question {
  if (question.type === 'case') return withId({ ...question, parts: question.parts.map(inOrder) as typeof question.parts }, '');
  if (question.type !== 'single' && question.type !== 'multiple') return { ...question, id: '' };
  const places = [...question.options.keys()].toSorted((a, b) => compare(question.options[a] ?? '', question.options[b] ?? ''));
  const answer = places.flatMap((place, at) => (question.answer.includes(place) ? [at] : []));
  return { ...question, id: '', options: places.map((place) => question.options[place] ?? ''), answer };
}
