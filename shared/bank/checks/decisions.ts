import type { BankDecision } from '../../model/bank.ts';

/** The id of a decision about two entries, in whichever order; about one entry, both are that one. */
export function decisionId(bankId: string, kind: BankDecision['kind'], one: string, other: string): string {
  return [bankId, kind, ...[one, other].toSorted()].join('/');
}
