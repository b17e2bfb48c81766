/** A, B, … Z, AA, AB, … as a spreadsheet names its columns. */
export const columnLetters = (count: number): string[] => Array.from({ length: count }, (_, column) => lettersOf(column));

function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}
