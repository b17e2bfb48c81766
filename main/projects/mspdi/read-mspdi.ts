import type { FileRefusal } from '@shared/bank/imported.ts';
import type { PlanFile, PlanFileField, PlanFileProblem, PlanFileRow } from '@shared/model/plan-file.ts';
import { limits } from '../../limits.ts';
import { calendarDays } from './calendar/calendar-days.ts';
import { knownColumns, type CustomField } from './custom-columns.ts';
import { childrenOf, partsOf, textIn, type ProjectParts } from './xml/elements.ts';
import { linksOf } from './links.ts';
import { textsOf } from './notes.ts';
import { joinedPhase } from './phases.ts';
import { projectIn } from './origin.ts';
import { outlineOf, ownersOf, type LeftOut, type Outline, type Task } from './tasks.ts';
import { dayIn, lastDayIn, momentAt, usualMinutes } from './calendar/times.ts';

/** Reads a Microsoft Project XML file (MSPDI): tasks that hold others are phases, all others nodes. */
export function readMspdi(name: string, xml: string): PlanFile | FileRefusal {
  const parts = partsOf(xml);
  if ('code' in parts) return parts;
  if (parts.tasks.length > limits.projectTasks)
    return { code: 'too-many-rows', message: `有 ${parts.tasks.length} 个任务，最多 ${limits.projectTasks} 个。` };
  const problems: PlanFileProblem[] = [];
  const problem = (row: number, code: string, message: string): void =>
    void problems.push({ sheet: '', row, severity: 'warning', code, message });
  if (!/<\/(?:\w+:)?Project>\s*$/.test(xml.slice(-1_000))) problems.push(brokenOff);
  if (parts.tasks.length === 0) problems.push(noTasks);
  const outline = outlineOf(parts);
  for (const { id, why } of outline.leftOut) if (why in leftOutTexts) problem(id, `${why}-task`, leftOutTexts[why] ?? '');
  const minutesPerDay = minutesOfDay(Number(parts.facts.get('minutesperday')));
  const links = linksOf({ tasks: outline.tasks, minutesPerDay, problem });
  return {
    name,
    format: 'mspdi',
    projectId: projectIn(parts.facts.get('category') ?? ''),
    title: parts.facts.get('title') ?? parts.facts.get('name') ?? '',
    rows: rowsOf(parts, outline, links),
    exported: [],
    calendar: calendarDays(parts),
    problems,
    accounted: accountOf(parts, outline),
  };
}

/** A day of no minutes, or of more than it has, is none. */
const minutesOfDay = (minutes: number): number => (minutes >= 1 && minutes <= 1_440 ? minutes : usualMinutes);

const brokenOff: PlanFileProblem = {
  sheet: '',
  row: 0,
  severity: 'error',
  code: 'broken-off',
  message: '文件不完整，可能没有保存完或复制中断；只读入了前面的任务，请核对。',
};

const noTasks: PlanFileProblem = { sheet: '', row: 0, severity: 'error', code: 'no-plan', message: '文件中没有任务。' };

const leftOutTexts: Readonly<Partial<Record<LeftOut, string>>> = {
  external: '这是其他项目文件中的任务，没有读入。',
  inactive: '这个任务已停用，没有读入。',
};

function accountOf({ tasks }: ProjectParts, { tasks: kept, leftOut }: Outline): PlanFile['accounted'] {
  const headings = kept.filter(({ isSummary }) => isSummary).length;
  return { source: tasks.length, rows: kept.length - headings, headings, refused: 0, ignored: leftOut.length };
}

function rowsOf(parts: ProjectParts, { tasks }: Outline, links: ReturnType<typeof linksOf>): PlanFileRow[] {
  const owners = ownersOf(parts);
  const columns = knownColumns(parts.columns);
  return tasks
    .filter(({ isSummary }) => !isSummary)
    .map((task) => {
      const own = customTexts(task, columns);
      const { nodeId = '', progress = '', ...custom } = own;
      const facts = factsOf(task);
      const isExact = progress !== '' && Math.round(Number(progress)) === Number(facts.progress); // else somebody changed the other one
      const cells = { ...facts, owner: (owners.get(task.uid) ?? []).join('、'), ...custom, ...(isExact ? { progress } : {}) };
      const row = { sheet: '', row: task.id, number: String(task.id), nodeId, cells, links: links.get(task.uid) ?? [] };
      return { ...row, ...momentOf(task) };
    });
}

/** A milestone without a duration; one with a duration is work that is only shown in another way. */
function momentOf({ element, minutes }: Task): Pick<PlanFileRow, 'moment'> {
  const [start, finish] = [textIn(element, 'start'), textIn(element, 'finish')];
  const takesNoTime = textIn(element, 'duration') !== '' && minutes === 0 && start !== '' && start === finish;
  return takesNoTime ? { moment: momentAt(finish) } : {};
}

function customTexts({ element }: Task, columns: ReadonlyMap<string, CustomField>): Partial<Record<CustomField, string>> {
  const found = childrenOf(element, 'extendedattribute').flatMap((one) => {
    const field = columns.get(textIn(one, 'fieldid'));
    return field ? [[field, textIn(one, 'value')] as const] : [];
  });
  const unset = [...columns.values()].map((field) => [field, field === 'weight' ? '1' : ''] as const); // programs leave out what is empty
  return Object.fromEntries([...unset, ...found]);
}

function factsOf({ element, path }: Task): Partial<Record<PlanFileField, string>> {
  const text = (name: string): string => textIn(element, name);
  const [start, finish] = [text('start') || text('manualstart'), text('finish') || text('manualfinish')];
  return {
    ...textsOf(text('notes')),
    phase: joinedPhase(path),
    title: text('name'),
    plannedStart: dayOrText(dayIn(start), start),
    plannedFinish: dayOrText(lastDayIn(finish, start), finish),
    actualStart: dayOrText(dayIn(text('actualstart')), text('actualstart')),
    actualFinish: dayOrText(lastDayIn(text('actualfinish'), text('actualstart')), text('actualfinish')),
    progress: text('percentcomplete') || '0',
  };
}

/** What is no day of a plan is shown as it stands, so that a person can mend it. */
const dayOrText = (day: string, instant: string): string => day || instant;
