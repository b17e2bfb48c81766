import { lettersOf } from '@shared/bank/answer.ts';
import type { PlacedOption } from '@shared/bank/options.ts';
import { fieldIn, textOf } from './names.ts';
import { optionsNode } from './options.ts';
import { parseJson, type JsonNode } from './parse.ts';

/** From which number the options are counted where an answer is a number: 0, 1, or null where the file does not show it. */
export type IndexBase = 0 | 1 | null;

/** The node of the answer, which is not the one that turned out to hold the options. */
export function answerNode(entries: ReadonlyMap<string, JsonNode>): JsonNode | null {
  const options = optionsNode(entries);
  const rest = options ? new Map([...entries].filter(([, node]) => node !== options)) : entries;
  const named = fieldIn(rest, 'answer');
  if (named) return unpacked(named);
  const short = rest.get('a') ?? rest.get('r');
  return short && (short.kind !== 'scalar' || short.value !== '') ? short : null;
}

/** Some programs keep a JSON text in a JSON text: "[\"A\",\"C\"]". */
function unpacked(node: JsonNode): JsonNode {
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || !/^\s*\[\s*["\d[]/.test(node.value)) return node;
  const inner = parseJson(node.value);
  return inner.faultLine === null && inner.node?.kind === 'array' ? inner.node : node;
}

/** The numbers by which an answer names options, or null where it names them otherwise. A text that is an option is no number. */
export function indexesOf(node: JsonNode | null, options: readonly PlacedOption[]): readonly number[] | null {
  if (!node || options.length < 2) return null;
  if (node.kind === 'object') return null;
  const scalars = node.kind === 'array' ? node.items : [node];
  const numbers = scalars.map((item) => indexOf(item, options));
  return numbers.length > 0 && numbers.every((number) => number !== null) ? numbers.map((number) => number ?? 0) : null;
}

function indexOf(node: JsonNode, options: readonly PlacedOption[]): number | null {
  if (node.kind !== 'scalar') return null;
  if (typeof node.value === 'number') return Number.isInteger(node.value) ? node.value : null;
  if (typeof node.value !== 'string' || !/^\d{1,2}$/.test(node.value.trim())) return null;
  return options.some(({ text }) => text === String(node.value).trim()) ? null : Number(node.value);
}

/** Over all questions of a file: a 0 shows that counting begins at 0, the number of the options that it begins at 1. */
export function baseOf(answers: readonly { readonly indexes: readonly number[]; readonly options: number }[]): IndexBase {
  const zero = answers.some(({ indexes }) => indexes.includes(0));
  const last = answers.some(({ indexes, options }) => indexes.includes(options));
  if (zero === last) return null;
  return zero ? 0 : 1;
}

export const lettersAt = (indexes: readonly number[], base: 0 | 1): string =>
  lettersOf(indexes.map((index) => index - base).filter((place) => place >= 0));

/** What an answer says, in the words that cells of workbooks use: letters, texts of options, 对 and 错; several blanks apart. */
export function answerTexts(node: JsonNode | null): { readonly cell: string; readonly blanks: readonly string[] } {
  if (!node || node.kind === 'object') return { cell: '', blanks: [] };
  if (node.kind === 'scalar') return { cell: typeof node.value === 'boolean' ? (node.value ? '对' : '错') : textOf(node), blanks: [] };
  const texts = node.items.map((item) =>
    item.kind === 'array' ? item.items.map((inner) => textOf(inner)).join('|') : answerTexts(item).cell,
  );
  return { cell: texts.join('$;$'), blanks: texts };
}
