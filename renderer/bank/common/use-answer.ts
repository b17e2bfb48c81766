import { useEffect, useState } from 'react';
import type { BankSearch } from '../../data/bank/search/search.ts';
import { useSearchVersion } from './use-found.ts';

/** Asks the search of a bank something, and again when the bank or what is asked changes. Undefined until the first answer is there. */
export function useAnswer<T>(search: BankSearch | null, ask: (search: BankSearch) => Promise<T>): T | undefined {
  const version = useSearchVersion(search);
  const [answer, setAnswer] = useState<{ readonly version: number; readonly value: T }>();
  useEffect(() => {
    if (!search) return;
    let current = true;
    const read = async (): Promise<void> => {
      const value = await ask(search);
      if (current) setAnswer({ version, value });
    };
    void read();
    return () => {
      current = false;
    };
  }, [search, ask, version]);
  return answer?.value;
}
