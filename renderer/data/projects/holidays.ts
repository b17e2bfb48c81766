import type { CalendarDay } from '@shared/model/plan-file.ts';
import { readPackage } from '../content.ts';

/** Days on which the installed legal calendar differs from Monday to Friday; none where no policy is installed. */
export async function readHolidays(): Promise<readonly CalendarDay[]> {
  const years = (await readPackage('policy'))?.policy.holidays ?? [];
  return years.flatMap(({ off, work }) => [...off.map((day) => ({ day, work: false })), ...work.map((day) => ({ day, work: true }))]);
}
