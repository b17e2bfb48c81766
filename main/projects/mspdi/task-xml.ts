import type { Moment, PlanNode } from '@shared/model/project.ts';
import type { LegalCalendar } from '@shared/projects/schedule/calendar.ts';
import { isMoment } from '@shared/projects/schedule/moments.ts';
import { customColumns, type CustomField } from './custom-columns.ts';
import { lagNumbers, numberOfType } from './lags.ts';
import { notesOf } from './notes.ts';
import type { TableRow } from './table.ts';
import { dayEnd, dayStart, durationOf, usualMinutes } from './calendar/times.ts';
import { tag, tags } from './xml/xml.ts';

export interface TaskContext {
  readonly rows: readonly TableRow[];
  readonly baseline: ReadonlyMap<string, PlanNode>;
  readonly calendar: LegalCalendar;
}

/** One task with its elements in the order of the schema. */
export function taskXml(row: TableRow, context: TaskContext): string {
  const number = String(row.number);
  const span = spanOf(row);
  return tags('Task', [
    tag('UID', number),
    tag('ID', number),
    tag('Name', row.name),
    tag('Active', '1'),
    tag('Manual', row.node ? '1' : '0'),
    tag('Type', '0'),
    tag('IsNull', '0'),
    tag('OutlineLevel', String(row.level)),
    tag('Priority', '500'),
    ...spanXml(span, context.calendar, row.node !== null),
    tag('DurationFormat', '7'),
    tag('EffortDriven', '0'),
    tag('Estimated', '0'),
    tag('Milestone', span.moment ? '1' : '0'),
    tag('Summary', row.node ? '0' : '1'),
    ...(row.node ? nodeXml(row.node, context) : []),
  ]);
}

interface Span {
  /** 'YYYY-MM-DD', '' where not set. */
  readonly start: string;
  readonly finish: string;
  /** Of what takes no time. */
  readonly moment?: Moment | undefined;
}

function spanOf({ node, nodes }: TableRow): Span {
  if (node) return nodeSpan(node);
  const starts = nodes.flatMap(({ plannedStart }) => (plannedStart === '' ? [] : [plannedStart])).toSorted();
  const finishes = nodes.flatMap(({ plannedFinish }) => (plannedFinish === '' ? [] : [plannedFinish])).toSorted();
  return { start: starts[0] ?? '', finish: finishes.at(-1) ?? '' };
}

const nodeSpan = (node: PlanNode): Span => ({
  start: node.plannedStart,
  finish: node.plannedFinish,
  moment: isMoment(node) ? node.moment : undefined,
});

function spanXml(span: Span, calendar: LegalCalendar, byHand: boolean): string[] {
  const plain = [...datesXml(span, ''), ...durationXml('Duration', span, calendar)];
  return byHand ? [...plain, ...datesXml(span, 'Manual'), ...durationXml('ManualDuration', span, calendar)] : plain;
}

/** Work fills its days; what takes no time starts and finishes at one hour. */
const datesXml = ({ start, finish, moment }: Span, by: '' | 'Manual'): string[] => [
  ...dateXml(`${by}Start`, start, moment === 'evening' ? dayEnd : dayStart),
  ...dateXml(`${by}Finish`, finish, moment === 'morning' ? dayStart : dayEnd),
];

const dateXml = (name: string, day: string, time: string): string[] => (day === '' ? [] : [tag(name, `${day}T${time}`)]);

/** In workdays; what is done on days off alone takes one. */
function durationXml(name: string, { start, finish, moment }: Span, calendar: LegalCalendar): string[] {
  if (start === '' || finish === '' || finish < start) return [];
  if (moment) return [tag(name, durationOf(0))];
  return [tag(name, durationOf(Math.max(1, calendar.workdaysBetween(start, finish)) * usualMinutes))];
}

function nodeXml(node: PlanNode, context: TaskContext): string[] {
  const notes = notesOf(node);
  const isBound = node.plannedStart !== '';
  return [
    tag('PercentComplete', String(Math.round(node.progress))),
    ...dateXml('ActualStart', node.actualStart, dayStart),
    ...dateXml('ActualFinish', node.actualFinish, dayEnd),
    // For programs that do not know tasks scheduled by hand: 4 is "start no earlier than".
    tag('ConstraintType', isBound ? '4' : '0'),
    tag('CalendarUID', '-1'),
    ...dateXml('ConstraintDate', node.plannedStart, dayStart),
    ...(notes === '' ? [] : [tag('Notes', notes)]),
    ...linksXml(node, context.rows),
    ...customXml(node),
    ...baselineXml(context.baseline.get(node.id), context.calendar),
  ];
}

function linksXml({ dependencies }: PlanNode, rows: readonly TableRow[]): string[] {
  return dependencies.flatMap((link) => {
    const from = rows.find(({ node }) => node?.id === link.nodeId);
    if (!from) return [];
    const { lag, format } = lagNumbers(link, usualMinutes);
    const facts = { PredecessorUID: from.number, Type: numberOfType(link.type), CrossProject: 0, LinkLag: lag, LagFormat: format };
    return [
      tags(
        'PredecessorLink',
        Object.entries(facts).map(([name, value]) => tag(name, String(value))),
      ),
    ];
  });
}

function customXml(node: PlanNode): string[] {
  const values: Readonly<Record<CustomField, string>> = {
    department: node.department,
    supporters: node.supporters,
    weight: node.weight === 1 ? '' : String(node.weight),
    progress: Number.isInteger(node.progress) ? '' : String(node.progress),
    nodeId: node.id,
  };
  return customColumns
    .filter(({ field }) => values[field] !== '')
    .map(({ id, field }) => tags('ExtendedAttribute', [tag('FieldID', id), tag('Value', values[field])]));
}

function baselineXml(node: PlanNode | undefined, calendar: LegalCalendar): string[] {
  if (!node || (node.plannedStart === '' && node.plannedFinish === '')) return [];
  const span = nodeSpan(node);
  const dates = [...datesXml(span, ''), ...durationXml('Duration', span, calendar)];
  return [tags('Baseline', [tag('Number', '0'), ...dates, tag('DurationFormat', '7')])];
}
