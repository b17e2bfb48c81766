import type { Messages } from '@shared/messages/index.ts';
import type { Assessment } from '@shared/model/reviewing.ts';
import type { MarkField } from '@shared/projects/assessment/marks.ts';
import type { GridColumn } from '../../../ui/grid/grid-column.ts';
import { textOf, type MarkRow } from './mark-rows.ts';

export interface MarkColumn extends GridColumn<MarkRow> {
  /** What is typed into; null where the column is computed. */
  readonly field: MarkField | null;
}

/** Which project, then the criteria, then what is computed. In a review that is final nothing can be typed. */
export function markColumns({ criteria, finalAt }: Assessment, { columns }: Messages['assessment']['marks']): readonly MarkColumn[] {
  const told = { field: null, editable: false, frozen: false, rowHead: false, align: 'left' } as const;
  const typed = { ...told, editable: finalAt === null };
  const plain = (column: Omit<MarkColumn, 'view'>): MarkColumn => ({ ...column, view: column.text });
  return [
    plain({
      ...told,
      id: 'number',
      title: columns.number,
      width: 56,
      align: 'right',
      frozen: true,
      text: (_row, index) => String(index + 1),
    }),
    plain({ ...told, id: 'project', title: columns.project, width: 240, frozen: true, text: ({ title }) => title }),
    plain({ ...told, id: 'unit', title: columns.unit, width: 150, text: ({ unitName }) => unitName }),
    ...criteria.map(({ id, name }) => {
      const field = { criterion: id };
      return plain({ ...typed, id, title: name, width: 96, align: 'right', field, text: (row) => textOf(row, field) });
    }),
    plain({ ...told, id: 'score', title: columns.score, width: 84, align: 'right', text: ({ score }) => String(score ?? '') }),
    plain({ ...typed, id: 'opinion', title: columns.opinion, width: 280, field: 'opinion', text: (row) => textOf(row, 'opinion') }),
  ];
}
