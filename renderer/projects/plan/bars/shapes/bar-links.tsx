import { memo, useMemo } from 'react';
import type { PlanNode } from '@shared/model/project.ts';
import { barOf } from '@shared/projects/bars/layout.ts';
import { elbow, linksOf, linksWithin, type BarLink, type LinkEnd } from '@shared/projects/bars/links.ts';
import type { ListWindow } from '../../../../ui/list/window.ts';
import { diamond, extentOf, planMiddle, type BarDrawing } from './drawing.ts';

interface BarLinksProps {
  readonly rows: readonly PlanNode[];
  readonly drawing: BarDrawing;
  readonly shown: ListWindow;
}

/** Links between bars as lines with arrows; those of nodes without dates have nothing to lead to. */
export const BarLinks = memo(function BarLinks({ rows, drawing, shown }: BarLinksProps) {
  const links = useMemo(() => linksOf(rows), [rows]);
  const drawn = useMemo(() => linksWithin(links, shown.from, shown.to), [links, shown.from, shown.to]);
  return drawn.map((link) => {
    const path = pathOf(link, rows, drawing);
    return (
      path && (
        <path key={`${link.from} ${link.to} ${link.type}`} className="bar-link" markerEnd={`url(#${drawing.patterns}-arrow)`} d={path} />
      )
    );
  });
});

function pathOf({ type, from, to }: BarLink, rows: readonly PlanNode[], drawing: BarDrawing): string | null {
  const [before, after] = [endOf(rows[from], from, drawing), endOf(rows[to], to, drawing)];
  if (!before || !after) return null;
  const points = elbow(type, before, after, { stub: 9, gap: drawing.rowHeight / 2 + planMiddle(0, 0) });
  return points.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

function endOf(node: PlanNode | undefined, row: number, { scale, today, approved, rowHeight }: BarDrawing): LinkEnd | null {
  const bar = node && barOf(node, { first: scale.first, today, approved });
  if (!bar?.present) return null;
  const { x, width } = extentOf(bar.present, scale.dayLength);
  const middle = planMiddle(row, rowHeight);
  if (bar.shape === 'milestone' || bar.shape === 'half') return { left: x + width / 2 - diamond, right: x + width / 2 + diamond, middle };
  return { left: x, right: x + width, middle };
}
