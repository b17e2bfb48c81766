import type { Form, FormRow } from '../../model/form.ts';
import type { ChangedField, PlanChangeNote, Project } from '../../model/project.ts';
import { clip, line } from '../../reports/format.ts';
import { emptyDate, label, row, value } from './cells.ts';
import { organisationOf } from './facts.ts';

const fieldNames = {
  plannedStart: '计划开始',
  plannedFinish: '计划完成',
  owner: '责任人',
  duty: '具体工作内容及职责',
  added: '',
  removed: '',
} as const satisfies Record<ChangedField, string>;

/** 节点│原计划│新计划│原因│批准人│日期 (formats: 5). */
const names = ['节点', '原计划', '新计划', '原因', '批准人', '日期'] as const;
const shares = [4, 6, 6, 5, 2.8, 3.4] as const;

/** What a form may carry through IPC: 5,000 rows. */
const mostRows = 4_999;

/**
 * 书记项目节点变更单: the lines of the notes in the order in which they were made, those that one step made of one node together.
 * `dayOf` gives the day of a moment on this computer's calendar.
 */
export function changeOrder(project: Project, notes: readonly PlanChangeNote[], dayOf: (at: number) => string): Form {
  const sorted = notes.toSorted((one, other) => one.at - other.at);
  const groups = [...Map.groupBy(sorted, ({ stepId, nodeId }) => JSON.stringify([stepId, nodeId])).values()];
  return {
    title: '书记项目节点变更单',
    head: [
      line(`项目名称：${clip(project.title, 400)}`),
      line(`项目编号：${clip(project.number, 60)}`, `书记：${clip(project.secretary, 60)}`, `支部：${clip(organisationOf(project), 200)}`),
    ],
    columns: shares,
    rows: [row(names.map((name) => label(name, 1))), ...groups.slice(-mostRows).map((group) => changeRow(group, dayOf))],
    foot: [line('项目书记签字：　　　　　　', '支部审核：　　　　　　', '批准：　　　　　　', emptyDate)],
    orientation: 'landscape',
    fileName: `节点变更单-${clip(project.title, 60)}`,
  };
}

function changeRow(notes: readonly PlanChangeNote[], dayOf: (at: number) => string): FormRow {
  const first = notes[0];
  if (!first) throw new Error('a group of notes has at least one');
  const texts = [
    first.nodeTitle,
    notes.map((note) => sidesOf(note).before).join('\n'),
    notes.map((note) => sidesOf(note).after).join('\n'),
    distinct(notes.map(({ reason }) => reason)),
    distinct(notes.map(({ approvedBy }) => approvedBy)),
    dayOf(first.at),
  ];
  return row(
    texts.map((text) => value(text, 1)),
    14,
  );
}

/** What was planned, and what is now. */
function sidesOf({ field, before, after }: PlanChangeNote): { before: string; after: string } {
  if (field === 'added') return { before: '（无此节点）', after: `新增节点：${after}` };
  if (field === 'removed') return { before: `节点：${before}`, after: '（取消此节点）' };
  const told = (text: string): string => `${fieldNames[field]}：${text === '' ? '（未定）' : text}`;
  return { before: told(before), after: told(after) };
}

const distinct = (texts: readonly string[]): string => [...new Set(texts.filter((text) => text !== ''))].join('\n');
