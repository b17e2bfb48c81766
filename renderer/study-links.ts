import { questionTypes } from '@shared/model/question.ts';
import { studyModes, type StudyMode } from '@shared/model/study.ts';
import { everywhere, type FoundQuery, type Scope } from '@shared/study/sets.ts';
import { hrefOf, type Route } from './route.ts';

/** Address of a set of questions: `#/study/set/<mode>/section=…/topic=…/type=…`, each part only where it limits the set. */
export const hrefOfSet = (mode: StudyMode, scope: Scope = everywhere): string => hrefOf('study', 'set', mode, ...partsOfScope(scope));

/** Address of the set that a search found. */
export const hrefOfFound = ({ text, ...scope }: FoundQuery): string =>
  hrefOf('study', 'set', 'found', `text=${text}`, ...partsOfScope(scope));

/** Address of the search, with what was searched for. */
export const hrefOfSearch = ({ text, ...scope }: FoundQuery): string =>
  hrefOf('study', 'search', ...(text === '' ? [] : [`text=${text}`]), ...partsOfScope(scope));

/** What the address of a set names; null where it names none. */
export function readSetRoute([mode, ...parts]: Route): { readonly mode: StudyMode; readonly query: FoundQuery } | null {
  const known = studyModes.find((name) => name === mode);
  return known ? { mode: known, query: readQuery(parts) } : null;
}

/** The parts of an address that limit: those of a set after its mode, those of the search. */
export function readQuery(parts: Route): FoundQuery {
  const values = new Map(parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]));
  const section = values.get('section');
  const topic = values.get('topic');
  const type = questionTypes.find((name) => name === values.get('type'));
  return {
    text: values.get('text') ?? '',
    ...(section !== undefined && { section }),
    ...(topic !== undefined && { topic }),
    ...(type !== undefined && { type }),
  };
}

const partsOfScope = ({ section, topic, type }: Scope): string[] => [
  ...(section === undefined ? [] : [`section=${section}`]),
  ...(topic === undefined ? [] : [`topic=${topic}`]),
  ...(type === undefined ? [] : [`type=${type}`]),
];
