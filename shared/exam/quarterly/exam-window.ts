/** When an exam may be begun. Milliseconds since 1970. */
export interface ExamWindow {
  readonly opensAt: number;
  readonly closesAt: number;
}

/** Where a moment lies: the first millisecond belongs to the window, the last one does not. */
export function windowOf({ opensAt, closesAt }: ExamWindow, now: number): 'before' | 'open' | 'closed' {
  if (now < opensAt) return 'before';
  return now < closesAt ? 'open' : 'closed';
}
