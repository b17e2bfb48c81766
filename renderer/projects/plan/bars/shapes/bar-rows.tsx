import type { PlanNode } from '@shared/model/project.ts';
import type { ListWindow } from '../../../../ui/list/window.ts';
import { BarRow } from './bar-row.tsx';
import type { BarDrawing } from './drawing.ts';
import type { BarDraft } from '../use-bar-moves.ts';

interface BarRowsProps {
  readonly rows: readonly PlanNode[];
  readonly drawing: BarDrawing;
  readonly shown: ListWindow;
  readonly active: number;
  readonly draft: BarDraft | null;
  readonly focused: { readonly current: boolean };
}

/** The rows in sight, and the active one wherever it is: the focus must not be lost by scrolling. */
export function BarRows({ rows, drawing, shown, active, draft, focused }: BarRowsProps) {
  const drawn = Array.from({ length: Math.max(0, shown.to - shown.from) }, (_, place) => shown.from + place);
  const current = Math.min(active, rows.length - 1);
  if (current >= 0 && !drawn.includes(current)) drawn.push(current);
  return drawn.map((row) => {
    const node = rows[row];
    if (!node) return null;
    return (
      <BarRow
        key={node.id}
        node={node}
        row={row}
        total={rows.length}
        drawing={drawing}
        active={row === current}
        draft={draft?.nodeId === node.id ? draft : null}
        focused={focused}
      />
    );
  });
}
