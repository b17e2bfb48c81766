import type { ExamMaterial } from '@shared/exam/statistics/material.ts';
import type { PaperItem } from '@shared/model/exam.ts';
import type { Answer } from '@shared/model/question.ts';
import { naiveGrade } from '../naive-grader.ts';

/** One answered place of a paper: its credit from 0 to 1, null while it waits. */
export interface NaiveItem {
  readonly item: PaperItem;
  readonly answer: Answer | null;
  readonly hundredths: number;
  readonly credit: number | null;
}

/** What came of one person, in hundredths of a point. */
export interface NaivePerson {
  readonly id: string;
  readonly kind: 'absent' | 'undecided' | 'computer' | 'paper';
  readonly score: number;
  readonly waiting: number;
  readonly full: number;
  readonly items: readonly NaiveItem[];
}

/** One person, counted from the raw entries that came in. */
export function naivePerson({ papers, records, paperScores, markings }: ExamMaterial, id: string): NaivePerson {
  const mine = records.filter(({ personId, state }) => personId === id && state !== 'setAside');
  const nothing = { id, score: 0, waiting: 0, full: 0, items: [] };
  if (mine.some(({ state }) => state === 'conflict')) return { ...nothing, kind: 'undecided' };
  const keyed = paperScores.find(({ personId }) => personId === id);
  const complete = mine.find(({ state }) => state === 'complete');
  if (keyed && !complete) return { ...nothing, kind: 'paper', ...naiveKeyed(keyed.parts, keyed.variant) };
  const record = complete ?? mine[0];
  if (!record) return { ...nothing, kind: 'absent' };
  const last = new Map<string, Answer | null>();
  let variant = '';
  for (const { happening } of record.record.events) {
    if (happening.kind === 'begun') variant = happening.header.variant;
    if (happening.kind === 'answered') last.set(happening.questionId, happening.answer);
  }
  const marks = markings.filter(({ personId }) => personId === id);
  const items = papers
    .find((paper) => paper.variant === variant)!
    .paper.items.map((item): NaiveItem => {
      const answer = last.get(item.question.id) ?? null;
      return { item, answer, ...(item.question.type === 'short' ? naiveShort(item, answer, marks) : naiveChoice(item, answer)) };
    });
  return {
    id,
    kind: 'computer',
    score: items.reduce((sum, { hundredths }) => sum + hundredths, 0),
    waiting: items.reduce((sum, { credit, item }) => sum + (credit === null ? item.score * 100 : 0), 0),
    full: items.reduce((sum, { item }) => sum + item.score * 100, 0),
    items,
  };
}

function naiveKeyed(parts: readonly (number | null)[], variant: string): Pick<NaivePerson, 'score' | 'waiting' | 'full'> {
  const full = variant === 'A' ? [30, 24, 16, 10, 20] : [20, 10, 16, 24, 30];
  return {
    score: 100 * parts.reduce<number>((sum, part) => sum + (part ?? 0), 0),
    waiting: 100 * full.reduce((sum, part, n) => sum + (parts[n] === null ? part : 0), 0),
    full: 10_000,
  };
}

function naiveChoice(item: PaperItem, answer: Answer | null): Pick<NaiveItem, 'hundredths' | 'credit'> {
  const { hundredths, right } = naiveGrade(item, answer);
  return { hundredths, credit: right ? 1 : 0 };
}

/** Two markers within a fifth of the score: their mean, up to the next half point; else the third decides. */
function naiveShort(
  { score }: PaperItem,
  answer: Answer | null,
  marks: ExamMaterial['markings'],
): Pick<NaiveItem, 'hundredths' | 'credit'> {
  if (!answer) return { hundredths: 0, credit: 0 };
  const of = (marker: string): number | undefined => marks.find((mark) => mark.marker === marker)?.score;
  const [first, second, third] = [of('first'), of('second'), of('settled')];
  const agreed =
    first !== undefined && second !== undefined && Math.abs(first - second) <= score / 5 ? Math.ceil(first + second) / 2 : undefined;
  const points = third ?? agreed;
  return points === undefined ? { hundredths: 0, credit: null } : { hundredths: 100 * points, credit: points / score };
}

/** Of these people the share who stand so high that they belong to the first 27 of 100; equals share what is left. */
export function inGroup(rests: readonly number[], mine: number, sign: 1 | -1): number {
  const size = Math.max(1, Math.round(0.27 * rests.length));
  const before = rests.filter((rest) => sign * rest > sign * mine).length;
  const equal = rests.filter((rest) => rest === mine).length;
  return Math.min(1, Math.max(0, (size - before) / equal));
}
