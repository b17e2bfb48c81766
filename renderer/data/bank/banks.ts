import { noEntries } from '@shared/bank/work/blocks.ts';
import type { Bank } from '@shared/model/bank.ts';
import { succeed, type Result } from '@shared/model/failure.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';
import { inTurn } from './blocks.ts';
import { mustHave } from './write.ts';

/** Every bank, the newest first; archived ones too. */
export async function readBanks(): Promise<Bank[]> {
  return (await database.banks.toArray()).toSorted((one, other) => other.createdAt - one.createdAt);
}

/** Null where there is no such bank. */
export const bankWith = async (bankId: string): Promise<Bank | null> => (await database.banks.get(bankId)) ?? null;

/** An empty bank that was never published. */
export function createBank(bank: Pick<Bank, 'id' | 'name' | 'title' | 'createdAt'>): Promise<Result<null>> {
  const { id, name, title, createdAt } = bank;
  return commit('bank.create', [
    { table: 'banks', put: { id, name, title, createdAt, archived: false, published: null, counts: noEntries } },
  ]);
}

/** The name of a bank that has been published stays: it is the name of a package that branches have. */
export const renameBank = (bankId: string, { name, title }: Pick<Bank, 'name' | 'title'>): Promise<Result<null>> =>
  change('bank.rename', bankId, (bank) => ({ ...bank, title, name: bank.published ? bank.name : name }));

export const archiveBank = (bankId: string, archived: boolean): Promise<Result<null>> =>
  change('bank.archive', bankId, (bank) => ({ ...bank, archived }));

export const setPublished = (bankId: string, published: NonNullable<Bank['published']>): Promise<Result<null>> =>
  change('bank.published', bankId, (bank) => ({ ...bank, published }));

function change(what: string, bankId: string, edit: (bank: Bank) => Bank): Promise<Result<null>> {
  return inTurn(async () => {
    const result = await commit(what, [{ table: 'banks', put: edit(await mustHave(bankId)) }]);
    return result.ok ? succeed(null) : result;
  });
}
