import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { compare } from '../../compare.ts';
import type { ClaimFault, Offer, RankedClaim, ReceivedClaim } from '../../model/topic.ts';

/** Bundles travel on sticks: so many days after an offer closed its claims may still be on their way. */
export const daysOnTheWay = 7;

const dayMs = 86_400_000;

/** Up to when a decision would be early, milliseconds since 1970. */
export const allHereAt = ({ closesAt }: Offer): number => closesAt + daysOnTheWay * dayMs;

/**
 * The published rule of 抢注接题. Valid is what is genuinely signed, complete, not withdrawn, of an eligible unit and signed while
 * the offer was open; of several of one unit the first. The earlier minute wins; in the same minute the unit with fewer projects
 * this year, then the lot. The first `places` of them get the topic. Valid ones come first, in that order, then the others by
 * date. In what order the claims are given changes nothing.
 * @param projectsThisYear by unit; a unit that is not named has none
 */
export function rankClaims(
  offer: Offer,
  claims: readonly ReceivedClaim[],
  projectsThisYear: ReadonlyMap<string, number>,
): readonly RankedClaim[] {
  const judged = claims.map((received) => ({ received, faults: faultsOf(offer, received) })).toSorted(byDate);
  const [first, others] = firstOfEachUnit(judged);
  const order = first.map((entry) => standingOf(offer, entry, projectsThisYear)).toSorted(byRule);
  return [
    ...order.map((standing, place) => ranked(standing.entry, place < offer.places, partedBy(standing, order[place - 1]))),
    ...others.map((entry) => ranked(entry, false, 'none')),
  ];
}

/** The lot between two units: lower comes first. Nobody can influence it: both ids were there before anybody claimed. */
export const lotOf = (offerId: string, unitId: string): string => bytesToHex(sha256(utf8ToBytes(`${offerId}${unitId}`)));

/** Minutes since 1970: people see no seconds, and clocks differ by more. */
export const minuteOfClaim = (claimedAt: number): number => Math.floor(claimedAt / 60_000);

interface Judged {
  readonly received: ReceivedClaim;
  readonly faults: readonly ClaimFault[];
}

function faultsOf(offer: Offer, { id, claim, genuine }: ReceivedClaim): readonly ClaimFault[] {
  const { statement } = claim;
  const { claimedAt } = statement;
  // a genuine statement under another claim's or offer's name proves nothing for this one
  const isOfThis = statement.id === id && statement.offerId === offer.id;
  const holds: Record<Exclude<ClaimFault, 'same-unit'>, boolean> = {
    'not-genuine': !genuine || !isOfThis,
    withdrawn: claim.withdrawn,
    'not-eligible': offer.eligible.length > 0 && !offer.eligible.includes(statement.unitId),
    'too-early': claimedAt < offer.opensAt,
    'too-late': claimedAt > offer.closesAt,
    incomplete: [statement.unitId, statement.unitName, statement.secretary, statement.reason].some((text) => text.trim() === ''),
  };
  return (Object.keys(holds) as (keyof typeof holds)[]).filter((fault) => holds[fault]); // its own keys
}

/**
 * Valid claims, one a unit; and all others, those of units that have an earlier one with that fault. Somebody who is in no roster
 * has typed the unit's name and has no id of it: the same name is the same unit.
 */
function firstOfEachUnit(judged: readonly Judged[]): readonly [readonly Judged[], readonly Judged[]] {
  const units = new Set<string>();
  const first: Judged[] = [];
  const others = judged.flatMap((entry): Judged[] => {
    const { unitId, unitName } = entry.received.claim.statement;
    const marks = [`id ${unitId}`, `name ${unitName.trim()}`];
    if (entry.faults.length > 0) return [entry];
    if (marks.some((mark) => units.has(mark))) return [{ ...entry, faults: ['same-unit'] }];
    marks.forEach((mark) => units.add(mark));
    first.push(entry);
    return [];
  });
  return [first, others];
}

interface Standing {
  readonly entry: Judged;
  readonly minute: number;
  readonly projects: number;
  readonly lot: string;
}

function standingOf(offer: Offer, entry: Judged, projectsThisYear: ReadonlyMap<string, number>): Standing {
  const { unitId, claimedAt } = entry.received.claim.statement;
  return { entry, minute: minuteOfClaim(claimedAt), projects: projectsThisYear.get(unitId) ?? 0, lot: lotOf(offer.id, unitId) };
}

const byRule = (one: Standing, other: Standing): number =>
  one.minute - other.minute || one.projects - other.projects || compare(one.lot, other.lot);

function partedBy({ minute, projects }: Standing, before: Standing | undefined): RankedClaim['by'] {
  if (!before) return 'none';
  if (minute !== before.minute) return 'date';
  return projects === before.projects ? 'lot' : 'fewerProjects';
}

const byDate = ({ received: one }: Judged, { received: other }: Judged): number =>
  one.claim.statement.claimedAt - other.claim.statement.claimedAt || compare(one.id, other.id);

function ranked({ received, faults }: Judged, won: boolean, by: RankedClaim['by']): RankedClaim {
  const { unitId, unitName, secretary, claimedAt } = received.claim.statement;
  return { claimId: received.id, unitId, unitName, secretary, claimedAt, faults, won, by };
}
