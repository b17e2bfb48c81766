import { answerNode } from './answer.ts';
import { foldedEntries } from './names.ts';
import type { JsonNode, JsonObject, JsonScalar } from './parse.ts';

/** Fewer entries may be anything. */
const fewest = 3;
/** A stem has at least so many characters, and is written in Chinese. */
const shortestStem = 6;

/**
 * Questions under their own stems: {"stem": "answer"}, {"stem|option|option": "answer"}, {"stem": {"answer": …}}, each as
 * an object that has its stem; null where the object is no such list.
 */
export function keyedQuestions(node: JsonObject): JsonObject[] | null {
  const entries = [...node.entries];
  if (entries.length < fewest || !entries.every(([key, value]) => isStem(key) && answers(value))) return null;
  return entries.map(([key, value]) => questionOf(key, value));
}

const isStem = (key: string): boolean => key.length >= shortestStem && /\p{Script=Han}/u.test(key);

function answers(value: JsonNode): boolean {
  if (value.kind === 'scalar') return value.value !== null;
  if (value.kind === 'array') return value.items.length > 0 && value.items.every(({ kind }) => kind === 'scalar');
  return answerNode(foldedEntries(value)) !== null;
}

function questionOf(key: string, value: JsonNode): JsonObject {
  const { line, lastLine } = value;
  const text = (content: string): JsonScalar => ({ kind: 'scalar', value: content, line, lastLine: line });
  const [stem = '', ...options] = key.split('|');
  const named: [string, JsonNode][] = value.kind === 'object' ? [...value.entries] : [['answer', value]];
  const listed: [string, JsonNode][] =
    options.length > 1 ? [['options', { kind: 'array', items: options.map(text), line, lastLine: line }]] : [];
  const entries = new Map([['question', text(listed.length > 0 ? stem : key)] as const, ...listed, ...named]);
  return { kind: 'object', entries, whole: value.kind !== 'object' || value.whole, line, lastLine };
}
