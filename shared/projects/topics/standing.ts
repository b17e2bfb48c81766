import type { PublishedProjects } from '../../model/reviewing.ts';
import type { Assignment, Claim, ClaimDecision, Offer } from '../../model/topic.ts';

/** The unit that looks. Somebody who is in no roster has a unit by its name only. */
export interface OwnUnit {
  readonly unitId: string;
  readonly unitName: string;
}

/**
 * Where a unit stands with an offer. `before` it opens · `open` may be claimed · `closed` nobody of the unit claimed it in time ·
 * `foreign` not for this unit · `claimed` waits for the decision · `won` and `lost` as decided · `archived` taken off by the bureau.
 */
export type OfferStanding = 'before' | 'open' | 'closed' | 'foreign' | 'claimed' | 'won' | 'lost' | 'archived';

export interface OfferFacts {
  readonly offer: Offer;
  /** The unit's claims of it on this computer, oldest first; withdrawn ones too. */
  readonly claims: readonly Claim[];
  /** Null until it came down. */
  readonly decision: ClaimDecision | null;
  readonly standing: OfferStanding;
}

/** Every offer with where the unit stands, those that can be claimed first, then by their end. `now` in milliseconds since 1970. */
export function offersFor(
  unit: OwnUnit,
  { offers, decisions }: Pick<PublishedProjects, 'offers' | 'decisions'>,
  claims: readonly Claim[],
  now: number,
): readonly OfferFacts[] {
  const decided = new Map(decisions.map((decision) => [decision.id, decision]));
  const facts = offers.map((offer): OfferFacts => {
    const own = claims
      .filter(({ offerId, statement }) => offerId === offer.id && isUnit(unit, statement))
      .toSorted((one, other) => one.statement.claimedAt - other.statement.claimedAt);
    const decision = decided.get(offer.id) ?? null;
    return { offer, claims: own, decision, standing: standingOf({ unit, offer, claims: own, decision, now }) };
  });
  const shown = facts.filter(({ standing, claims: own }) => standing !== 'archived' || own.length > 0);
  return shown.toSorted((one, other) => rank(one) - rank(other) || one.offer.closesAt - other.offer.closesAt);
}

interface StandingFacts {
  readonly unit: OwnUnit;
  readonly offer: Offer;
  readonly claims: readonly Claim[];
  readonly decision: ClaimDecision | null;
  readonly now: number;
}

function standingOf({ unit, offer, claims, decision, now }: StandingFacts): OfferStanding {
  if (decision?.ranked.some((ranked) => ranked.won && isUnit(unit, ranked))) return 'won';
  if (decision?.ranked.some((ranked) => isUnit(unit, ranked))) return 'lost';
  if (claims.some(({ withdrawn }) => !withdrawn)) return decision ? 'lost' : 'claimed';
  if (offer.archived) return 'archived';
  if (decision || now > offer.closesAt) return 'closed';
  if (!mayClaim(unit, offer)) return 'foreign';
  return now < offer.opensAt ? 'before' : 'open';
}

/** Whether a unit is among those that an offer is for. */
export const mayClaim = ({ unitId }: OwnUnit, { eligible }: Offer): boolean => eligible.length === 0 || eligible.includes(unitId);

/** Assignments (直接交题) of a unit, the one that is due first before the others. */
export const assignmentsFor = (unit: OwnUnit, assignments: readonly Assignment[]): readonly Assignment[] =>
  assignments
    .filter((assignment) => !assignment.archived && isUnit(unit, assignment))
    .toSorted((one, other) => ((one.dueDate || '9999') < (other.dueDate || '9999') ? -1 : 1));

/** The same unit by its id, or by its name where somebody without a roster wrote that. */
const isUnit = (unit: OwnUnit, other: OwnUnit): boolean =>
  unit.unitId === other.unitId || (unit.unitName !== '' && unit.unitName === other.unitName);

const order: readonly OfferStanding[] = ['won', 'open', 'claimed', 'before', 'lost', 'closed', 'foreign', 'archived'];
const rank = ({ standing }: OfferFacts): number => order.indexOf(standing);
