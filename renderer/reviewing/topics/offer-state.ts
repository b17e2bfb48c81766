import type { Offer } from '@shared/model/topic.ts';

/** `draft` nobody has it · `before`, `open`, `closed` by its window · `decided` but not published · `announced`. */
export type OfferState = 'draft' | 'before' | 'open' | 'closed' | 'decided' | 'announced';

export interface OfferStanding {
  readonly isPublished: boolean;
  readonly isDecided: boolean;
  readonly isAnnounced: boolean;
}

/** How far an offer is. @param now milliseconds since 1970 */
export function stateOfOffer(
  { opensAt, closesAt }: Offer,
  { isPublished, isDecided, isAnnounced }: OfferStanding,
  now: number,
): OfferState {
  if (isAnnounced) return 'announced';
  if (isDecided) return 'decided';
  if (!isPublished) return 'draft';
  if (now < opensAt) return 'before';
  return now <= closesAt ? 'open' : 'closed';
}
