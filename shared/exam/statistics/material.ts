import { compare } from '../../compare.ts';
import type { Exam, ExamRecord, Marking, PaperScores, StoredPaper } from '../../model/examining.ts';

/** Everything that came in on one exam: what its statistics are counted from. The order of the lists changes no figure. */
export interface ExamMaterial {
  readonly exam: Exam;
  /** The papers of the exam, with their answers. */
  readonly papers: readonly StoredPaper[];
  readonly records: readonly ExamRecord[];
  readonly paperScores: readonly PaperScores[];
  readonly markings: readonly Marking[];
}

/** What stands for one person: nothing, one record, records that a person has to decide between, or a paper answer. */
export type Evidence =
  | { readonly kind: 'none' }
  | { readonly kind: 'undecided' }
  | { readonly kind: 'record'; readonly record: ExamRecord }
  | { readonly kind: 'paper'; readonly scores: PaperScores };

/**
 * Which of what came in counts for a person. Records that differ wait for a decision; a complete record goes before scores
 * from paper, and those before a record without a hand-in. A line that holds only a note or a variant is no paper answer. The
 * same record twice is one.
 */
export function evidenceOf(records: readonly ExamRecord[], scores: PaperScores | null): Evidence {
  const counting = records.filter(({ state }) => state !== 'setAside').toSorted((one, other) => compare(one.id, other.id));
  if (counting.some(({ state }) => state === 'conflict')) return { kind: 'undecided' };
  const complete = counting.find(({ state }) => state === 'complete');
  if (complete) return { kind: 'record', record: complete };
  if (scores && !scores.absent && scores.parts.some((part) => part !== null)) return { kind: 'paper', scores };
  const unfinished = counting[0];
  return unfinished ? { kind: 'record', record: unfinished } : { kind: 'none' };
}
