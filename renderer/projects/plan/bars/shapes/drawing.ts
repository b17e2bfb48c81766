import type { PlanNode } from '@shared/model/project.ts';
import type { Span } from '@shared/projects/bars/layout.ts';
import type { BarScale } from '@shared/projects/bars/scale.ts';

/** What all rows of a drawing have in common; the same object as long as nothing in it changes. */
export interface BarDrawing {
  readonly scale: BarScale;
  /** CSS pixels. */
  readonly rowHeight: number;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  /** Nodes of the approved plan by id; empty before approval. */
  readonly approved: ReadonlyMap<string, PlanNode>;
  /** Begins the ids of the patterns of this drawing. */
  readonly patterns: string;
}

/** Distances from the middle of a row in CSS pixels, and heights: the plan, below it what was done, below that what was approved. */
export const lanes = {
  plan: { top: -12, height: 15 },
  actual: { top: 5, height: 4 },
  approved: { top: 11, height: 4 },
} as const;

/** The middle of the bar itself, where links meet it. */
export const planMiddle = (row: number, rowHeight: number): number => (row + 0.5) * rowHeight + lanes.plan.top + lanes.plan.height / 2;

/** Half the diagonal of a diamond. */
export const diamond = 9;

/** Left edge and width of a span; what is too short to be seen is three pixels wide. */
export function extentOf(span: Span, dayLength: number): { x: number; width: number } {
  return { x: span.from * dayLength, width: Math.max(3, (span.to - span.from) * dayLength) };
}
