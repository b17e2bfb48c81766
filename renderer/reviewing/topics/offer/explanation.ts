import type { Messages } from '@shared/messages/index.ts';
import type { Offer, RankedClaim } from '@shared/model/topic.ts';
import { lotOf } from '@shared/projects/reviewing/claims.ts';
import { minuteOf } from '../../../ui/format.ts';

type Words = Messages['bureauTopics'];

/** So much of a lot is shown: enough to compare two of them. */
const lotShown = 8;

/**
 * Why the claims of an offer stand as they do, one sentence a line: who has it, how every tie was parted, what does not count.
 * @param projects of the year by unit, as the rule had them
 */
export function explanationOf(
  offer: Offer,
  ranked: readonly RankedClaim[],
  projects: ReadonlyMap<string, number>,
  { explain, claims }: Words,
): string {
  const valid = ranked.filter(({ faults }) => faults.length === 0);
  const [first] = valid;
  const reasonsOf = ({ faults }: RankedClaim): string => faults.map((fault) => claims.faults[fault]).join(claims.separator);
  const sentences = [
    explain.won(ranked.filter(({ won }) => won).map(({ unitName }) => unitName)),
    explain.counts(ranked.length, valid.length, offer.places),
    ...(first ? [explain.first(first.unitName, minuteOf(first.claimedAt))] : []),
    ...valid.flatMap((claim, place) => tieOf(offer.id, valid[place - 1], claim, projects, explain)),
    ...ranked.filter(({ faults }) => faults.length > 0).map((claim) => explain.invalid(claim.unitName, reasonsOf(claim))),
  ];
  return sentences.join('\n');
}

function tieOf(
  offerId: string,
  before: RankedClaim | undefined,
  after: RankedClaim,
  projects: ReadonlyMap<string, number>,
  words: Words['explain'],
): readonly string[] {
  if (!before) return [];
  const projectsOf = ({ unitId }: RankedClaim): number => projects.get(unitId) ?? 0;
  const lot = ({ unitId }: RankedClaim): string => lotOf(offerId, unitId).slice(0, lotShown);
  if (after.by === 'fewerProjects') return [words.fewer(before.unitName, projectsOf(before), after.unitName, projectsOf(after))];
  return after.by === 'lot' ? [words.lot(before.unitName, lot(before), after.unitName, lot(after))] : [];
}
