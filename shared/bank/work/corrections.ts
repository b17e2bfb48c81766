import type { Correction } from '../../model/bank.ts';

/** What a 纠错单 holds. Rows that cannot be taken are named by their 1-based number with the reason. */
export interface CorrectionSheet {
  readonly corrections: readonly Correction[];
  readonly refused: readonly { readonly row: number; readonly reason: 'no-number' | 'no-question' | 'no-text' | 'number-repeated' }[];
}

/** Columns of the table as a branch writes it. */
const titles = {
  id: '编号',
  questionId: '题目编码',
  package: '题库',
  version: '版本',
  stem: '题干',
  text: '问题说明',
  personName: '反映人',
  unitName: '单位',
  date: '日期',
} as const;
type Column = keyof typeof titles;

/** The corrections of a table whose header may stand in any of its rows; null where it is no such table. */
export function correctionsOf(rows: readonly (readonly string[])[]): CorrectionSheet | null {
  const head = rows.findIndex((row) =>
    [titles.id, titles.questionId, titles.text].every((title) => row.some((cell) => cell.trim() === title)),
  );
  const header = rows[head]?.map((cell) => cell.trim());
  if (!header) return null;
  const corrections: Correction[] = [];
  const refused: CorrectionSheet['refused'][number][] = [];
  const seen = new Set<string>();
  for (const [at, row] of rows.slice(head + 1).entries()) {
    if (row.every((cell) => cell.trim() === '') || isNote(row)) continue;
    const correction = correctionOf((column) => (row[header.indexOf(titles[column])] ?? '').trim());
    const reason = whyNot(correction, seen);
    if (reason) refused.push({ row: head + at + 2, reason });
    else corrections.push(correction);
    seen.add(correction.id);
  }
  return { corrections, refused };
}

/** Below its table a 纠错单 has lines for notes and signatures: one text in the row, and a sentence rather than a number. */
const isNote = (row: readonly string[]): boolean => {
  const texts = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return texts.length === 1 && /^(?:说明|备注|注|填表人|审核人|单位（盖章）)/.test(texts[0] ?? '');
};

/** Longest ids and names, in characters; the table of corrections takes no longer ones. */
const longest = { id: 250, name: 1_000 } as const;

function correctionOf(cell: (column: Column) => string): Correction {
  const idIn = (column: Column): string => (cell(column).length > longest.id ? '' : cell(column)); // half an id is none
  const nameIn = (column: Column): string => cell(column).slice(0, longest.name);
  return {
    id: idIn('id'),
    questionId: idIn('questionId'),
    package: nameIn('package'),
    version: Number(/\d{1,9}/.exec(cell('version'))?.[0] ?? 0),
    stem: cell('stem'),
    text: cell('text'),
    personName: nameIn('personName'),
    unitName: nameIn('unitName'),
    at: dayOf(cell('date')),
    reply: null,
  };
}

function whyNot(correction: Correction, seen: ReadonlySet<string>): CorrectionSheet['refused'][number]['reason'] | null {
  if (correction.id === '') return 'no-number';
  if (seen.has(correction.id)) return 'number-repeated';
  if (correction.questionId === '') return 'no-question';
  return correction.text === '' ? 'no-text' : null;
}

/** 2026-09-25 · 2026/9/25 · 2026年9月25日 as milliseconds since 1970; 0 where no day since then is named. */
function dayOf(text: string): number {
  const [, year = '', month = '', day = ''] = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(text) ?? [];
  return year === '' ? 0 : Math.max(0, Date.UTC(Number(year), Number(month) - 1, Number(day)));
}
