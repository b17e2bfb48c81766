/** The titles of a header row as a mapping remembers them: a workbook with the same titles in the same order is read the same way. */
export function headerKey(titles: readonly string[]): string {
  const folded = titles.map((title) => title.normalize('NFKC').toLowerCase().replace(/[\s|]/g, ''));
  const last = folded.findLastIndex((title) => title !== '');
  return folded.slice(0, last + 1).join('|');
}
