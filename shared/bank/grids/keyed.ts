import { textOf, type Grid } from '../grid.ts';
import type { Problem } from '../imported.ts';
import { namedType, type NamedType } from '../question-type.ts';
import { numberOf, type KeyEntry } from './answer-keys.ts';
import type { Item } from './walk.ts';

/** Answers that a key holds for the rows of a sheet. */
export interface KeyedAnswers {
  readonly answers: ReadonlyMap<Item, string>;
  /** Entries that found their questions. */
  readonly used: ReadonlySet<KeyEntry>;
  /** Numbers that are not told apart. */
  readonly problems: readonly Problem[];
}

const noKeys: KeyedAnswers = { answers: new Map(), used: new Set(), problems: [] };

/** Matches a key with the questions that have no answer of their own: by number, and by type where the key names types. */
export function matchKey(sheet: string | null, items: readonly Item[], entries: readonly KeyEntry[]): KeyedAnswers {
  if (entries.length === 0) return noKeys;
  const answers = new Map<Item, string>();
  const used = new Set<KeyEntry>();
  const problems: Problem[] = [];
  const byNumber = Map.groupBy(entries, (entry) => entry.number);
  for (const [number, asking] of Map.groupBy(items.filter(isUnanswered), numberIn)) {
    const offered = number === null ? [] : (byNumber.get(number) ?? []);
    const types = Map.groupBy(asking, typeOf);
    for (const [type, alike] of types) {
      const fitting = offered.filter((entry) => entry.type === null || type === null || entry.type === type);
      const rivals = type === null ? asking.length : alike.length + (types.get(null)?.length ?? 0);
      const [entry] = fitting;
      const clear = entry && rivals === 1 && fitting.every(({ answer }) => answer === entry.answer);
      if (clear) {
        for (const item of alike) answers.set(item, entry.answer);
        for (const one of fitting) used.add(one);
      } else if (entry) problems.push(...alike.map((item) => unclear(sheet, item, number ?? 0)));
    }
  }
  return { answers, used, problems };
}

const unclear = (sheet: string | null, { row }: Item, number: number): Problem => ({
  sheet,
  row: row.row,
  severity: 'error',
  code: 'answer-key-unclear',
  message: `第 ${number} 题的题号或答案不止一个，无法与答案表对应。`,
});

const isUnanswered = ({ row, columns }: Item): boolean =>
  textOf(row, columns, 'answer') === '' &&
  [...columns.answers, ...columns.flags].every(({ column }) => (row.cells[column] ?? '').trim() === '');

/** The number of a question, from its column or before its stem. */
function numberIn({ row, columns }: Item): number | null {
  const cell = textOf(row, columns, 'number');
  if (cell !== '') return numberOf(cell);
  const [, digits] = /^\s*(?:第\s*)?(\d{1,6})\s*(?:题|[.、．)）])/.exec(textOf(row, columns, 'stem').normalize('NFKC')) ?? [];
  return digits === undefined ? null : Number(digits);
}

const typeOf = ({ row, columns, type }: Item): NamedType | null => namedType(textOf(row, columns, 'type')) ?? type;

/** Whether a key sheet speaks of a question sheet: 答案 of all, 单选题答案 of the sheet 单选题. */
export function keyConcerns(key: Grid, questions: Grid): boolean {
  const rest = (key.sheet ?? '').replace(/(?:参考|标准|正确|试题)?答案|[（()）\s]/g, '');
  if (rest === '' || !/答案/.test(key.sheet ?? '')) return true;
  const type = namedType(rest);
  return (questions.sheet ?? '').includes(rest) || (type !== null && namedType(questions.sheet ?? '') === type);
}
