import { memo, useDeferredValue, useSyncExternalStore } from 'react';
import { headHeight } from '../../ui/grid/grid-column.ts';
import { Bars, type BarsProps } from './bars/bars.tsx';
import type { ScrollLink } from './scroll-link.ts';

interface BarsBesideProps extends Omit<BarsProps, 'scrollTop' | 'headHeight'> {
  readonly link: ScrollLink;
}

/**
 * The bars beside the table, row by row. Of the two only they are drawn again when it scrolls, and they are not for every key
 * in the table.
 */
export const BarsBeside = memo(function BarsBeside({ link, ...props }: BarsBesideProps) {
  const scrollTop = useSyncExternalStore(link.subscribe, link.scrollTop);
  const isTurn = useDeferredValue(true, false); // the table stands first: to draw both is too much for one task
  if (!isTurn) return <div className="bars-box" />;
  return <Bars scrollTop={scrollTop} headHeight={headHeight} {...props} />;
});
