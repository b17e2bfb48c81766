import { useEffect, useState } from 'react';
import { openBankSearch, type BankSearch } from '../../data/bank/search/search.ts';

/** The search of one bank as long as its screens are open; null until it has been started. */
export function useBankSearch(bankId: string): BankSearch | null {
  const [search, setSearch] = useState<BankSearch | null>(null);
  useEffect(() => {
    const opened = openBankSearch(bankId);
    setSearch(opened);
    return () => {
      setSearch(null);
      opened.close();
    };
  }, [bankId]);
  return search;
}
