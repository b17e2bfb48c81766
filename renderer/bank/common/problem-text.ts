import type { Problem, SourceUnit } from '@shared/bank/imported.ts';
import type { Messages } from '@shared/messages/index.ts';

/** A problem of a file with the place where it stands; without one where it concerns the whole file. */
export function problemText({ sheet, row, code, message }: Problem, unit: SourceUnit, words: Messages['bankImport']): string {
  const said = words.finding(code, message);
  if (row > 0) return words.problemAt(words.source.rows({ sheet, row, lastRow: row }, unit), said);
  return sheet === null ? said : words.problemAt(words.source.sheet(sheet), said);
}
