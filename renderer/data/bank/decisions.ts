import type { BankDecision } from '@shared/model/bank.ts';
import type { Result } from '@shared/model/failure.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';

/** What was decided about pairs of questions of a bank. */
export const readDecisions = (bankId: string): Promise<BankDecision[]> => database.bankDecisions.where('bankId').equals(bankId).toArray();

/** Deciding the same again changes nothing but the reason and the day. */
export const decide = (decision: BankDecision): Promise<Result<null>> => commit('bank.decide', [{ table: 'bankDecisions', put: decision }]);

export const undecide = (id: string): Promise<Result<null>> => commit('bank.undecide', [{ table: 'bankDecisions', remove: id }]);
