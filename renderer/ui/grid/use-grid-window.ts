import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { windowOf, type ListWindow } from '../list/window.ts';
import { headHeight } from './grid-column.ts';

interface WindowOptions {
  readonly count: number;
  /** CSS pixels. */
  readonly rowHeight: number;
  /** Told how far the table is scrolled, in CSS pixels, whenever that changes. The same function from draw to draw. */
  readonly onScrollTop: (scrollTop: number) => void;
}

/** Drawn where nothing can be measured, as before the first layout. */
const unmeasured = 800;

/**
 * Which rows of a table are drawn. The arithmetic is that of our lists: rows of one fixed height need no library that measures
 * each of them.
 */
export function useGridWindow(box: RefObject<HTMLDivElement | null>, { count, rowHeight, onScrollTop }: WindowOptions) {
  const [shown, setShown] = useState<ListWindow>({ from: 0, to: 40 });
  const look = useCallback((): void => {
    const { scrollTop, clientHeight } = box.current ?? { scrollTop: 0, clientHeight: 0 };
    const next = windowOf(scrollTop, (clientHeight || unmeasured) - headHeight, rowHeight, count);
    setShown((before) => (next.from === before.from && next.to === before.to ? before : next));
    onScrollTop(scrollTop);
  }, [box, count, rowHeight, onScrollTop]);
  useLayoutEffect(look, [look]);
  useLayoutEffect(() => {
    const watcher = new ResizeObserver(look);
    if (box.current) watcher.observe(box.current);
    return () => watcher.disconnect();
  }, [box, look]);
  const page = (): number => Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - headHeight) / rowHeight) || 10);
  // drawn within the frame that scrolls, so that no frame shows rows that are not there yet
  return { shown, page, onScroll: () => flushSync(look) };
}
