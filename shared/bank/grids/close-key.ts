import type { Problem } from '../imported.ts';
import { nothingCounted, type Counts } from '../reading.ts';
import type { AnswerKey, KeyEntry } from './answer-keys.ts';

/** Accounts for the rows of an answer key: those whose answers found their questions went into them; the others are listed. */
export function closeKey(
  sheet: string | null,
  { entries, headings, unread }: AnswerKey,
  used: ReadonlySet<KeyEntry>,
): { readonly counts: Counts; readonly problems: readonly Problem[] } {
  const rows = new Set(entries.map(({ row }) => row));
  const helpful = new Set(entries.flatMap((entry) => (used.has(entry) ? [entry.row] : [])));
  const lost = entries
    .filter((entry) => !used.has(entry))
    .map((entry) => warn(sheet, entry.row, `答案表中的第 ${entry.number} 题没有对应的试题。`));
  const strange = unread.map(({ row }) => warn(sheet, row, '答案表中的这一行看不懂，没有读取。'));
  const counts = { ...nothingCounted, headings, questions: helpful.size, ignored: rows.size - helpful.size + unread.length };
  return { counts, problems: [...lost, ...strange] };
}

const warn = (sheet: string | null, row: number, message: string): Problem => ({
  sheet,
  row,
  severity: 'warning',
  code: 'answer-key-unclear',
  message,
});
