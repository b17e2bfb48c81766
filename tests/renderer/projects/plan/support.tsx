import { screen, waitFor, within, type RenderResult } from '@testing-library/react';
import type userEvent from '@testing-library/user-event';
import { expect } from 'vitest';
import { Plan } from '../../../../renderer/projects/plan/plan.tsx';
import { renderScreen } from '../../../support/screen.tsx';
import { project } from '../nodes.ts';

/** The plan of a project as it shows on 20 November 2026. */
export const showPlan = (projectId: string): RenderResult =>
  renderScreen(() => <Plan project={{ ...project, id: projectId }} today="2026-11-20" nodeId="" />, []);

/** The cell of a row, counted from 1 as people count, in a column. */
export async function cellAt(row: number, column: string): Promise<Element> {
  const grid = await screen.findByRole('grid', { name: '推进计划表' });
  const place = within(grid)
    .getAllByRole('columnheader')
    .findIndex((head) => head.textContent === column);
  const cell = grid.querySelector(`[data-row="${row - 1}"] [data-column="${place}"]`);
  if (!cell) throw new Error(`no cell in row ${row}, ${column}`);
  return cell;
}

/** Makes a cell the active one and gives its field. */
export async function activate(user: ReturnType<typeof userEvent.setup>, row: number, column: string): Promise<HTMLElement> {
  await user.click(await cellAt(row, column));
  return field(new RegExp(`^第 ${row} 行，${column}`));
}

export const field = (name: RegExp): HTMLElement => screen.getByRole('textbox', { name });
export const saved = (): Promise<void> => waitFor(() => expect(screen.getByText('✓ 已保存')).toBeTruthy());
