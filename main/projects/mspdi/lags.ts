import type { Dependency, LinkType } from '@shared/model/project.ts';

/** Types of links by their numbers (mspdi.xsd, PredecessorLink/Type). */
const types = ['FF', 'FS', 'SF', 'SS'] as const satisfies readonly LinkType[];

export const typeOfNumber = (number: number | null): LinkType => types[number ?? 1] ?? 'FS';
export const numberOfType = (type: LinkType): number => types.indexOf(type);

/** LagFormat: elapsed units, and shares of the predecessor's duration; 32 more where it is an estimate. */
const elapsedFormats: ReadonlySet<number> = new Set([4, 6, 8, 10, 12, 20]);
const shareFormats: ReadonlySet<number> = new Set([19, 20]);

/** LinkLag counts tenths of minutes. */
const [tenths, minutesOfElapsedDay] = [10, 1_440];

interface LagContext {
  readonly minutesPerDay: number;
  /** Of the predecessor. */
  readonly durationMinutes: number;
}

/** LinkLag and LagFormat as days: workdays of so many minutes, or calendar days. */
export function lagOf(lag: number, format: number, { minutesPerDay, durationMinutes }: LagContext): Pick<Dependency, 'lag' | 'elapsed'> {
  const unit = format >= 35 && format <= 52 ? format - 32 : format;
  const elapsed = elapsedFormats.has(unit);
  const minutes = shareFormats.has(unit) ? (lag / 100) * durationMinutes : lag / tenths;
  return { lag: minutes / (elapsed ? minutesOfElapsedDay : minutesPerDay), elapsed: elapsed && lag !== 0 };
}

/** The same the other way, in days (7) or elapsed days (8). */
export function lagNumbers({ lag, elapsed }: Pick<Dependency, 'lag' | 'elapsed'>, minutesPerDay: number): { lag: number; format: number } {
  const minutes = lag * (elapsed ? minutesOfElapsedDay : minutesPerDay);
  return { lag: Math.round(minutes * tenths), format: elapsed ? 8 : 7 };
}
