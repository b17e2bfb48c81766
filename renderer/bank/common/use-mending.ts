import type { ProblemCode } from '@shared/bank/imported.ts';
import type { BankQuery } from '@shared/bank/search.ts';
import type { EntryRef } from '@shared/model/bank.ts';
import { mendAll } from '../../data/bank/edits.ts';
import type { BankSearch } from '../../data/bank/search/search.ts';
import { useWords } from '../../words.tsx';
import type { MendHandler } from './problem-list.tsx';
import { useStep } from './use-step.ts';
import type { Work } from './use-work.ts';

interface Mending {
  readonly bankId: string;
  readonly search: BankSearch | null;
  /** What is shown: 同类 are those in it. */
  readonly query: BankQuery;
  /** Kinds of problem with how many have each in what is shown. */
  readonly problems: readonly (readonly [ProblemCode, number])[];
  readonly entryRef: EntryRef | null;
  readonly work: Work;
  readonly onNews: (news: string) => void;
}

/** Applies the mend of one kind of problem to the entry in sight, or to everything shown that has it. */
export function useMending({ bankId, search, query, problems, entryRef, work, onNews }: Mending): MendHandler {
  const { bankImport, failures, bankList } = useWords();
  const newStep = useStep();
  const mend = async (refs: readonly EntryRef[], code: ProblemCode): Promise<void> => {
    const result = await work.run(bankList.bulk.running, (task) => mendAll(bankId, refs, code, newStep(), task));
    onNews(
      result.ok ? bankImport.mended(result.value, refs.length - result.value) : failures[result.failure.kind](result.failure.subject).what,
    );
  };
  return {
    countOf: (code) => problems.find(([name]) => name === code)?.[1] ?? 0,
    mendThis: (code) => void (entryRef && mend([entryRef], code)),
    mendAll: (code) => {
      const all = async (): Promise<void> => mend((await search?.all({ ...query, about: null, problem: code })) ?? [], code);
      void all();
    },
  };
}
