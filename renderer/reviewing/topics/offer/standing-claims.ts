import type { ClaimDecision, Offer, RankedClaim, ReceivedClaim } from '@shared/model/topic.ts';
import { rankClaims } from '@shared/projects/reviewing/claims.ts';

export interface StandingClaims {
  /** As decided; before a decision as the rule has them now. */
  readonly ranked: readonly RankedClaim[];
  /** Those that came in only after the decision, by the rule. */
  readonly late: readonly RankedClaim[];
  /** Whether the rule would give another result with them. */
  readonly wouldChange: boolean;
}

/** How the claims of an offer stand. A decision stays as it was made, whatever comes in later. */
export function standingClaims(
  offer: Offer,
  claims: readonly ReceivedClaim[],
  projects: ReadonlyMap<string, number>,
  decision: ClaimDecision | null,
): StandingClaims {
  const now = rankClaims(offer, claims, projects);
  if (!decision) return { ranked: now, late: [], wouldChange: false };
  const decided = new Set(decision.ranked.map(({ claimId }) => claimId));
  const late = now.filter(({ claimId }) => !decided.has(claimId));
  return { ranked: decision.ranked, late, wouldChange: late.length > 0 && winnersOf(now) !== winnersOf(decision.ranked) };
}

const winnersOf = (ranked: readonly RankedClaim[]): string =>
  JSON.stringify(ranked.flatMap(({ won, unitId }) => (won ? [unitId] : [])).toSorted());
