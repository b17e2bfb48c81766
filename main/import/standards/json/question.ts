import { difficultyOf, scoreOf } from '@shared/bank/cells.ts';
import type { Field } from '@shared/bank/columns.ts';
import type { RowFields } from '@shared/bank/grid.ts';
import type { ReadOptions } from '@shared/bank/reading.ts';
import { namedType, type NamedType } from '@shared/bank/question-type.ts';
import { oneLine, readRow } from '@shared/bank/read-row.ts';
import { cleanStem } from '@shared/bank/stem.ts';
import type { CaseQuestion, SimpleQuestion } from '@shared/model/question.ts';
import { error, refusedAs, type Outcome } from '../outcome.ts';
import { answerNode, answerTexts, indexesOf, lettersAt, type IndexBase } from './answer.ts';
import { fieldIn, foldedEntries, textOf } from './names.ts';
import { optionsOf } from './options.ts';
import type { JsonNode, JsonObject } from './parse.ts';

/** What the file as a whole shows, and the lists around a question. */
export interface JsonContext {
  readonly base: IndexBase;
  /** Whether single choices are called so; then multiple_choice means several answers, and else any choice. */
  readonly namesSingle: boolean;
  readonly type: NamedType | null;
  readonly chapter: string;
}

/** Reads an object that looks like a question. */
export function readJsonQuestion(node: JsonObject, context: JsonContext, options: ReadOptions): Outcome {
  const entries = foldedEntries(node);
  const sketch = { ...nothing, stem: stemOf(entries) };
  if (!node.whole)
    return refusedAs(null, sketch, error('not-well-formed', '这道题没有写完整：文件可能没有下载完，或括号、引号没有配对。'), options);
  if (hasLongText(node, options.longestCell))
    return refusedAs(null, sketch, error('cell-too-long', `有一段文字超过 ${options.longestCell} 个字符。`), options);
  const parts = partsOf(entries);
  return parts.length > 0 ? readCase(entries, parts, context, options) : readSimple(entries, context, options);
}

const nothing = { id: '', section: '', topic: '', stem: '', explanation: '', basis: '', difficulty: null, score: null };

export const stemOf = (entries: ReadonlyMap<string, JsonNode>): string =>
  textOf(fieldIn(entries, 'stem'), 'kept') || textOf(fieldIn(entries, 'looseStem'), 'kept');

/** Questions on one text: objects with a stem of their own under a key such as children. */
export function partsOf(entries: ReadonlyMap<string, JsonNode>): JsonObject[] {
  const node = fieldIn(entries, 'parts');
  if (node?.kind !== 'array' || stemOf(entries) === '') return [];
  return node.items.filter((item) => item.kind === 'object').filter((item) => stemOf(foldedEntries(item)) !== '');
}

function readSimple(entries: ReadonlyMap<string, JsonNode>, context: JsonContext, options: ReadOptions): Outcome {
  const { fields, unclear } = fieldsOf(entries, context);
  const reading = readRow(fields, { type: context.type, section: options.section, chapter: context.chapter, key: '' });
  if (!unclear || (reading.kind === 'question' && reading.question.type === 'judge')) return reading;
  const sketch = { ...nothing, stem: stemOf(entries) };
  return refusedAs(
    null,
    sketch,
    error('answer-not-understood', `答案是数字 ${unclear.join('、')}，文件没有表明选项从 0 还是从 1 数起。`),
    options,
  );
}

/** `unclear`: numbers that may mean this or the next option. */
function fieldsOf(entries: ReadonlyMap<string, JsonNode>, context: JsonContext): { fields: RowFields; unclear: readonly number[] | null } {
  const { options, flagged } = optionsOf(entries);
  const node = answerNode(entries);
  const indexes = indexesOf(node, options);
  const { cell, blanks } = answerTexts(node);
  const answer = indexes && context.base !== null ? lettersAt(indexes, context.base) : cell;
  const texts = new Map<Field, string>([
    ['stem', stemOf(entries)],
    ['type', typeOf(entries, context)],
    ['answer', options.length < 2 && blanks.length > 1 ? '' : answer],
    ['id', idOf(entries)],
    ['difficulty', textOf(fieldIn(entries, 'difficulty')).replace(/^\d+(?:\.\d+)?$/, '')],
  ]);
  const text = (field: Field): string => texts.get(field) ?? textOf(fieldIn(entries, field));
  return {
    fields: { text, options, answers: options.length < 2 ? blanks : [], flagged },
    unclear: context.base === null && indexes ? indexes : null,
  };
}

