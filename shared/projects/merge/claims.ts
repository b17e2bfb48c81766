import { canonicalJson } from '../../bank/changes.ts';
import type { ReceivedClaim } from '../../model/topic.ts';

/**
 * Two arrivals of one claim become one, whichever came first: received when it first came, withdrawn once it was. Where somebody
 * sends another claim under its id the genuine one stays.
 */
export function mergeClaim(one: ReceivedClaim, other: ReceivedClaim): ReceivedClaim {
  const [first, second] = [keyOf(one), keyOf(other)];
  if (first !== second) return first < second ? one : other;
  return {
    ...one,
    receivedAt: Math.min(one.receivedAt, other.receivedAt),
    claim: { ...one.claim, withdrawn: one.claim.withdrawn || other.claim.withdrawn },
  };
}

/** A claim that comes from another installation than the one that signed it takes nothing back: its bundle proves nothing of it. */
export const withdrawnBy = (claim: ReceivedClaim['claim'], installation: string): ReceivedClaim['claim'] =>
  claim.installation === installation ? claim : { ...claim, withdrawn: false };

const keyOf = ({ genuine, claim: { withdrawn: _withdrawn, ...signed } }: ReceivedClaim): string =>
  `${genuine ? 0 : 1}${canonicalJson(signed)}`;
