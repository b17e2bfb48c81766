import { namedType, type NamedType } from '@shared/bank/question-type.ts';
import { answerNode } from './answer.ts';
import { keyedQuestions } from './keyed.ts';
import { fieldIn, foldedEntries, isNote, textOf } from './names.ts';
import { optionsOf } from './options.ts';
import type { JsonNode, JsonObject } from './parse.ts';
import { partsOf, stemOf } from './question.ts';

/** An object to be read as a question, and what the lists around it say. */
export interface FoundQuestion {
  readonly node: JsonObject;
  readonly type: NamedType | null;
  readonly chapter: string;
}

interface Around {
  readonly type: NamedType | null;
  readonly chapter: string;
}

/**
 * Looks for questions at any depth, in reading order: objects with a stem and something that answers it. In a list that
 * has one, the other objects are taken for questions, too, so that a question without answer is not passed over.
 */
export function findQuestions(node: JsonNode, around: Around = { type: null, chapter: '' }): FoundQuestion[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'array') return inList(node.items, around);
  if (isQuestion(node)) return [{ node, ...around }];
  const own = aroundOf(node, around);
  const keyed = keyedQuestions(node);
  if (keyed) return keyed.map((question) => ({ node: question, ...own }));
  return [...node.entries].flatMap(([key, child]) => (isNote(key) ? [] : findQuestions(child, withKey(key, child, own))));
}

function inList(items: readonly JsonNode[], around: Around): FoundQuestion[] {
  const found = items.map((item) => findQuestions(item, around));
  const areQuestions = items.some((item) => item.kind === 'object' && isQuestion(item));
  return items.flatMap((item, at) => {
    const inner = found[at] ?? [];
    return inner.length === 0 && areQuestions && item.kind === 'object' && item.entries.size > 0 ? [{ node: item, ...around }] : inner;
  });
}

function isQuestion(node: JsonObject): boolean {
  const entries = foldedEntries(node);
  if (stemOf(entries) === '') return false;
  if (partsOf(entries).length > 0) return isCase(entries);
  return answerNode(entries) !== null ? !holdsQuestions(node) : optionsOf(entries).options.length > 1 && !holdsQuestions(node);
}

/** A list of questions with a title is no case; one whose text is called so, or whose type says it, is. */
const isCase = (entries: ReadonlyMap<string, JsonNode>): boolean =>
  fieldIn(entries, 'stem') !== null ||
  namedType(textOf(fieldIn(entries, 'type'))) === 'case' ||
  entries.has('材料') ||
  entries.has('content');

/** Whether objects with stems of their own stand in it: then it is a list around questions. */
const holdsQuestions = (node: JsonObject): boolean =>
  [...node.entries.values()].some(
    (child) =>
      child.kind === 'array' && child.items.some((item) => item.kind === 'object' && fieldIn(foldedEntries(item), 'stem') !== null),
  );

/** What an object around questions says of them: {"name": "单选题", "list": […]}. */
function aroundOf(node: JsonObject, around: Around): Around {
  const entries = foldedEntries(node);
  const type = namedType(textOf(fieldIn(entries, 'type')));
  const title = textOf(fieldIn(entries, 'section')) || textOf(fieldIn(entries, 'chapter')) || textOf(fieldIn(entries, 'looseStem'));
  return named(title, { ...around, type: type ?? around.type });
}

/** {"单选题": […]}: the key of a list can name the type or the chapter; keys of programs (data, list) say nothing. */
const withKey = (key: string, child: JsonNode, around: Around): Around =>
  child.kind === 'array' && (/\p{Script=Han}/u.test(key) || namedType(key) !== null) ? named(key, around) : around;

function named(title: string, around: Around): Around {
  const line = title.replaceAll(/\s+/g, ' ').trim();
  if (line === '' || line.length > 60) return around;
  const type = namedType(line);
  return type ? { ...around, type } : { ...around, chapter: line };
}
