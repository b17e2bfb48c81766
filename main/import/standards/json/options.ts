import { splitOptions, stripLetters, type PlacedOption } from '@shared/bank/options.ts';
import { parseJson, type JsonArray, type JsonNode, type JsonObject, type JsonScalar } from './parse.ts';
import { fieldIn, foldedEntries, textOf } from './names.ts';

export interface JsonOptions {
  readonly options: readonly PlacedOption[];
  /** Places of the options that say themselves that they are right. */
  readonly flagged: readonly number[];
}

const none: JsonOptions = { options: [], flagged: [] };

/** The options of a question, whichever way it lists them. */
export function optionsOf(entries: ReadonlyMap<string, JsonNode>): JsonOptions {
  const node = optionsNode(entries);
  const read = node ? fromNode(node) : none;
  return read.options.length > 0
    ? { ...read, options: stripLetters(read.options) }
    : { options: stripLetters(lettered(entries)), flagged: [] };
}

/** `answers` holds the options where these are objects that say which is right; the `a` of {q, a, ans} holds them, too. */
export function optionsNode(entries: ReadonlyMap<string, JsonNode>): JsonNode | null {
  const named = fieldIn(entries, 'options');
  if (named && named.kind !== 'scalar') return named;
  const answers = entries.get('answers') ?? entries.get('answer');
  if (answers?.kind === 'array' && answers.items.some((item) => item.kind === 'object')) return answers;
  const short = entries.get('a');
  if (short?.kind === 'array' && (entries.has('ans') || entries.has('answer') || entries.has('r'))) return short;
  return named;
}

function fromNode(node: JsonNode): JsonOptions {
  if (node.kind === 'object') return { options: byLetter(node), flagged: [] };
  if (node.kind === 'array') return fromList(node.items);
  const text = typeof node.value === 'string' ? node.value.trim() : '';
  // Some programs keep a JSON text in a JSON text.
  const nested = /^[[{]\s*["{[]/.test(text) ? parseJson(text) : null;
  if (nested?.node && nested.faultLine === null && nested.node.kind !== 'scalar') return fromNode(nested.node);
  return text === '' ? none : { options: splitOptions(textOf(node)), flagged: [] };
}

/** {"A": "甲", "B": "乙"}, also with keys such as optionA, 选项A or 1. */
function byLetter(node: JsonObject): PlacedOption[] {
  const placed = [...node.entries].map(([key, value]) => ({ place: placeOf(key), text: textOf(value) }));
  if (placed.every(({ place }) => place !== null))
    return placed.map(({ place, text }) => ({ place: place ?? 0, text })).toSorted((one, other) => one.place - other.place);
  return placed.map(({ text }, place) => ({ place, text }));
}

/** The place that a key or label names: A, optionA, option_a, 选项A, 选项1. */
function placeOf(key: string): number | null {
  const [, letter, digit] =
    /^(?:选项|选择项|option|opt|choice|item|answer)?[\s_.-]*(?:([a-l])|(\d{1,2}))[.、．)）:：]?$/i.exec(key.normalize('NFKC').trim()) ?? [];
  if (letter) return letter.toLowerCase().charCodeAt(0) - 97;
  return digit ? Math.max(0, Number(digit) - 1) : null;
}

const contentKeys = [
  'content',
  'text',
  'value',
  'optioncontent',
  'optiontext',
  'optionvalue',
  'optiondesc',
  'optiontitle',
  'itemcontent',
  'itemname',
  'itemtext',
  '内容',
  '选项内容',
  'title',
  'body',
  'desc',
  'description',
  'label',
  'option',
  'name',
  'optionname',
  'answer',
  'answertext',
];
const labelKeys = [
  'label',
  'key',
  'letter',
  'optionkey',
  'optionlabel',
  'optionname',
  'optionno',
  'optioncode',
  'optiontag',
  'prefix',
  'tag',
  'no',
  'code',
  'mark',
  'name',
  'value',
  'id',
  'option',
  '选项',
  '序号',
  'itemno',
  'title',
  'index',
];
const flagKeys = [
  'isright',
  'iscorrect',
  'isanswer',
  'correct',
  'right',
  'istrue',
  'isok',
  'rightflag',
  'answerflag',
  'checked',
  'selected',
  '是否正确',
  '正确',
  'score',
  'weight',
  'fraction',
];

interface ReadOption extends PlacedOption {
  readonly right: boolean;
}

/** A list of texts, of pairs [text, right], or of objects with a label, a content and perhaps a flag. */
function fromList(items: readonly JsonNode[]): JsonOptions {
  const read = items.map((item, place) => (item.kind === 'object' ? fromItem(item, place) : fromPlain(item, place)));
  const places = read.map(({ place }) => place);
  const own = new Set(places).size === places.length ? read : read.map((option, place) => ({ ...option, place }));
  return { options: own.map(({ place, text }) => ({ place, text })), flagged: own.filter(({ right }) => right).map(({ place }) => place) };
}

function fromPlain(item: JsonArray | JsonScalar, place: number): ReadOption {
  const [text, flag] = item.kind === 'array' && item.items.length === 2 ? item.items : [item];
  const isPair = flag?.kind === 'scalar' && typeof flag.value === 'boolean';
  return { place, text: textOf(isPair ? text : item), right: isPair && flag.value };
}

function fromItem(item: JsonObject, position: number): ReadOption {
  const entries = foldedEntries(item);
  if (entries.size === 1) return single(item, position);
  const label = labelKeys.map((key) => ({ key, place: labelPlace(textOf(entries.get(key))) })).find(({ place }) => place !== null);
  const content =
    contentKeys
      .filter((key) => key !== label?.key)
      .map((key) => textOf(entries.get(key)))
      .find((text) => text !== '') ?? '';
  return { place: label?.place ?? position, text: content, right: flagKeys.some((key) => isFlag(entries.get(key))) };
}

/** [{"A": "甲"}, {"B": "乙"}] */
function single(item: JsonObject, position: number): ReadOption {
  const [[key, value] = ['', null]] = item.entries;
  return { place: labelPlace(key) ?? position, text: textOf(value), right: false };
}

const labelPlace = (text: string): number | null => (/^[A-La-l][.、．)）:：]?$/.test(text.normalize('NFKC').trim()) ? placeOf(text) : null);

const isFlag = (node: JsonNode | undefined): boolean =>
  node?.kind === 'scalar' &&
  (typeof node.value === 'number' ? node.value > 0 : /^(?:1|true|是|y|yes|√|right|correct)$/i.test(String(node.value ?? '').trim()));

/** {"题干": …, "A": "甲", "optionB": "乙"} */
function lettered(entries: ReadonlyMap<string, JsonNode>): PlacedOption[] {
  const found = [...entries].flatMap(([key, value]) => {
    const [, letter] = /^(?:选项|选择项|option|opt|choice|item|答案选项)?([a-l])$/.exec(key) ?? [];
    const digit = /^(?:选项|option|opt|choice)(\d{1,2})$/.exec(key)?.[1];
    const place = letter ? letter.charCodeAt(0) - 97 : digit ? Number(digit) - 1 : null;
    const text = textOf(value);
    return place === null || place < 0 || text === '' || value.kind !== 'scalar' ? [] : [{ place, text }];
  });
  // A lone "a" is an answer, and option0 shows that numbers begin at nothing.
  const sorted = found.toSorted((one, other) => one.place - other.place);
  return sorted.length > 1 ? sorted : [];
}
