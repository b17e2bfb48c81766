import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../bank/changes.ts';
import type { ProjectsPublication, PublishedProjects } from '../../model/reviewing.ts';

/** Everything of the bureau that a `projects` package carries. */
export type ProjectsContents = Omit<PublishedProjects, 'receiving'>;

export const contentKinds = [
  'offers',
  'assignments',
  'decisions',
  'events',
  'benchmarks',
] as const satisfies readonly (keyof ProjectsContents)[];
export type ContentKind = (typeof contentKinds)[number];

/** What branches have or can get, as marks by `kind:id`. */
export type Marks = Readonly<Record<string, string>>;

/** What all versions together brought; of the same thing the latest counts. */
export const marksOfAll = (publications: readonly ProjectsPublication[]): Marks =>
  Object.assign({}, ...publications.toSorted((one, other) => one.version - other.version).map(({ brought }) => brought));

/** Whether a version has carried this thing, be it as it was then. */
export const isPublished = (published: Marks, kind: ContentKind, id: string): boolean => keyOf(kind, id) in published;

/** What the next version holds: all that was published, and all else that is not archived. */
export function contentsToPublish(
  { offers, assignments, decisions, events, benchmarks }: ProjectsContents,
  published: Marks,
): ProjectsContents {
  const goesOut =
    (kind: ContentKind) =>
    (item: { readonly id: string; readonly archived: boolean }): boolean =>
      !item.archived || isPublished(published, kind, item.id);
  return {
    offers: offers.filter(goesOut('offers')),
    assignments: assignments.filter(goesOut('assignments')),
    decisions,
    events: events.filter(({ side }) => side === 'bureau'),
    benchmarks: benchmarks.filter(goesOut('benchmarks')),
  };
}

/** What of the contents no version has carried, or not as it is now. */
export function newsOf(contents: ProjectsContents, published: Marks): ProjectsContents {
  const isNews =
    (kind: ContentKind) =>
    (item: { readonly id: string }): boolean =>
      published[keyOf(kind, item.id)] !== markOf(kind, item);
  return {
    offers: contents.offers.filter(isNews('offers')),
    assignments: contents.assignments.filter(isNews('assignments')),
    decisions: contents.decisions.filter(isNews('decisions')),
    events: contents.events.filter(isNews('events')),
    benchmarks: contents.benchmarks.filter(isNews('benchmarks')),
  };
}

/** The marks of contents, to be kept with their publication. */
export const marksOf = (contents: ProjectsContents): Marks =>
  Object.fromEntries(contentKinds.flatMap((kind) => contents[kind].map((item) => [keyOf(kind, item.id), markOf(kind, item)])));

export const countOf = (contents: ProjectsContents): number => contentKinds.reduce((sum, kind) => sum + contents[kind].length, 0);

const keyOf = (kind: ContentKind, id: string): string => `${kind}:${id}`;

/** A step never changes: its id says all. */
const markOf = (kind: ContentKind, item: { readonly id: string }): string =>
  kind === 'events' ? '' : bytesToHex(sha256(utf8ToBytes(canonicalJson(item)))).slice(0, 16);
