const between = /^(.*?)\s*(?:至|到|~|～|—+|–+|-{2,})\s*(.*)$/s;
const hyphen = /^(\d{1,4}[./年][\d./年月日]*)-(\d[\d./年月日]*.*)$/;

/** Start and finish in one cell: 2026.9.1-9.30, 9月1日至30日. A single date is the finish. What the second leaves out it has of the first. */
export function splitPeriod(text: string): { readonly start: string; readonly finish: string } {
  const [, start, finish] = between.exec(text) ?? hyphen.exec(text) ?? [];
  if (!start || !finish) return { start: '', finish: text };
  return { start, finish: completed(finish, start) };
}

function completed(finish: string, start: string): string {
  const [, year, month] = /^(\d{4}[-./年])?(\d{1,2}[-./月])/.exec(start) ?? [];
  if (/^\d{1,2}[日号]?$/.test(finish) && month !== undefined) return `${year ?? ''}${month}${finish}`;
  return year !== undefined && /^\d{1,2}[-./月]/.test(finish) ? `${year}${finish}` : finish;
}