/** A running number is no id: every list begins at 1 again. */
function idOf(entries: ReadonlyMap<string, JsonNode>): string {
  const loose = textOf(fieldIn(entries, 'looseId'));
  return textOf(fieldIn(entries, 'id')) || (/^\d{1,6}$/.test(loose) ? '' : loose);
}

const codes: readonly (readonly [RegExp, string])[] = [
  [/^(?:radio|danxuan|sc|one|single.*)$/, '单选题'],
  [/^(?:checkbox|duoxuan|multi|mc|many|multiple|multiple(?:select|answers?|selection)|mr)$/, '多选题'],
  [/^(?:judge.*|judg(?:e)?ment|panduan|tf|bool|boolean|true-?false.*|yesno)$/, '判断题'],
  [/^(?:fill.*|tiankong|completion|cloze|blank.*|gap.*)$/, '填空题'],
  [/^(?:qa|essay.*|jianda|subjective|short.*|text|textarea|open.*)$/, '简答题'],
];

/** The type as a cell of a workbook would name it; '' where it is a number or a code of the program that says nothing to us. */
function typeOf(entries: ReadonlyMap<string, JsonNode>, { namesSingle }: JsonContext): string {
  const named = textOf(fieldIn(entries, 'type'));
  const plain = named.normalize('NFKC').toLowerCase().replace(/[\s_]/g, '');
  if (/^(?:选择题?|客观题?)$/.test(plain) || (/^(?:mcq|multiple-?choices?(?:question)?|multi-?choices?)$/.test(plain) && !namesSingle))
    return '';
  const known = codes.find(([code]) => code.test(plain))?.[1];
  if (known) return known;
  return namedType(named) || /\p{Script=Han}/u.test(named) ? named : '';
}

export const namesSingle = (entries: ReadonlyMap<string, JsonNode>): boolean =>
  /^(?:single|radio|danxuan|sc$|单选|单项)/i.test(textOf(fieldIn(entries, 'type')));

function readCase(
  entries: ReadonlyMap<string, JsonNode>,
  nodes: readonly JsonObject[],
  context: JsonContext,
  options: ReadOptions,
): Outcome {
  const base = caseBase(entries, context, options);
  const read = nodes.map((node) => readJsonQuestion(node, { ...context, type: null, chapter: '' }, options));
  const parts = read.flatMap((part) => (part.kind === 'question' && part.question.type !== 'case' ? [part.question] : []));
  const findings = read.flatMap((part) => part.findings);
  if (parts.length < nodes.length) {
    const reason = error('parts-missing', `案例有 ${nodes.length} 道小题，读出 ${parts.length} 道。`);
    return { ...refusedAs('case', { ...base, score: null }, reason, options), findings: [reason, ...findings] };
  }
  const scores = read.flatMap((part) => (part.kind === 'question' && part.score !== null ? [part.score] : []));
  const weights = scores.length === parts.length ? scores : parts.map(() => 1);
  const question: CaseQuestion = { ...base, type: 'case', parts: parts.map((part, place) => asPart(part, place, base)), weights };
  return { kind: 'question', question, score: scoreOf(textOf(fieldIn(entries, 'score'))), findings };
}

type CaseBase = Omit<CaseQuestion, 'type' | 'parts' | 'weights'>;

function caseBase(entries: ReadonlyMap<string, JsonNode>, { chapter }: JsonContext, { section }: ReadOptions): CaseBase {
  const text = (field: string): string => textOf(fieldIn(entries, field));
  const own = oneLine(text('section')) || section;
  const within = oneLine(text('chapter')) || chapter;
  return {
    id: idOf(entries),
    section: own || within,
    topic: oneLine(text('topic')) || (own === '' ? '' : within),
    stem: cleanStem(stemOf(entries)).stem,
    explanation: text('explanation'),
    basis: text('basis'),
    difficulty: difficultyOf(text('difficulty')) ?? 'medium',
  };
}

const asPart = (part: SimpleQuestion, place: number, { id, section, topic, basis, difficulty }: CaseBase): SimpleQuestion => ({
  ...part,
  id: id === '' ? '' : `${id}/${place + 1}`,
  section,
  topic,
  basis,
  difficulty,
});

const hasLongText = (node: JsonNode, longest: number): boolean => {
  if (node.kind === 'scalar') return typeof node.value === 'string' && node.value.length > longest;
  const inner = node.kind === 'array' ? node.items : [...node.entries.values()];
  return inner.some((child) => hasLongText(child, longest));
};
