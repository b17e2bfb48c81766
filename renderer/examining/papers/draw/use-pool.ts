import { useState } from 'react';
import type { Bank } from '@shared/model/bank.ts';
import type { Assembler, PoolChoice, PoolCount } from '../../../data/assembly/assembly.ts';
import { readBanks } from '../../../data/bank/banks.ts';
import { readSections } from '../../../data/content.ts';
import { useLive } from '../../../data/live.ts';
import { useAsked } from '../use-asked.ts';

/** The banks to draw from. */
export interface ChosenPool {
  readonly choice: PoolChoice;
  /** Null until they are known. */
  readonly banks: readonly Bank[] | null;
  readonly hasInstalled: boolean;
  readonly counts: readonly PoolCount[];
  readonly counting: boolean;
  readonly choose: (choice: PoolChoice) => void;
}

export const isEmpty = ({ installed, bankIds }: PoolChoice): boolean => !installed && bankIds.length === 0;

/** At first everything there is: the bureau's own banks, and what is installed. */
export function usePool(assembler: Assembler | null): ChosenPool {
  const banks = useLive(async () => (await readBanks()).filter(({ archived, counts }) => !archived && counts.kept > 0), []);
  const hasInstalled = useLive(async () => (await readSections()).length > 0, []);
  const [chosen, setChosen] = useState<PoolChoice | null>(null);
  const all = { installed: hasInstalled ?? false, bankIds: banks?.map(({ id }) => id) ?? [] };
  const choice = chosen ?? all;
  const { answer, running } = useAsked(JSON.stringify([choice, assembler !== null]), () =>
    assembler && !isEmpty(choice) ? assembler.ask('counts', { pool: choice }) : null,
  );
  return { choice, banks: banks ?? null, hasInstalled: hasInstalled ?? false, counts: answer ?? [], counting: running, choose: setChosen };
}
