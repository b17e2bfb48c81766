import type { ReactNode } from 'react';
import { checkState } from '@shared/exam/key-in/check.ts';
import type { ScoreField } from '@shared/exam/key-in/entry.ts';
import { totalOf, type ScorePaper, type ScoreRow } from '@shared/exam/key-in/sheet.ts';
import type { Messages } from '@shared/messages/index.ts';
import type { ScoreCheck } from '@shared/model/examining.ts';
import type { GridColumn } from '../../ui/grid/grid-column.ts';
import { Tag } from '../../ui/tag.tsx';

/** First pass, or the second one blind (复核). */
export type Pass = 'first' | 'second';

export interface ScoreColumn extends GridColumn<ScoreRow> {
  /** What is typed into; null where the column is computed. */
  readonly field: ScoreField | null;
}

interface ColumnOptions {
  readonly words: Messages['keyIn'];
  readonly papers: readonly ScorePaper[];
  readonly pass: Pass;
}

/** Who, then what is keyed in, then what is computed. The second pass shows nothing of the first. */
export function scoreColumns({ words, papers, pass }: ColumnOptions): ScoreColumn[] {
  const { columns } = words;
  const entry = entryOf(pass);
  const who = [
    told({ id: 'number', title: columns.number, width: 56, align: 'right', frozen: true, text: (_row, index) => String(index + 1) }),
    told({ id: 'name', title: columns.name, width: 96, frozen: true, text: ({ candidate }) => candidate.name }),
    told({ id: 'staffNumber', title: columns.staffNumber, width: 100, text: ({ candidate }) => candidate.staffNumber }),
    told({ id: 'unit', title: columns.unit, width: 150, text: ({ candidate }) => candidate.unitName }),
  ];
  const variant = typed({
    id: 'variant',
    field: 'variant',
    title: columns.variant,
    width: 64,
    text: ({ scores }) => scores?.variant ?? '',
  });
  const absent = typed({
    id: 'absent',
    field: 'absent',
    title: columns.absent,
    width: 72,
    text: (row) => (entry(row)?.absent ? words.absentMark : ''),
  });
  const total = told({
    id: 'total',
    title: columns.total,
    width: 76,
    align: 'right',
    text: (row) => (entry(row)?.absent ? '' : String(totalOf(entry(row)?.parts ?? []) ?? '')),
  });
  const state = told({
    id: 'state',
    title: columns.state,
    width: 150,
    text: (row) => stateText(row, words, pass),
    view: (row) => stateView(row, words, pass),
  });
  const note = typed({ id: 'note', field: 'note', title: columns.note, width: 200, text: ({ scores }) => scores?.note ?? '' });
  const parts = partColumns(words, papers, entry);
  return pass === 'first'
    ? [...who, ...(papers.length > 1 ? [variant] : []), ...parts, total, absent, state, note]
    : [...who, ...parts, total, absent, state];
}

const entryOf =
  (pass: Pass) =>
  ({ scores }: ScoreRow): Pick<ScoreCheck, 'parts' | 'absent'> | null =>
    pass === 'first' ? scores : (scores?.check ?? null);

/** One column a part; where A and B score it differently the head leaves the full score out. */
function partColumns(words: Messages['keyIn'], papers: readonly ScorePaper[], entry: ReturnType<typeof entryOf>): ScoreColumn[] {
  const count = Math.max(0, ...papers.map(({ parts }) => parts.length));
  return Array.from({ length: count }, (_, part) => {
    const all = papers.flatMap(({ parts }) => parts[part] ?? []);
    const isOne = new Set(all.map(({ full }) => full)).size === 1;
    return typed({
      id: `part${part}`,
      field: { part },
      title: words.part(all[0]?.title ?? '', isOne ? (all[0]?.full ?? null) : null),
      width: 104,
      align: 'right',
      text: (row) => String(entry(row)?.parts[part] ?? ''),
    });
  });
}

type ColumnOf<F> = Pick<ScoreColumn, 'id' | 'title' | 'width' | 'text'> & Partial<Pick<ScoreColumn, 'align' | 'frozen' | 'view'>> & F;

const typed = (column: ColumnOf<{ readonly field: ScoreField }>): ScoreColumn => ({
  align: 'left',
  frozen: false,
  rowHead: false,
  editable: true,
  view: column.text,
  ...column,
});

const told = (column: ColumnOf<object>): ScoreColumn => ({
  align: 'left',
  frozen: false,
  rowHead: false,
  editable: false,
  field: null,
  view: column.text,
  ...column,
});

function stateText({ scores, onComputer }: ScoreRow, words: Messages['keyIn'], pass: Pass): string {
  if (pass === 'second') return scores ? words.check[checkState(scores)] : '';
  if (onComputer !== 'no') return words.onComputer[onComputer];
  return scores?.check && checkState(scores) !== 'unchecked' ? words.check[checkState(scores)] : '';
}

const tones = { unchecked: 'plain', begun: 'plain', same: 'good', different: 'bad' } as const;

function stateView(row: ScoreRow, words: Messages['keyIn'], pass: Pass): ReactNode {
  const text = stateText(row, words, pass);
  if (text === '') return '';
  if (pass === 'first' && row.onComputer !== 'no') return <Tag tone={row.onComputer === 'complete' ? 'plain' : 'warn'}>{text}</Tag>;
  return <Tag tone={tones[row.scores ? checkState(row.scores) : 'unchecked']}>{text}</Tag>;
}
