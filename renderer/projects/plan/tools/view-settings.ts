import { useCallback, useState } from 'react';
import type { GridLines } from '../../../ui/grid/grid-column.ts';
import type { BarUnit } from '@shared/projects/bars/scale.ts';
import type { PlanColumnId } from '../columns.tsx';

export const planViews = ['table', 'both', 'bars'] as const;
export type PlanViewKind = (typeof planViews)[number];

/** How a person looks at a plan. */
export interface ViewSettings {
  readonly view: PlanViewKind;
  readonly lines: GridLines;
  readonly unit: BarUnit | 'fit';
  readonly hidden: readonly PlanColumnId[];
}

const usual: ViewSettings = { view: 'table', lines: 2, unit: 'fit', hidden: [] };

// As long as the program runs: it is how somebody looks at a plan, not a part of it.
const chosen = new Map<string, ViewSettings>();

/** The settings of one project, and how to change some of them. */
export function useViewSettings(projectId: string): readonly [ViewSettings, (changes: Partial<ViewSettings>) => void] {
  const [settings, setSettings] = useState(chosen.get(projectId) ?? usual);
  const change = useCallback(
    (changes: Partial<ViewSettings>): void => {
      const next = { ...(chosen.get(projectId) ?? usual), ...changes };
      chosen.set(projectId, next);
      setSettings(next);
    },
    [projectId],
  );
  return [settings, change];
}

/** What is always shown: without it nobody knows which node a row is. */
const fixed: ReadonlySet<PlanColumnId> = new Set(['number', 'title']);

export const canHide = (id: PlanColumnId): boolean => !fixed.has(id);

/** Whether a column is shown: beside bars alone only those that name the node. */
export const isShown = (id: PlanColumnId, { view, hidden }: ViewSettings): boolean =>
  view === 'bars' ? fixed.has(id) : !hidden.includes(id);
