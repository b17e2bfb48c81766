import { useCallback, useEffect, useState } from 'react';
import type { FoundQuery } from '@shared/study/sets.ts';
import type { FoundFacets, FoundRow } from '@shared/study/search/content-index.ts';
import type { ListWindow } from '../../ui/list/window.ts';
import type { OpenSearch } from './use-content-search.ts';

/** What a query finds: how many, and the questions that are in sight. */
export interface Found {
  /** Null until the first answer is there. */
  readonly total: number | null;
  /** Null while the row is being read. */
  readonly rowAt: (row: number) => FoundRow | null;
  readonly onWindow: (window: ListWindow) => void;
}

interface Page {
  readonly query: FoundQuery;
  readonly from: number;
  readonly rows: readonly FoundRow[];
  readonly total: number;
}

/** Asks for the rows in sight, and again when the query, the window or the banks change. The old answer stays until the new one is there. */
export function useFound(open: OpenSearch | null, query: FoundQuery): Found {
  const [window, setWindow] = useState<ListWindow>({ from: 0, to: 40 });
  const [page, setPage] = useState<Page | null>(null);
  useEffect(() => {
    if (!open || query.text === '') return;
    let current = true;
    const ask = async (): Promise<void> => {
      const { total, rows } = await open.search.find(query, window.from, window.to - window.from);
      if (current) setPage({ query, from: window.from, rows, total });
    };
    void ask();
    return () => {
      current = false;
    };
  }, [open, query, window]);
  // rows of another query are not shown under this one, but its count is, so that the list does not jump
  const shown = page?.query === query ? page : null;
  const rowAt = (row: number): FoundRow | null => shown?.rows[row - shown.from] ?? null;
  const onWindow = useCallback((next: ListWindow) => setWindow(next), []);
  return { total: page?.total ?? null, rowAt, onWindow };
}

/** How many questions hold the words, by section and by type; null until the first answer is there. */
export function useFacets(open: OpenSearch | null, text: string): FoundFacets | null {
  const [facets, setFacets] = useState<FoundFacets | null>(null);
  useEffect(() => {
    if (!open || text === '') return;
    let current = true;
    const ask = async (): Promise<void> => {
      const answer = await open.search.facets(text);
      if (current) setFacets(answer);
    };
    void ask();
    return () => {
      current = false;
    };
  }, [open, text]);
  return facets;
}
