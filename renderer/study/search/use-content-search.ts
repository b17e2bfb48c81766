import { useEffect, useState } from 'react';
import { borrowSearch, type ContentSearch } from '../../data/search/search.ts';
import { atMostEvery } from '../../ui/at-most-every.ts';

/** The search over the installed banks, as long as a screen needs it. */
export interface OpenSearch {
  readonly search: ContentSearch;
  /** One more whenever the answers may be others. */
  readonly version: number;
}

/** Milliseconds: while banks are read in, the list need not follow every block. */
const changesApart = 300;

/** Null until it has been started. */
export function useContentSearch(): OpenSearch | null {
  const [open, setOpen] = useState<OpenSearch | null>(null);
  useEffect(() => {
    const { search, giveBack } = borrowSearch();
    setOpen({ search, version: 0 });
    const changed = atMostEvery(changesApart, () => setOpen((before) => ({ search, version: (before?.version ?? 0) + 1 })));
    const end = search.onChange(changed.call);
    return () => {
      end();
      changed.cancel();
      giveBack();
    };
  }, []);
  return open;
}
