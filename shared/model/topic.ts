/** Offers, assignments and claims: how a project comes by its topic (三法定题). Instants are milliseconds since 1970. */

/** Work of the bureau, and content of a `projects` package: a topic that branches may claim (抢注接题). */
export interface Offer {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly specialty: string;
  readonly problem: string;
  readonly expected: string;
  /** How many branches may have it. */
  readonly places: number;
  readonly opensAt: number;
  readonly closesAt: number;
  /** Ids of the units that may claim; empty: all. */
  readonly eligible: readonly string[];
  readonly archived: boolean;
}

/** Work of the bureau, and content of a `projects` package: a topic given to one unit (直接交题). */
export interface Assignment {
  readonly id: string;
  readonly year: number;
  readonly unitId: string;
  readonly unitName: string;
  readonly title: string;
  readonly specialty: string;
  readonly problem: string;
  readonly expected: string;
  /** Application due, 'YYYY-MM-DD' or ''. */
  readonly dueDate: string;
  readonly archived: boolean;
}

/** What a branch signs when it claims an offer. */
export interface ClaimStatement {
  readonly id: string;
  readonly offerId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly branch: string;
  readonly secretary: string;
  /** Why this branch, in a few sentences. */
  readonly reason: string;
  /** The branch's clock when it was signed. */
  readonly claimedAt: number;
}

/** Work at the branch; it reaches the bureau in a bundle. */
export interface Claim {
  readonly id: string;
  readonly offerId: string;
  readonly statement: ClaimStatement;
  /** The installation's Ed25519 public key, base64 of its raw 32 bytes. */
  readonly installation: string;
  /** Ed25519 over the canonical JSON of the statement, base64. */
  readonly signature: string;
  readonly withdrawn: boolean;
}

/** Work of the bureau: a claim that came in, and when. id = the claim's. */
export interface ReceivedClaim {
  readonly id: string;
  readonly offerId: string;
  readonly claim: Claim;
  readonly receivedAt: number;
  /** Whether the signature holds, asked of main when it came in. */
  readonly genuine: boolean;
}

/** Why a claim does not count. */
export const claimFaults = ['not-genuine', 'withdrawn', 'not-eligible', 'too-early', 'too-late', 'incomplete', 'same-unit'] as const;
export type ClaimFault = (typeof claimFaults)[number];

export interface RankedClaim {
  readonly claimId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly secretary: string;
  readonly claimedAt: number;
  /** Empty where the claim is valid. */
  readonly faults: readonly ClaimFault[];
  /** True for those who get the topic. */
  readonly won: boolean;
  /** What parted it from the one before: its date, or in a tie the fewer projects this year, or the lot. */
  readonly by: 'date' | 'fewerProjects' | 'lot' | 'none';
}

/** Work of the bureau, and content of a `projects` package. id = the offer's. */
export interface ClaimDecision {
  readonly id: string;
  readonly ranked: readonly RankedClaim[];
  readonly explanation: string;
  readonly decidedAt: number;
  readonly decidedBy: string;
}
