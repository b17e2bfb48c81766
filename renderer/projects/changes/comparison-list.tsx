import { useMemo, useState, type ReactNode } from 'react';
import type { ProjectRules } from '@shared/model/policy.ts';
import type { NodeComparison } from '@shared/projects/schedule/comparison.ts';
import { lightOf } from '@shared/projects/schedule/light.ts';
import type { Span } from '@shared/projects/schedule/schedule.ts';
import { onlyRow, within } from '../../ui/list/selection.ts';
import { VirtualList, type ListColumn } from '../../ui/list/virtual-list.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { LightTag } from './light-tag.tsx';

interface ComparisonListProps {
  readonly rows: readonly NumberedComparison[];
  readonly rules: ProjectRules;
  /** Goes to the plan table. */
  readonly onOpen: () => void;
}

export interface NumberedComparison extends NodeComparison {
  /** Its place in the plan table, from 1; 0 for a removed node. */
  readonly number: number;
}

/** 原计划 · 现计划 · 实际, a node a row. */
export function ComparisonList({ rows, rules, onOpen }: ComparisonListProps) {
  const { projectChanges: words } = useWords();
  const [chosen, setChosen] = useState(() => onlyRow(0));
  const columns = useColumns();
  const cellsOf = (place: number): readonly ReactNode[] | null => {
    const row = rows[place];
    if (!row) return null;
    return [
      row.number === 0 ? '' : row.number,
      <Title key="title" row={row} />,
      <Owner key="owner" row={row} />,
      <Days key="original" span={row.original} />,
      <Days key="present" span={row.present} />,
      <Days key="actual" span={row.actual} />,
      row.forecastFinish,
      deviationText(row.deviation, words),
      <NodeSign key="state" row={row} rules={rules} />,
    ];
  };
  return (
    <div className="changes-list">
      <VirtualList
        label={words.comparison}
        columns={columns}
        count={rows.length}
        rowHeight={64}
        selection={within(chosen, rows.length)}
        several={false}
        onSelect={setChosen}
        onOpen={onOpen}
        onWindow={ignoreWindow}
        cellsOf={cellsOf}
      />
      <p className="soft changes-keys">{words.keys}</p>
    </div>
  );
}

/** Everything is at hand already: nothing has to be read for the rows in sight. */
const ignoreWindow = (): void => undefined;

function useColumns(): readonly ListColumn[] {
  const { columns } = useWords().projectChanges;
  return useMemo(
    () => [
      { id: 'number', title: columns.number, width: '52px', align: 'right' },
      { id: 'title', title: columns.title, width: 'minmax(140px, 1fr)', align: 'left' },
      { id: 'owner', title: columns.owner, width: '88px', align: 'left' },
      { id: 'original', title: columns.original, width: '120px', align: 'left' },
      { id: 'present', title: columns.present, width: '120px', align: 'left' },
      { id: 'actual', title: columns.actual, width: '120px', align: 'left' },
      { id: 'forecast', title: columns.forecast, width: '106px', align: 'left' },
      { id: 'deviation', title: columns.deviation, width: '104px', align: 'right' },
      { id: 'state', title: columns.state, width: '120px', align: 'left' },
    ],
    [columns],
  );
}

type Words = ReturnType<typeof useWords>['projectChanges'];

function deviationText(days: number | null, { unknown, onTime, late, early }: Words): string {
  if (days === null) return unknown;
  if (days === 0) return onTime;
  return days > 0 ? late(days) : early(-days);
}

function Title({ row }: { readonly row: NodeComparison }) {
  const { projectChanges: words, projectSchedule } = useWords();
  const names = row.changed.map((field) => words.fields[field]).join(words.comma);
  return (
    <span className="changes-two" title={row.title}>
      <span>{row.title || projectSchedule.unnamed}</span>
      {names !== '' && <small>{words.changedFields(names)}</small>}
    </span>
  );
}

function Owner({ row }: { readonly row: NodeComparison }) {
  const { projectChanges: words } = useWords();
  return (
    <span className="changes-two">
      <span>{row.owner}</span>
      {row.owner !== row.originalOwner && <small>{words.formerOwner(row.originalOwner || words.blank)}</small>}
    </span>
  );
}

function Days({ span }: { readonly span: Span | null }) {
  const { projectChanges: words } = useWords();
  if (!span || span.start + span.finish === '') return <span>{words.unknown}</span>;
  return (
    <span className="changes-two">
      {span.start !== '' && <span>{words.startOf(span.start)}</span>}
      {span.finish !== '' && <span>{words.finishOf(span.finish)}</span>}
    </span>
  );
}

function NodeSign({ row, rules }: { readonly row: NodeComparison; readonly rules: ProjectRules }) {
  const { projectChanges: words } = useWords();
  if (row.present === null) return <Tag tone="plain">{words.removed}</Tag>;
  if (row.done) return <Tag tone="plain">{words.done}</Tag>;
  return <LightTag light={lightOf(row.deviation ?? 0, rules)} />;
}
