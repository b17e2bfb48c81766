/**
 * Per cent of the mark that each option earns, as Moodle wants it: the right ones share 100, each wrong one takes all
 * of it back, because too many ticks earn nothing in our exams either. Five decimals, the precision of Moodle's own list.
 */
export function fractionsOf(options: number, right: readonly number[]): string[] {
  const share = String(Number((100 / Math.max(1, right.length)).toFixed(5)));
  return Array.from({ length: options }, (_, place) => (right.includes(place) ? share : '-100'));
}
