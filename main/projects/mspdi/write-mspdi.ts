import type { PlanDocument } from '@shared/model/plan-file.ts';
import { legalCalendar } from '@shared/projects/schedule/calendar.ts';
import { plainPlan } from '../plain-plan.ts';
import { calendarXml, holidayYears } from './calendar/calendar-xml.ts';
import { customColumns } from './custom-columns.ts';
import { originOf } from './origin.ts';
import { ownersIn, tableOf } from './table.ts';
import { taskXml } from './task-xml.ts';
import { dayEnd, dayStart, usualMinutes } from './calendar/times.ts';
import { tag, tags } from './xml/xml.ts';

/**
 * The plan as Microsoft Project XML (MSPDI, as Project 2010 and later write it): phases as outline, links of all types,
 * the legal calendar, owners as resources, the approved plan as baseline. Tasks are scheduled by hand, so that no program
 * moves their dates.
 */
export async function writeMspdi(plan: PlanDocument): Promise<Uint8Array> {
  const plain = plainPlan(plan);
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${projectXml(plain)}\n`);
}

function projectXml(plan: PlanDocument): string {
  const rows = tableOf(plan.nodes);
  const owners = ownersIn(plan.nodes);
  const calendar = legalCalendar(holidayYears(plan.holidays));
  const baseline = new Map(plan.baseline.map((node) => [node.id, node]));
  const context = { rows, baseline, calendar, today: plan.today };
  const content = [
    ...headXml(plan),
    tags(
      'ExtendedAttributes',
      customColumns.map(({ id, name, alias }) =>
        tags('ExtendedAttribute', [tag('FieldID', id), tag('FieldName', name), tag('Alias', alias)]),
      ),
    ),
    tags('Calendars', [calendarXml(plan.holidays)]),
    tags(
      'Tasks',
      rows.map((row) => taskXml(row, context)),
    ),
    tags(
      'Resources',
      [...owners.names].map(([name, uid]) => resourceXml(name, uid)),
    ),
    tags('Assignments', assignmentsXml(rows, owners.names)),
  ];
  return tags('Project', content).replace('<Project>', '<Project xmlns="http://schemas.microsoft.com/project">');
}

function headXml({ project, nodes, today }: PlanDocument): string[] {
  const starts = nodes.flatMap(({ plannedStart }) => (plannedStart === '' ? [] : [plannedStart])).toSorted();
  const start = starts[0] ?? (project.startDate || today);
  return [
    tag('SaveVersion', '14'),
    tag('Name', project.title),
    tag('Title', project.title),
    tag('Subject', project.number),
    tag('Category', originOf(project.id)),
    tag('Company', project.unitName),
    tag('Manager', project.secretary),
    tag('ScheduleFromStart', '1'),
    tag('StartDate', `${start}T${dayStart}`),
    tag('CalendarUID', '1'),
    tag('DefaultStartTime', dayStart),
    tag('DefaultFinishTime', dayEnd),
    tag('MinutesPerDay', String(usualMinutes)),
    tag('MinutesPerWeek', String(usualMinutes * 5)),
    tag('DaysPerMonth', '20'),
    tag('DurationFormat', '7'),
    tag('HonorConstraints', '0'),
    tag('CurrentDate', `${today}T${dayStart}`),
    tag('NewTasksAreManual', '1'),
  ];
}

const resourceXml = (name: string, uid: number): string =>
  tags('Resource', [tag('UID', String(uid)), tag('ID', String(uid)), tag('Name', name), tag('Type', '1'), tag('IsNull', '0')]);

function assignmentsXml(rows: ReturnType<typeof tableOf>, names: ReadonlyMap<string, number>): string[] {
  const pairs = rows.flatMap((row) => (row.node ? ownersIn([row.node]).inOrder.map((name) => [row.number, names.get(name)] as const) : []));
  return pairs.map(([task, resource], place) =>
    tags('Assignment', [
      tag('UID', String(place + 1)),
      tag('TaskUID', String(task)),
      tag('ResourceUID', String(resource)),
      tag('Units', '1'),
    ]),
  );
}
