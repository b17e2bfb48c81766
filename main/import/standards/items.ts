import type { FileRefusal, Finding, ImportedQuestion, Problem, Refusal, SourcePlace } from '@shared/bank/imported.ts';
import { closeReading, type Counts, type Reading } from '@shared/bank/reading.ts';
import { limits } from '../../limits.ts';
import type { Outcome } from './outcome.ts';

/** A part of a source that was looked at, and what became of it. */
export interface Item {
  readonly place: SourcePlace;
  readonly outcome: Outcome | { readonly kind: 'heading' | 'ignored'; readonly findings: readonly Finding[] };
}

export const placeAt = (row: number, lastRow = row): SourcePlace => ({ sheet: null, row, lastRow });

const tooMany: FileRefusal = { code: 'too-many-rows', message: `试题超过 ${limits.importRows} 道，请拆成几个文件。` };

/** Closes a reading whose every item counts as one row. */
export function closeItems(items: readonly Item[]): Reading | FileRefusal {
  if (items.length > limits.importRows) return tooMany;
  const counts = { questions: 0, headings: 0, refused: 0, ignored: 0 };
  for (const { outcome } of items) counts[countedAs(outcome)] += 1;
  return closeReading(items.length, counts, foundIn(items));
}

/** Closes a reading of a text, of which every line with content counts. Lines of no item (tags around the items) are ignored. */
export function closeLines(text: string, items: readonly Item[]): Reading | FileRefusal {
  if (items.length > limits.importRows) return tooMany;
  const { source, counts } = countLines(text, items);
  return closeReading(source, counts, foundIn(items));
}

type Count = keyof Counts;

const countedAs = ({ kind }: Item['outcome']): Count =>
  ({ question: 'questions', refused: 'refused', heading: 'headings', ignored: 'ignored' } as const)[kind];

/** A line on which several items meet goes to the first of these that it has. */
const order: readonly Count[] = ['questions', 'refused', 'headings', 'ignored'];

function countLines(text: string, items: readonly Item[]): { source: number; counts: Counts } {
  const lines = text.split('\n');
  const places = new Uint8Array(lines.length + 1).fill(order.length - 1);
  for (const { place, outcome } of items) {
    const own = order.indexOf(countedAs(outcome));
    for (let row = place.row; row <= place.lastRow; row += 1) places[row] = Math.min(places[row] ?? own, own);
  }
  const counts = { questions: 0, headings: 0, refused: 0, ignored: 0 };
  let source = 0;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    source += 1;
    counts[order[places[at + 1] ?? order.length - 1] ?? 'ignored'] += 1;
  }
  return { source, counts };
}

function foundIn(items: readonly Item[]): Omit<Reading, 'accounted'> {
  const questions: ImportedQuestion[] = [];
  const refusals: Refusal[] = [];
  const problems: Problem[] = [];
  for (const { place, outcome } of items) {
    if (outcome.kind === 'question') questions.push({ ...place, question: outcome.question, score: outcome.score });
    if (outcome.kind === 'refused') refusals.push({ ...place, draft: outcome.draft });
    for (const finding of outcome.findings) problems.push({ sheet: place.sheet, row: place.row, ...finding });
  }
  return { questions, refusals, problems };
}
