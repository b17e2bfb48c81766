import { legalCalendar, type LegalCalendar } from '@shared/projects/schedule/calendar.ts';
import { readPackage } from '../content.ts';

/** The legal calendar by the tables of the installed policy; it knows no year where none is installed. */
export async function readCalendar(): Promise<LegalCalendar> {
  return legalCalendar((await readPackage('policy'))?.policy.holidays ?? []);
}
