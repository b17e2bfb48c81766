import type { Candidate, Exam, ExamRecord, PaperScores, StoredPaper } from '../../model/examining.ts';
import { addPoints } from '../points.ts';
import { partsOfPaper } from '../printed/parts.ts';

/** One 大题 of a paper as a column to key scores into. */
export interface ScorePart {
  /** 一 */
  readonly number: string;
  /** 一、单项选择题 */
  readonly title: string;
  readonly full: number;
}

/** A paper of the exam as its scores are keyed in. */
export interface ScorePaper {
  readonly variant: string;
  readonly parts: readonly ScorePart[];
}

/** Somebody's line in the grid. */
export interface ScoreRow {
  readonly candidate: Candidate;
  readonly scores: PaperScores | null;
  readonly onComputer: OnComputer;
}

/** Whether a record from the computer is there: `complete` counts before any score from paper, `unfinished` after them. */
export type OnComputer = 'no' | 'unfinished' | 'complete';

export const scorePapers = (papers: readonly StoredPaper[]): ScorePaper[] =>
  papers.map(({ variant, paper }) => ({ variant, parts: partsOfPaper(paper).map(({ number, title, full }) => ({ number, title, full })) }));

/** The people who must sit, in their order, each with what is keyed in and whether a record is there. */
export function scoreRows(
  { candidates }: Pick<Exam, 'candidates'>,
  scores: ReadonlyMap<string, PaperScores>,
  records: ReadonlyMap<string, OnComputer>,
): ScoreRow[] {
  return candidates.map((candidate) => ({
    candidate,
    scores: scores.get(candidate.id) ?? null,
    onComputer: records.get(candidate.id) ?? 'no',
  }));
}

/** By person. Records that were decided against do not count; two that differ are as good as a complete one until they are decided. */
export function recordsByPerson(records: readonly Pick<ExamRecord, 'personId' | 'state'>[]): ReadonlyMap<string, OnComputer> {
  const found = new Map<string, OnComputer>();
  for (const { personId, state } of records) {
    if (state === 'setAside' || found.get(personId) === 'complete') continue;
    found.set(personId, state === 'unfinished' ? 'unfinished' : 'complete');
  }
  return found;
}

/** The paper that a line is on: by its variant, or the only one there is. Null before the variant is keyed in. */
export const paperOf = (papers: readonly ScorePaper[], variant: string): ScorePaper | null =>
  papers.find((paper) => paper.variant === variant) ?? (papers.length === 1 ? (papers[0] ?? null) : null);

/** Sum of the parts; null while one of them is not keyed in. */
export function totalOf(parts: readonly (number | null)[]): number | null {
  const scores = parts.filter((score) => score !== null);
  return parts.length > 0 && scores.length === parts.length ? addPoints(scores) : null;
}

/** Whether a line is done: absent, or every part keyed in. */
export const isKeyedIn = (entry: { readonly parts: readonly (number | null)[]; readonly absent: boolean }): boolean =>
  entry.absent || totalOf(entry.parts) !== null;

export interface ScoreCounts {
  readonly all: number;
  readonly onComputer: number;
  readonly keyedIn: number;
  readonly begun: number;
  readonly absent: number;
}

export function countRows(rows: readonly ScoreRow[]): ScoreCounts {
  const entries = rows.flatMap(({ scores }) => (scores ? [scores] : []));
  return {
    all: rows.length,
    onComputer: rows.filter(({ onComputer }) => onComputer === 'complete').length,
    keyedIn: entries.filter((entry) => !entry.absent && isKeyedIn(entry)).length,
    begun: entries.filter((entry) => !isKeyedIn(entry) && entry.parts.some((part) => part !== null)).length,
    absent: entries.filter(({ absent }) => absent).length,
  };
}

/** Lines whose name, or the beginning of whose 工号, is what was typed; spaces and width do not matter. */
export function findRows(rows: readonly ScoreRow[], typed: string): readonly ScoreRow[] {
  const wanted = typed.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  if (wanted === '') return rows;
  return rows.filter(
    ({ candidate: { name, staffNumber } }) =>
      name.includes(wanted) || staffNumber.toLowerCase().startsWith(wanted) || name.toLowerCase().includes(wanted),
  );
}
