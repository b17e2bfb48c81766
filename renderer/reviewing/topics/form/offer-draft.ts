import type { Offer } from '@shared/model/topic.ts';
import { dayOf, minuteOf } from '../../../ui/format.ts';

/** An offer as it stands in the form: texts as they were typed. */
export interface OfferDraft {
  readonly title: string;
  readonly year: string;
  readonly specialty: string;
  readonly problem: string;
  readonly expected: string;
  readonly places: string;
  readonly openDay: string;
  readonly openTime: string;
  readonly closeDay: string;
  readonly closeTime: string;
  readonly isLimited: boolean;
  readonly eligible: readonly string[];
}

export type OfferProblem = 'needTitle' | 'needYear' | 'needTimes' | 'closesBeforeOpening' | 'needPlaces' | 'needUnits';

const weekMs = 7 * 86_400_000;

/** A new offer: open for a week, from tomorrow on, for everybody. @param now milliseconds since 1970 */
export const newOfferDraft = (now: number): OfferDraft => ({
  title: '',
  year: dayOf(now).slice(0, 4),
  specialty: '',
  problem: '',
  expected: '',
  places: '1',
  openDay: dayOf(now + 86_400_000),
  openTime: '09:00',
  closeDay: dayOf(now + 86_400_000 + weekMs),
  closeTime: '17:00',
  isLimited: false,
  eligible: [],
});

export function draftOfOffer({ year, places, opensAt, closesAt, ...offer }: Offer): OfferDraft {
  const [openDay = '', openTime = ''] = minuteOf(opensAt).split(' ');
  const [closeDay = '', closeTime = ''] = minuteOf(closesAt).split(' ');
  const times = { openDay, openTime, closeDay, closeTime };
  return { ...offer, ...times, year: String(year), places: String(places), isLimited: offer.eligible.length > 0 };
}

/** What has to be mended before it can be kept, or null. */
export function problemOfOffer(draft: OfferDraft): OfferProblem | null {
  const [opensAt, closesAt] = [instantOf(draft.openDay, draft.openTime), instantOf(draft.closeDay, draft.closeTime)];
  if (draft.title.trim() === '') return 'needTitle';
  if (!isYear(draft.year)) return 'needYear';
  if (Number.isNaN(opensAt) || Number.isNaN(closesAt)) return 'needTimes';
  if (closesAt <= opensAt) return 'closesBeforeOpening';
  if (!/^\d{1,4}$/.test(draft.places) || Number(draft.places) < 1 || Number(draft.places) > 1_000) return 'needPlaces';
  return draft.isLimited && draft.eligible.length === 0 ? 'needUnits' : null;
}

/** The offer with what was filled in; only of a draft without a problem. */
export const offerOf = (draft: OfferDraft, { id, archived }: Pick<Offer, 'id' | 'archived'>): Offer => ({
  id,
  year: Number(draft.year),
  title: draft.title.trim(),
  specialty: draft.specialty.trim(),
  problem: draft.problem.trim(),
  expected: draft.expected.trim(),
  places: Number(draft.places),
  opensAt: instantOf(draft.openDay, draft.openTime),
  closesAt: instantOf(draft.closeDay, draft.closeTime),
  eligible: draft.isLimited ? draft.eligible : [],
  archived,
});

export const isYear = (text: string): boolean => /^(19|2\d)\d{2}$/.test(text);

/** By the clock on the wall; NaN where one is missing. */
const instantOf = (day: string, time: string): number => (day === '' || time === '' ? Number.NaN : new Date(`${day}T${time}`).getTime());
