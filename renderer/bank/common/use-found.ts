import { useCallback, useEffect, useState } from 'react';
import type { BankQuery } from '@shared/bank/search.ts';
import type { BankEntry, EntryRef } from '@shared/model/bank.ts';
import { readEntries } from '../../data/bank/entries.ts';
import type { BankSearch } from '../../data/bank/search/search.ts';
import { atMostEvery } from '../../ui/at-most-every.ts';
import type { ListWindow } from '../../ui/list/window.ts';

/** What a query finds: how many, and the entries that are in sight. */
export interface Found {
  /** Null until the first answer is there. */
  readonly total: number | null;
  /** Null while the row is being read. */
  readonly entryAt: (row: number) => BankEntry | null;
  readonly refAt: (row: number) => EntryRef | null;
  readonly onWindow: (window: ListWindow) => void;
}

interface Page {
  readonly query: BankQuery;
  readonly from: number;
  readonly refs: readonly EntryRef[];
  readonly entries: readonly (BankEntry | null)[];
  readonly total: number;
  /** Of the bank, when it was asked. */
  readonly version: number;
}

/** Asks a bank for the rows in sight, and asks again when the query, the window or the bank changes. The old answer stays until the new one is there. */
export function useFound(search: BankSearch | null, query: BankQuery): Found {
  const version = useSearchVersion(search);
  const [window, setWindow] = useState<ListWindow>({ from: 0, to: 40 });
  const [page, setPage] = useState<Page | null>(null);
  useEffect(() => {
    if (!search) return;
    let current = true;
    const ask = async (): Promise<void> => {
      const { total, refs } = await search.find(query, window.from, window.to - window.from);
      const entries = await readEntries(refs);
      if (current) setPage({ query, from: window.from, refs, entries, total, version });
    };
    void ask();
    return () => {
      current = false;
    };
  }, [search, query, window, version]);
  // rows of another query are not shown under this one, but its count is, so that the list does not jump
  const shown = page?.query === query ? page : null;
  const refAt = (row: number): EntryRef | null => shown?.refs[row - shown.from] ?? null;
  const entryAt = (row: number): BankEntry | null => shown?.entries[row - shown.from] ?? null;
  const onWindow = useCallback((next: ListWindow) => setWindow(next), []);
  return { total: page?.total ?? null, entryAt, refAt, onWindow };
}

/** Milliseconds: a step on a hundred thousand questions changes the bank in many pieces, and a list need not follow each of them. */
const changesApart = 300;

/** One more after every change of the bank. */
export function useSearchVersion(search: BankSearch | null): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    if (!search) return undefined;
    const changed = atMostEvery(changesApart, () => setVersion((before) => before + 1));
    const end = search.onChange(changed.call);
    return () => {
      end();
      changed.cancel();
    };
  }, [search]);
  return version;
}
