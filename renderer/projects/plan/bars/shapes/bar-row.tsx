import { memo, useEffect, useRef } from 'react';
import type { PlanNode } from '@shared/model/project.ts';
import { barOf } from '@shared/projects/bars/layout.ts';
import { useWords } from '../../../../words.tsx';
import { BarShape } from './bar-shape.tsx';
import { barName, barText } from '../bar-words.ts';
import { extentOf, planMiddle, type BarDrawing } from './drawing.ts';
import type { BarDraft } from '../use-bar-moves.ts';

interface BarRowProps {
  readonly node: PlanNode;
  /** Counted from 0. */
  readonly row: number;
  readonly total: number;
  readonly drawing: BarDrawing;
  /** One stop for Tab: the active bar. */
  readonly active: boolean;
  readonly draft: BarDraft | null;
  readonly focused: { readonly current: boolean };
}

/** One node: its bar, what was approved and done, and words behind it. Drawn again only when something in this row changes. */
export const BarRow = memo(function BarRow({ node, row, total, drawing, active, draft, focused }: BarRowProps) {
  const { projectBars } = useWords();
  const { scale, rowHeight, today, approved } = drawing;
  const moved = draft ? { ...node, plannedStart: draft.dates.start, plannedFinish: draft.dates.finish } : node;
  const bar = barOf(moved, { first: scale.first, today, approved });
  const element = useActiveFocus(active, focused);
  const span = bar.present ?? bar.actual ?? bar.approved;
  const { x, width } = extentOf(span ?? { from: 0, to: 0 }, scale.dayLength);
  return (
    <g
      ref={element}
      className={`bar bar-${bar.state} bar-${bar.shape} ${draft ? 'bar-moving' : ''}`}
      data-bar={row}
      role="option"
      aria-selected={active}
      aria-posinset={row + 1}
      aria-setsize={total}
      aria-label={barName(moved, row, bar, approved.get(node.id), projectBars)}
      tabIndex={active ? 0 : -1}
    >
      <line className="bar-line" x1={0} x2={scale.days * scale.dayLength} y1={(row + 1) * rowHeight} y2={(row + 1) * rowHeight} />
      <BarShape bar={bar} progress={moved.progress} middle={(row + 0.5) * rowHeight} drawing={drawing} />
      {span && (
        <text className="bar-text" x={x + width + 14} y={planMiddle(row, rowHeight)} dominantBaseline="central">
          {barText(moved, bar, projectBars)}
        </text>
      )}
    </g>
  );
});

/** The bar that becomes active takes the focus, while the drawing has it. */
function useActiveFocus(active: boolean, focused: { readonly current: boolean }) {
  const element = useRef<SVGGElement>(null);
  useEffect(() => {
    if (!active || !focused.current || document.activeElement === element.current) return;
    element.current?.focus({ preventScroll: true });
    element.current?.querySelector('.bar-hold')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, focused]);
  return element;
}
