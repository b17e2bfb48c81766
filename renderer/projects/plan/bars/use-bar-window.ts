import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';
import { windowOf, type ListWindow } from '../../../ui/list/window.ts';

interface WindowOptions {
  /** CSS pixels. */
  readonly rowHeight: number;
  readonly headHeight: number;
  /** Rows in all. */
  readonly count: number;
}

/** Rows are drawn by so many at a time: scrolling by one draws nothing. */
const step = 4;

/** Which rows of the bars are drawn, and how wide the box is (0 until it is measured). `look` after every scroll. */
export function useBarWindow(box: RefObject<HTMLDivElement | null>, { rowHeight, headHeight, count }: WindowOptions) {
  const [shown, setShown] = useState<ListWindow>({ from: 0, to: Math.min(count, 40) });
  const [width, setWidth] = useState(0);
  const look = useCallback((): void => {
    const element = box.current;
    if (!element) return;
    const stepHeight = rowHeight * step;
    const top = Math.floor(element.scrollTop / stepHeight) * stepHeight;
    const height = Math.max(0, (element.clientHeight || rowHeight * 20) - headHeight) + stepHeight;
    const next = windowOf(top, height, rowHeight, count);
    setShown((before) => (next.from === before.from && next.to === before.to ? before : next));
    setWidth(element.clientWidth);
  }, [box, rowHeight, headHeight, count]);
  useLayoutEffect(look, [look]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, look]);
  return { shown, width, look };
}
