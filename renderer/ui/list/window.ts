/** Rows of a long list that are drawn: from `from` up to but not including `to`. */
export interface ListWindow {
  readonly from: number;
  readonly to: number;
}

/** Rows drawn above and below what is in sight, so that scrolling meets no gap. */
const spare = 8;

/** Which rows to draw for a scroll position. All lengths in CSS pixels; every row is `rowHeight` high. */
export function windowOf(scrollTop: number, height: number, rowHeight: number, count: number): ListWindow {
  const first = Math.floor(scrollTop / rowHeight) - spare;
  const last = Math.ceil((scrollTop + height) / rowHeight) + spare;
  const from = Math.min(Math.max(0, first), count);
  return { from, to: Math.min(Math.max(from, last), count) };
}

/** The scroll position nearest to the present one at which a row is wholly in sight. */
export function scrollFor(row: number, scrollTop: number, height: number, rowHeight: number): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + rowHeight - height);
}
