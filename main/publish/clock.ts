import { lifetimes } from './repository/documents.ts';
import type { Repository } from './repository/repository.ts';
import { refuse } from './problem.ts';

/**
 * A wrong date would be signed, and then believed by every branch: one in the past looks like an old version, one far in
 * the future makes all their clocks look slow. `clockOk`: a person has looked at the date. Throws PublishRefusal.
 */
export function requireClock(repository: Repository, now: number, clockOk: boolean): void {
  const last = lastIssued(repository);
  if (last !== null && now < last) refuse('clock-behind', `本机时间早于上一次发布的时间（${text(last)}），请先校准日期和时间。`);
  const far = farClock(repository, now);
  if (far && !clockOk)
    refuse(
      'clock-far',
      `本机时间是 ${text(far.now)}，比上一次发布（${text(far.last)}）晚了 400 天以上。请核对日期；如果日期没有错，请确认后再发布（命令行加 --clock-ok）。`,
    );
}

/** Now and the last time that something was issued, where they lie so far apart that a person has to look at the date. */
export function farClock(repository: Repository, now: number): { readonly last: number; readonly now: number } | null {
  const last = lastIssued(repository);
  return last !== null && now - last > lifetimes.others ? { last, now } : null;
}

/** When anything in the repository was last issued, in milliseconds since 1970. */
function lastIssued({ current }: Repository): number | null {
  const issued = Object.values(current?.signed.manifests ?? {}).map(({ custom }) => Date.parse(String(custom['issued'])));
  const known = issued.filter((instant) => !Number.isNaN(instant));
  return known.length > 0 ? Math.max(...known) : null;
}

const text = (instant: number): string => new Date(instant).toISOString().replace(/:\d\d\.\d{3}Z$/, 'Z');
