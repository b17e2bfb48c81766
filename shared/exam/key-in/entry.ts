import type { PaperScores } from '../../model/examining.ts';
import { paperOf, type ScorePaper, type ScoreRow } from './sheet.ts';

/** What is typed into; `part` is a place among the parts of the paper. */
export type ScoreField = 'variant' | 'absent' | 'note' | { readonly part: number };

export type EntryProblem =
  | 'not-a-score'
  | 'not-half'
  | 'too-much'
  | 'no-such-part'
  | 'variant-first'
  | 'no-such-variant'
  | 'not-a-mark'
  | 'is-absent'
  | 'has-scores'
  | 'on-computer'
  | 'note-first'
  | 'too-long';

/** What a line becomes, null where nothing of it is left; or why the text was not taken. */
export type Entry = { readonly scores: PaperScores | null } | { readonly problem: EntryProblem; readonly full: number };

export interface EntryContext {
  readonly examId: string;
  readonly papers: readonly ScorePaper[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Takes a typed or pasted text into a line. The same text again changes nothing but the time. */
export function setField(row: ScoreRow, field: ScoreField, typed: string, context: EntryContext): Entry {
  const before = row.scores ?? emptyScores(row, context);
  const text = field === 'note' ? typed.trim() : plain(typed);
  const refusal = text === '' || field === 'note' ? null : lockOf(row, before);
  if (refusal) return problem(refusal);
  const entry = fieldEntry(before, field, text, context);
  if ('problem' in entry || entry.scores === null) return entry;
  return { scores: withoutNothing({ ...entry.scores, at: context.at }, context.papers) };
}

function fieldEntry(before: PaperScores, field: ScoreField, text: string, { papers }: EntryContext): Entry {
  if (field === 'note') return text.length > 500 ? problem('too-long') : { scores: { ...before, note: text } };
  if (field === 'variant') return setVariant(before, text, papers);
  if (field === 'absent') return setAbsent(before, text);
  return setPart(before, field.part, text, papers);
}

/** A record from the computer counts before paper; beside an unfinished one a note has to say why paper counts. */
function lockOf({ onComputer }: ScoreRow, { note }: PaperScores): EntryProblem | null {
  if (onComputer === 'complete') return 'on-computer';
  return onComputer === 'unfinished' && note === '' ? 'note-first' : null;
}

function setVariant(before: PaperScores, text: string, papers: readonly ScorePaper[]): Entry {
  const variant = text.toUpperCase().replace(/卷$/, '');
  const paper = papers.find((one) => one.variant === variant);
  if (variant !== '' && !paper) return problem('no-such-variant');
  if (variant === '' && hasScores(before)) return problem('has-scores');
  const tooMuch = before.parts.some((score, place) => score !== null && score > (paper?.parts[place]?.full ?? 0));
  if (paper && tooMuch) return problem('too-much');
  return { scores: { ...before, variant, parts: fitted(before.parts, paper?.parts.length ?? before.parts.length) } };
}

const marks = /^(?:缺考?|q|1|√|✓|v|y|是|absent)$/i;
const noMarks = /^(?:|0|×|x|n|否|到)$/i;

function setAbsent(before: PaperScores, text: string): Entry {
  if (noMarks.test(text)) return { scores: { ...before, absent: false } };
  if (!marks.test(text)) return problem('not-a-mark');
  return hasScores(before) ? problem('has-scores') : { scores: { ...before, absent: true } };
}

function setPart(before: PaperScores, place: number, text: string, papers: readonly ScorePaper[]): Entry {
  if (text === '') return { scores: { ...before, parts: before.parts.with(place, null) } };
  if (before.absent) return problem('is-absent');
  const paper = paperOf(papers, before.variant);
  if (!paper) return problem('variant-first');
  const part = paper.parts[place];
  if (!part) return problem('no-such-part');
  const score = readScore(text, part.full);
  if (typeof score !== 'number') return problem(score.problem, part.full);
  return { scores: { ...before, parts: fitted(before.parts, paper.parts.length).with(place, score) } };
}

/** 0, halves and whole numbers up to the full score, and the full score itself. Full width and 。 as the point are read too. */
export function readScore(typed: string, full: number): number | { readonly problem: 'not-a-score' | 'not-half' | 'too-much' } {
  const text = plain(typed).replace('。', '.');
  if (!/^(?:\d{1,4}(?:\.\d{0,2})?|\.\d{1,2})$/.test(text)) return { problem: 'not-a-score' };
  const score = Number(text);
  if (score > full) return { problem: 'too-much' };
  return score === full || Number.isInteger(score * 2) ? score : { problem: 'not-half' };
}

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s|分$/g, '');

const problem = (kind: EntryProblem, full = 0): Entry => ({ problem: kind, full });

const hasScores = ({ parts }: PaperScores): boolean => parts.some((part) => part !== null);

const fitted = (parts: readonly (number | null)[], count: number): (number | null)[] =>
  Array.from({ length: count }, (_, place) => parts[place] ?? null);

function emptyScores({ candidate }: ScoreRow, { examId, papers, at }: EntryContext): PaperScores {
  const parts = Math.max(0, ...papers.map((paper) => paper.parts.length));
  return {
    id: `${examId}:${candidate.id}`,
    examId,
    personId: candidate.id,
    variant: papers.length === 1 ? (papers[0]?.variant ?? '') : '',
    parts: fitted([], parts),
    absent: false,
    note: '',
    at,
  };
}

/** A line that says nothing any more is taken away: an empty one would count as a paper that waits for its scores. */
function withoutNothing(scores: PaperScores, papers: readonly ScorePaper[]): PaperScores | null {
  const saysVariant = papers.length > 1 && scores.variant !== '';
  return hasScores(scores) || scores.absent || scores.note !== '' || saysVariant ? scores : null;
}
