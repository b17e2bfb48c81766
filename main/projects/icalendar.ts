import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventTransparency,
  type ICalCalendar,
} from 'ical-generator';
import type { PlanDocument } from '@shared/model/plan-file.ts';
import type { PlanNode } from '@shared/model/project.ts';
import { dayNumber, dayOfNumber } from '@shared/projects/days.ts';
import { isDone } from '@shared/projects/states.ts';
import { plainPlan } from './plain-plan.ts';

/** So long before a node's last day ends its alarm rings, in seconds: at nine in the morning of the day before. */
const alarmBefore = 39 * 3_600;

/** Sequences count minutes from here, which fit for four thousand years. */
const firstExport = Date.UTC(2026, 0, 1);

/**
 * The nodes as iCalendar (RFC 5545): whole days, each under a uid that stays the same, so that a calendar that took an
 * earlier file in takes the changes. Nodes without a date are left out; an alarm rings before what is not done is due.
 * `now` in milliseconds since 1970.
 */
export async function writeCalendar(plan: PlanDocument, now: number): Promise<Uint8Array> {
  const { project, nodes } = plainPlan(plan);
  const calendar = ical({
    name: project.title.replaceAll(/\s+/g, ' '), // the library writes its line ends as they are
    prodId: { company: 'Sanxun', product: 'plan', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const node of nodes) if (node.plannedFinish !== '' || node.plannedStart !== '') addEvent(calendar, node, project.title, now);
  return new TextEncoder().encode(calendar.toString());
}

function addEvent(calendar: ICalCalendar, node: PlanNode, project: string, now: number): void {
  const event = calendar.createEvent(eventOf(node, project, now));
  if (isDone(node)) return;
  // The library takes the end of the day as what it is meant from only in this way.
  const alarm = { type: ICalAlarmType.display, triggerBefore: alarmBefore, description: node.title };
  event.createAlarm(alarm).relatesTo(ICalAlarmRelatesTo.end);
}

function eventOf(node: PlanNode, project: string, now: number) {
  const { start, finish } = spanOf(node);
  return {
    id: `${encodeURIComponent(node.id)}@sanxun`,
    sequence: Math.floor((now - firstExport) / 60_000), // grows from export to export (3.8.7.4)
    stamp: new Date(now),
    start: dateOf(start),
    end: dateOf(dayOfNumber(dayNumber(finish) + 1)), // the day behind the last one (3.6.1)
    allDay: true,
    summary: `${isDone(node) ? '✓ ' : ''}${node.title || '未命名节点'}`,
    description: descriptionOf(node, project),
    busystatus: ICalEventBusyStatus.FREE,
    transparency: ICalEventTransparency.TRANSPARENT,
    ...(node.phase === '' ? {} : { categories: [{ name: node.phase }] }),
  };
}

/** One date alone is the whole of it; a node that finishes before it starts is shown where it is due. */
function spanOf({ plannedStart, plannedFinish }: PlanNode): { readonly start: string; readonly finish: string } {
  const finish = plannedFinish || plannedStart;
  return { start: plannedStart !== '' && plannedStart <= finish ? plannedStart : finish, finish };
}

function descriptionOf(node: PlanNode, project: string): string {
  const lines = [
    ['项目', project],
    ['责任人', node.owner],
    ['责任部门', node.department],
    ['具体工作内容及职责', node.duty],
    ['完成标准', node.deliverable],
  ] as const;
  return lines
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${name}：${text}`)
    .join('\n');
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
