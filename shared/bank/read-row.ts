import type { BlankQuestion, ChoiceQuestion, Question } from '../model/question.ts';
import { never } from '../never.ts';
import { alternatives, blankAnswers, choiceAnswer, judgeAnswer, judgementOf, lettersOf, withoutLabel } from './answer.ts';
import { difficultyOf, scoreOf, yesOrNo } from './cells.ts';
import type { Field } from './columns.ts';
import type { RowFields } from './grid.ts';
import type { Finding, ProblemCode } from './imported.ts';
import { letterOf, speakOfOthers, type PlacedOption } from './options.ts';
import { namedType, type NamedType } from './question-type.ts';
import { cleanStem, countBlanks, takeJudgement, takeLetters } from './stem.ts';

/** What a row gave: a question, perhaps with findings, or none with the errors that say why. */
export type RowReading =
  | { readonly kind: 'question'; readonly question: Question; readonly score: number | null; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

export interface RowContext {
  /** The type that the sheet's name or a heading row above announces. */
  readonly type: NamedType | null;
  /** The section for rows that name none; '' where the caller gave none. */
  readonly section: string;
}

/** Longest labels, in characters; packages carry no longer ones. */
const labels = [
  ['id', 100],
  ['section', 500],
  ['chapter', 500],
  ['topic', 500],
] as const;

/** Labels are keys: a line break in their cell is a space. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** Reads one row below a header as a question. Numbers, letters and answer marks come off; nothing is guessed silently. */
export function readRow(fields: RowFields, context: RowContext): RowReading {
  const stem = cleanStem(fields.text('stem'));
  if (stem.stem === '') return refuse('stem-missing', '缺少题干。');
  const long = labels.find(([field, most]) => oneLine(fields.text(field)).length > most);
  if (long) return refuse('cell-too-long', `“${shorten(fields.text(long[0]))}”超过 ${long[1]} 个字符。`);
  const typeCell = fields.text('type');
  const type = namedType(typeCell) ?? (typeCell === '' ? (stem.type ?? context.type ?? inferType(stem.stem, fields)) : null);
  if (type === 'case' || fields.text('parent') !== '') return refuse('type-unsupported', '暂不支持案例（材料）题，请拆成单独的试题。');
  if (type === null) return refuse('type-unknown', typeCell === '' ? '无法判断题型，请填写题型。' : `不认识的题型“${typeCell}”。`);
  switch (type) {
    case 'single':
    case 'multiple':
      return readChoice(type, stem.stem, stem.credit, fields, context);
    case 'judge':
      return readJudge(stem.stem, stem.credit, fields, context);
    case 'blank':
      return readBlank(stem.stem, stem.credit, fields, context);
    case 'short':
      return readShort(stem.stem, stem.credit, fields, context);
    default:
      return never(type);
  }
}

/** What the answer and options show where nothing names the type. */
function inferType(stem: string, fields: RowFields): NamedType | null {
  const { options } = fields;
  const answer = answerCell(fields);
  const sides = options.map((option) => judgementOf(option.text));
  if (options.length === 2 && sides.includes(true) && sides.includes(false)) return 'judge';
  if (options.length > 1) return (choiceAnswer(answer || takeLetters(stem).mark, options)?.length ?? 1) > 1 ? 'multiple' : 'single';
  if (judgeAnswer(answer || takeJudgement(stem).mark).value !== null) return 'judge';
  if (countBlanks(stem) > 0) return 'blank';
  return answer === '' ? null : 'short';
}

function readChoice(type: ChoiceQuestion['type'], stem: string, credit: string, fields: RowFields, context: RowContext): RowReading {
  const { options } = fields;
  if (options.length < 2) return refuse('options-missing', '选择题至少要有两个选项。');
  if (options.length > 12) return refuse('options-too-many', `选项有 ${options.length} 个，最多 12 个。`);
  const marked = takeLetters(stem);
  const cell = answerCell(fields) || marked.mark;
  if (cell === '') return refuse('answer-missing', '缺少正确答案。');
  const places = choiceAnswer(cell, options);
  if (!places) return refuse('answer-not-understood', `看不懂答案“${shorten(cell)}”。`);
  const beyond = places.filter((place) => !options.some((option) => option.place === place));
  if (beyond.length > 0) return refuse('answer-beyond-options', `答案 ${lettersOf(places)} 中的 ${lettersOf(beyond)} 没有对应的选项。`);
  const markIsAnswer = marked.mark !== '' && lettersOf(choiceAnswer(marked.mark, options) ?? []) === lettersOf(places);
  const texts = options.map((option) => option.text);
  const question: ChoiceQuestion = {
    ...common(markIsAnswer ? marked.stem : stem, credit, fields, context),
    type,
    options: texts,
    answer: places.map((place) => options.findIndex((option) => option.place === place)),
    shuffle: yesOrNo(fields.text('shuffle')) ?? !speakOfOthers(texts),
  };
  return accept(question, fields, gapFindings(options));
}

function readJudge(stem: string, credit: string, fields: RowFields, context: RowContext): RowReading {
  const marked = takeJudgement(stem);
  const cell = answerCell(fields) || marked.mark;
  if (cell === '') return refuse('answer-missing', '缺少正确答案。');
  const judged = judgeByOptions(cell, fields.options) ?? judgeAnswer(cell);
  if (judged.value === null) return refuse('answer-not-understood', `看不懂判断题的答案“${shorten(cell)}”，请填“正确”或“错误”。`);
  const shared = common(marked.mark === '' ? stem : marked.stem, credit, fields, context);
  const explanation = [shared.explanation, judged.remark].filter(Boolean).join('\n');
  return accept({ ...shared, explanation, type: 'judge', answer: judged.value }, fields, []);
}

/** A letter means its option: in some forms A is 错误. */
function judgeByOptions(cell: string, options: readonly PlacedOption[]): { value: boolean | null; remark: string } | null {
  if (options.length !== 2 || !/^\s*[A-Ba-bＡＢａｂ]\s*$/.test(cell)) return null;
  const place = choiceAnswer(cell, options)?.[0];
  const chosen = options.find((option) => option.place === place);
  return chosen ? { value: judgementOf(chosen.text), remark: '' } : null;
}

function readBlank(stem: string, credit: string, fields: RowFields, context: RowContext): RowReading {
  const blanks = countBlanks(stem);
  const inColumns = [...fields.answers, ...fields.options.map((option) => option.text)]
    .map(alternatives)
    .filter((accepted) => accepted.length > 0);
  const cell = fields.text('answer');
  const listed = cell === '' ? inColumns : blankAnswers(cell, blanks);
  if (listed.length === 0) return refuse('answer-missing', '填空题缺少答案。');
  const unordered = /无序|不分/.test(fields.text('blankOrder')) && listed.length > 1;
  const answer = unordered ? listed.map((own) => [...new Set([...own, ...listed.flat()])]) : listed;
  const question: BlankQuestion = { ...common(stem, credit, fields, context), type: 'blank', answer };
  const findings: Finding[] = [];
  if (blanks > 0 && blanks !== listed.length) findings.push(warn('blank-count', `题干有 ${blanks} 个空，答案有 ${listed.length} 个。`));
  if (unordered) findings.push(warn('blanks-unordered', '各空不分先后：每空填其中任何一个答案都算对。'));
  return accept(question, fields, findings);
}

function readShort(stem: string, credit: string, fields: RowFields, context: RowContext): RowReading {
  const answer = withoutLabel(fields.text('answer') || fields.answers.filter(Boolean).join('\n'));
  if (answer === '') return refuse('answer-missing', '缺少参考答案。');
  return accept({ ...common(stem, credit, fields, context), type: 'short', answer }, fields, []);
}

/** The answer as letters, marks or text, from whichever columns hold it. */
function answerCell(fields: RowFields): string {
  return fields.text('answer') || fields.answers.filter(Boolean).join(',') || lettersOf(fields.flagged);
}

/** 板块 is the section; 章节 and its likes stand in for it where the caller named none, and are the topic otherwise. */
function common(stem: string, credit: string, fields: RowFields, context: RowContext) {
  const label = (field: Field): string => oneLine(fields.text(field));
  const chapter = label('chapter');
  const section = label('section') || context.section || chapter;
  const topic = label('topic') || (section === chapter ? '' : chapter);
  const explanation = [fields.text('explanation'), credit].filter(Boolean).join('\n');
  const difficulty = difficultyOf(fields.text('difficulty')) ?? ('medium' as const);
  return { id: label('id'), section, topic, stem, explanation, basis: fields.text('basis'), difficulty };
}

function accept(question: Question, fields: RowFields, findings: readonly Finding[]): RowReading {
  const named = fields.text('difficulty');
  const unknown = difficultyOf(named) === null ? [warn('difficulty-unknown', `不认识的难度“${shorten(named)}”，按“中”处理。`)] : [];
  return { kind: 'question', question, score: scoreOf(fields.text('score')), findings: [...findings, ...unknown] };
}

function gapFindings(options: readonly PlacedOption[]): Finding[] {
  const gap = options.findIndex((option, n) => option.place !== n);
  return gap < 0 ? [] : [warn('option-gap', `选项 ${letterOf(gap)} 是空的，后面的选项已依次前移，答案随选项内容保留。`)];
}

const refuse = (code: ProblemCode, message: string): RowReading => ({ kind: 'refused', findings: [{ severity: 'error', code, message }] });
const warn = (code: ProblemCode, message: string): Finding => ({ severity: 'warning', code, message });
const shorten = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);
