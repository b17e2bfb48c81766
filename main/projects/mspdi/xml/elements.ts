import { childOf, childrenOf, eachElement, textOf, type XmlElement } from '../../../import/standards/xml.ts';
import type { FileRefusal } from '@shared/bank/imported.ts';

/** The parts of a Microsoft Project XML file (MSPDI) that a plan comes from. Names are in lower case, as the reader of XML gives them. */
export interface ProjectParts {
  /** Texts of elements that stand directly below the project. */
  readonly facts: ReadonlyMap<string, string>;
  readonly tasks: readonly XmlElement[];
  readonly resources: readonly XmlElement[];
  readonly assignments: readonly XmlElement[];
  readonly calendars: readonly XmlElement[];
  /** Definitions of custom columns. */
  readonly columns: readonly XmlElement[];
}

const lists = {
  task: 'tasks',
  resource: 'resources',
  assignment: 'assignments',
  calendar: 'calendars',
  extendedattribute: 'columns',
} as const;
const facts = ['title', 'name', 'category', 'calendaruid', 'minutesperday'] as const;

/** Takes a file apart; declarations and endless nesting refuse it. */
export function partsOf(xml: string): ProjectParts | FileRefusal {
  const parts = {
    facts: new Map<string, string>(),
    tasks: [],
    resources: [],
    assignments: [],
    calendars: [],
    columns: [],
  } satisfies Record<string, unknown> as Mutable<ProjectParts> & { facts: Map<string, string> }; // filled below
  const refusal = eachElement(xml, new Set([...Object.keys(lists), ...facts]), (element) => {
    if (isList(element.name)) parts[lists[element.name]].push(element);
    else if (!parts.facts.has(element.name)) parts.facts.set(element.name, textOf(element).trim());
  });
  return refusal ?? parts;
}

type Mutable<Parts> = { -readonly [Key in keyof Parts]: Parts[Key] extends readonly XmlElement[] ? XmlElement[] : Parts[Key] };

const isList = (name: string): name is keyof typeof lists => name in lists;

export const textIn = (element: XmlElement, name: string): string => textOf(childOf(element, name)).trim();

/** A number, or null where there is none or no finite one. */
export function numberIn(element: XmlElement, name: string): number | null {
  const text = textIn(element, name);
  return text === '' || !Number.isFinite(Number(text)) ? null : Number(text);
}

export const isSet = (element: XmlElement, name: string): boolean => /^(?:1|true)$/i.test(textIn(element, name));

export { childOf, childrenOf, type XmlElement };
