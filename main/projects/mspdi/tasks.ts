import type { ProjectParts, XmlElement } from './xml/elements.ts';
import { isSet, numberIn, textIn } from './xml/elements.ts';
import { minutesIn } from './calendar/times.ts';

/** A task as the outline has it. */
export interface Task {
  readonly element: XmlElement;
  readonly uid: string;
  /** Its number in the table. */
  readonly id: number;
  readonly level: number;
  /** Names of the tasks above it, the outermost first. */
  readonly path: readonly string[];
  /** Uids of the tasks above it. */
  readonly above: readonly string[];
  /** Holds others and is no work of its own: a phase. */
  readonly isSummary: boolean;
  readonly minutes: number;
}

export type LeftOut = 'blank' | 'external' | 'inactive' | 'project';

export interface Outline {
  readonly tasks: readonly Task[];
  readonly leftOut: readonly { readonly id: number; readonly why: LeftOut }[];
}

/** The tasks of a file in their outline. The task 0 is the project itself. */
export function outlineOf({ tasks: elements }: ProjectParts): Outline {
  const leftOut: { id: number; why: LeftOut }[] = [];
  const kept = elements.filter((element, place) => {
    const why = whyLeftOut(element);
    if (why) leftOut.push({ id: numberIn(element, 'id') ?? place, why });
    return why === null;
  });
  const chain: { readonly level: number; readonly name: string; readonly uid: string }[] = [];
  const tasks = kept.map((element, place): Task => {
    const level = levelOf(element);
    while (chain.length > 0 && (chain.at(-1)?.level ?? 0) >= level) chain.pop();
    const [path, above, uid] = [chain.map(({ name }) => name), chain.map((one) => one.uid), textIn(element, 'uid')];
    const next = kept[place + 1];
    const isSummary = isSet(element, 'summary') || (next !== undefined && levelOf(next) > level);
    chain.push({ level, name: textIn(element, 'name'), uid });
    return {
      element,
      uid,
      id: numberIn(element, 'id') ?? place + 1,
      level,
      path,
      above,
      isSummary,
      minutes: minutesIn(textIn(element, 'duration')),
    };
  });
  return { tasks, leftOut };
}

function whyLeftOut(element: XmlElement): LeftOut | null {
  if (textIn(element, 'uid') === '0' || textIn(element, 'outlinenumber') === '0') return 'project';
  if (isSet(element, 'isnull') || saysNothing(element)) return 'blank';
  if (isSet(element, 'externaltask')) return 'external';
  return textIn(element, 'active') === '0' ? 'inactive' : null;
}

const saysNothing = (element: XmlElement): boolean =>
  ['name', 'start', 'finish', 'extendedattribute'].every((name) => textIn(element, name) === '');

/** Some programs write the number of the outline and not its level. */
function levelOf(element: XmlElement): number {
  const number = textIn(element, 'outlinenumber');
  return numberIn(element, 'outlinelevel') ?? (number === '' ? 1 : number.split('.').length);
}

/** Names of people by task; material and costs own nothing. */
export function ownersOf({ resources, assignments }: ProjectParts): ReadonlyMap<string, readonly string[]> {
  const people = resources.filter((one) => !['0', '2'].includes(textIn(one, 'type')) || isPerson(one));
  const names = new Map(people.map((one) => [textIn(one, 'uid'), textIn(one, 'name')]));
  const owners = new Map<string, string[]>();
  for (const one of assignments) {
    const name = names.get(textIn(one, 'resourceuid')) ?? '';
    const task = textIn(one, 'taskuid');
    if (name !== '' && !owners.get(task)?.includes(name)) owners.set(task, [...(owners.get(task) ?? []), name]);
  }
  return owners;
}

/** Type 1 is work; files that leave the type out mean people. */
const isPerson = (resource: XmlElement): boolean => textIn(resource, 'type') === '';
