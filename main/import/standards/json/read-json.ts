import type { FileRefusal } from '@shared/bank/imported.ts';
import { readGrids } from '@shared/bank/read-grids.ts';
import type { ReadOptions, Reading } from '@shared/bank/reading.ts';
import { limits } from '../../../limits.ts';
import { closeItems, placeAt, type Item } from '../items.ts';
import { error, refusedAs } from '../outcome.ts';
import { answerNode, baseOf, indexesOf } from './answer.ts';
import { foldedEntries } from './names.ts';
import { optionsOf } from './options.ts';
import { parseJson, type JsonDocument } from './parse.ts';
import { namesSingle, readJsonQuestion, type JsonContext } from './question.ts';
import { tablesIn } from './rows.ts';
import { findQuestions, type FoundQuestion } from './walk.ts';

/**
 * Reads questions out of JSON or JSON Lines, whatever the lists around them are called. Rows are lines; each question
 * counts as one.
 */
export function readJson(text: string, options: ReadOptions): Reading | FileRefusal {
  if (text.length > limits.importJson)
    return { code: 'file-too-large', message: `JSON 文件超过 ${limits.importJson / 1e6} MB，请拆成几个文件。` };
  const documents = documentsIn(text.replace(/\r\n?/g, '\n'));
  if (documents.some(({ tooDeep }) => tooDeep))
    return { code: 'file-unreadable', message: `JSON 嵌套超过 ${limits.jsonDepth} 层，不予读取。` };
  const found = documents.map(({ node }) => (node ? findQuestions(node) : []));
  const fault = documents.find(({ faultLine }) => faultLine !== null)?.faultLine ?? null;
  if (fault !== null && found.every((questions) => questions.length === 0))
    return { code: 'file-unreadable', message: `第 ${fault} 行附近不是有效的 JSON。` };
  if (found.every((questions) => questions.length === 0)) {
    const tables = documents.flatMap(({ node }) => (node ? tablesIn(node) : []));
    if (tables.length > 0) return readGrids(tables, options);
  }
  const context = contextOf(found.flat());
  const items = documents.flatMap((document, at) => [
    ...itemsOf(found[at] ?? [], context, options),
    ...faultItem(document, found[at] ?? [], options),
  ]);
  return closeItems(items);
}

/** One document, or one a line where the lines are documents of their own. */
function documentsIn(text: string): JsonDocument[] {
  const whole = parseJson(text);
  if (whole.faultLine === null || whole.tooDeep) return [whole];
  const listed = asList(text);
  if (listed) return [listed];
  const lines = text
    .split('\n')
    .map((line, at) => ({ line, row: at + 1 }))
    .filter(({ line }) => line.trim() !== '');
  if (lines.length < 2 || !lines.every(({ line }, at) => at > 50 || /^\s*[{[]/.test(line))) return [whole];
  const each = lines.map(({ line, row }) => parseJson(line, row));
  const good = each.filter(({ faultLine }) => faultLine === null).length;
  return good * 2 >= each.length ? each : [whole];
}

/** Objects with commas between them but no brackets around them, as parts of programs are copied. */
function asList(text: string): JsonDocument | null {
  if (!/^\s*\{[^]*\}\s*,?\s*$/.test(text)) return null;
  const list = parseJson(`[${text}]`);
  return list.faultLine === null ? list : null;
}

function contextOf(found: readonly FoundQuestion[]): Pick<JsonContext, 'base' | 'namesSingle'> {
  const entries = found.map(({ node }) => foldedEntries(node));
  const numbered = entries.flatMap((own) => {
    const { options } = optionsOf(own);
    const indexes = indexesOf(answerNode(own), options);
    return indexes ? [{ indexes, options: options.length }] : [];
  });
  return { base: baseOf(numbered), namesSingle: entries.some(namesSingle) };
}

const itemsOf = (found: readonly FoundQuestion[], context: Pick<JsonContext, 'base' | 'namesSingle'>, options: ReadOptions): Item[] =>
  found.map(({ node, type, chapter }) => ({
    place: placeAt(node.line, node.lastLine),
    outcome: readJsonQuestion(node, { ...context, type, chapter }, options),
  }));

/** Where a mistake is not within a question that says so itself, it is an item of its own. */
function faultItem({ faultLine }: JsonDocument, found: readonly FoundQuestion[], options: ReadOptions): Item[] {
  if (faultLine === null || found.some(({ node }) => !node.whole)) return [];
  const nothing = { id: '', section: '', topic: '', stem: '', explanation: '', basis: '', difficulty: null, score: null };
  const reason = error('not-well-formed', `第 ${faultLine} 行附近不是有效的 JSON，从这里起的内容没有读到。`);
  return [{ place: placeAt(faultLine), outcome: refusedAs(null, nothing, reason, options) }];
}
