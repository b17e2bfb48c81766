import type { BlankQuestion, ChoiceQuestion, SimpleQuestion } from '../model/question.ts';
import { never } from '../never.ts';
import { alternatives, blankAnswers, choiceAnswer, judgeAnswer, judgementOf, lettersOf, withoutLabel } from './answer.ts';
import { difficultyOf, draftDifficulty, scoreOf, yesOrNo } from './cells.ts';
import type { Field } from './columns.ts';
import type { RowFields } from './grid.ts';
import type { Draft, Finding, ProblemCode } from './imported.ts';
import { inferType, isDigit, isMarkAlone, type PartType, type Shown } from './infer-type.ts';
import { letterOf, speakOfOthers, textsByPlace, type PlacedOption } from './options.ts';
import { namedType, partType, type NamedType } from './question-type.ts';
import { cleanStem, countBlanks, takeJudgement, takeLetters } from './stem.ts';

/** What a row gave: a question, perhaps with findings, or none with the errors that say why and with what was understood. */
export type RowReading =
  | { readonly kind: 'question'; readonly question: SimpleQuestion; readonly score: number | null; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[]; readonly draft: Draft };

export interface RowContext {
  /** The type that the sheet's name or a heading row above announces. */
  readonly type: NamedType | null;
  /** The section for rows that name none; '' where the caller gave none. */
  readonly section: string;
  /** The chapter that a heading row above names; '' where none does. */
  readonly chapter: string;
  /** The answer that a key holds for the row, for rows that have none of their own; '' where there is none. */
  readonly key: string;
}

/** Longest labels, in characters; packages carry no longer ones. */
const labels = [
  ['id', 100],
  ['section', 500],
  ['chapter', 500],
  ['topic', 500],
] as const;

/** Labels are keys: a line break in their cell is a space. */
export const oneLine = (text: string): string => (/\s|\p{Cc}/u.test(text) ? text.replace(/[\s\p{Cc}]+/gu, ' ').trim() : text);

/** Reads one row below a header as a question. Numbers, letters and answer marks come off; nothing is guessed silently. */
export const readRow = (fields: RowFields, context: RowContext): RowReading => read(fields, context, readLoneCase);

/** Reads one row as a part of a case: 案例分析（单选） names the type of the part. */
export const readPart = (fields: RowFields, context: RowContext): RowReading =>
  read(fields, context, (row, named) => readAs(named ?? inferType(shownBy(row)), row));

function read(fields: RowFields, context: RowContext, readCase: (row: Row, named: PartType | null) => RowReading): RowReading {
  const row = { ...context, fields, stem: '', credit: '', answer: answerCell(fields) || context.key };
  const stem = cleanStem(fields.text('stem'));
  if (stem.stem === '') return refuse(row, null, 'stem-missing', '缺少题干。');
  const cleaned: Row = { ...row, stem: stem.stem, credit: stem.credit };
  const long = tooLongLabel(fields);
  if (long) return refuse(cleaned, null, 'cell-too-long', long);
  const typeCell = fields.text('type');
  // A number or a foreign word is a code of the platform that the file came from; what it means shows in the row.
  const isNamed = /\p{Script=Han}/u.test(typeCell) || namedType(typeCell) !== null;
  const type = isNamed ? namedType(typeCell) : (stem.type ?? context.type);
  if (isNamed && type === null) return refuse(cleaned, null, 'type-unknown', `不认识的题型“${shorten(typeCell)}”。`);
  if (type === 'case') return readCase(cleaned, partType(typeCell));
  const shown = shownBy(cleaned);
  if (type === null && isMarkAlone(shown))
    return refuse(cleaned, null, 'options-missing', '答案是选项的字母，却没有选项；如果是判断题，请填写题型。');
  const inferred = type ?? inferType(shown);
  // What a code means shows in options, or in an answer of 对 or 错; elsewhere it may be anything.
  const isPlain = typeCell === '' || isNamed || cleaned.fields.options.length > 1 || (inferred === 'judge' && !isDigit(cleaned.answer));
  if (!isPlain) return refuse(cleaned, null, 'type-unknown', `题型写的是代号“${typeCell}”，请填写题型名称。`);
  return readAs(inferred, cleaned);
}

const shownBy = ({ stem, answer, fields: { options } }: Row): Shown => ({ stem, answer, options });

/** What the readers of the types share. */
interface Row extends RowContext {
  readonly fields: RowFields;
  readonly stem: string;
  readonly credit: string;
  /** As the source has it, from whichever columns hold it. */
  readonly answer: string;
}

function readAs(type: PartType | null, row: Row): RowReading {
  switch (type) {
    case null:
      return refuse(row, null, 'type-unknown', '无法判断题型，请填写题型。');
    case 'single':
    case 'multiple':
      return readChoice(type, row);
    case 'judge':
      return readJudge(row);
    case 'blank':
      return readBlank(row);
    case 'short':
      return readShort(row);
    default:
      return never(type);
  }
}

/** A case in one row has text and question in one: it is read as what its answer shows, and it is said. */
function readLoneCase(row: Row, named: PartType | null): RowReading {
  const type = named ?? inferType(shownBy(row));
  if (type === null) return refuse(row, 'case', 'parts-missing', '案例（材料）题下面没有小题，也没有答案。');
  const reading = readAs(type, row);
  if (reading.kind === 'refused') return { ...reading, draft: { ...reading.draft, type } };
  const finding = warn('case-without-parts', `案例（材料）题没有小题，按${typeLabels[type]}读取，请核对。`);
  return { ...reading, findings: [finding, ...reading.findings] };
}

const typeLabels: Readonly<Record<PartType, string>> = {
  single: '单选题',
  multiple: '多选题',
  judge: '判断题',
  blank: '填空题',
  short: '简答题',
};

function readChoice(type: ChoiceQuestion['type'], row: Row): RowReading {
  const { options } = row.fields;
  if (options.length < 2) return refuse(row, type, 'options-missing', '选择题至少要有两个选项。');
  if (options.length > 12) return refuse(row, type, 'options-too-many', `选项有 ${options.length} 个，最多 12 个。`);
  const marked = takeLetters(row.stem);
  const cell = row.answer || marked.mark;
  if (cell === '') return refuse(row, type, 'answer-missing', '缺少正确答案。');
  const places = choiceAnswer(cell, options);
  if (!places) return refuse(row, type, 'answer-not-understood', `看不懂答案“${shorten(cell)}”。`);
  const beyond = places.filter((place) => !options.some((option) => option.place === place));
  if (beyond.length > 0) {
    return refuse(row, type, 'answer-beyond-options', `答案 ${lettersOf(places)} 中的 ${lettersOf(beyond)} 没有对应的选项。`);
  }
  const markIsAnswer = marked.mark !== '' && lettersOf(choiceAnswer(marked.mark, options) ?? []) === lettersOf(places);
  const texts = options.map((option) => option.text);
  const question: ChoiceQuestion = {
    ...common(markIsAnswer ? { ...row, stem: marked.stem } : row),
    type,
    options: texts,
    answer: places.map((place) => options.findIndex((option) => option.place === place)),
    shuffle: yesOrNo(row.fields.text('shuffle')) ?? !speakOfOthers(texts),
  };
  return accept(question, row, gapFindings(options));
}

function readJudge(row: Row): RowReading {
  const marked = takeJudgement(row.stem);
  const cell = row.answer || marked.mark;
  if (cell === '') return refuse(row, 'judge', 'answer-missing', '缺少正确答案。');
  const judged = judgeByOptions(cell, row.fields.options) ?? judgeAnswer(cell);
  if (judged.value === null) {
    return refuse(row, 'judge', 'answer-not-understood', `看不懂判断题的答案“${shorten(cell)}”，请填“正确”或“错误”。`);
  }
  const shared = common(marked.mark === '' ? row : { ...row, stem: marked.stem });
  const explanation = [shared.explanation, judged.remark].filter(Boolean).join('\n');
  return accept({ ...shared, explanation, type: 'judge', answer: judged.value }, row, []);
}

/** A letter means its option: in some forms A is 错误, in others 无 fills the places of C and D. */
function judgeByOptions(cell: string, options: readonly PlacedOption[]): { value: boolean | null; remark: string } | null {
  if (options.length < 2 || !/^\s*[A-Ba-bＡＢａｂ]\s*$/.test(cell)) return null;
  const place = choiceAnswer(cell, options)?.[0];
  const chosen = options.find((option) => option.place === place);
  return chosen ? { value: judgementOf(chosen.text), remark: '' } : null;
}

function readBlank(row: Row): RowReading {
  const { fields } = row;
  const blanks = countBlanks(row.stem);
  const inColumns = [...fields.answers, ...fields.options.map((option) => option.text)]
    .map(alternatives)
    .filter((accepted) => accepted.length > 0);
  const cell = fields.text('answer') || (inColumns.length === 0 ? row.answer : '');
  if (namesOptions(cell, fields.options)) return readChosen(cell, row);
  const answer = cell === '' ? inColumns : blankAnswers(cell, blanks);
  if (answer.length === 0) return refuse(row, 'blank', 'answer-missing', '填空题缺少答案。');
  const unordered = /无序|不分|任意/.test(fields.text('blankOrder')) && answer.length > 1;
  const question: BlankQuestion = { ...common(row), type: 'blank', answer, ...(unordered ? { unordered } : {}) };
  return accept(question, row, blankFindings(blanks, answer.length));
}

const blankFindings = (blanks: number, answers: number): Finding[] =>
  blanks > 0 && blanks !== answers ? [warn('blank-count', `题干有 ${blanks} 个空，答案有 ${answers} 个。`)] : [];

/** Letters that name options are not what is to be written. */
const namesOptions = (cell: string, options: readonly PlacedOption[]): boolean =>
  options.length > 0 &&
  /^[A-L](?:[\s,，、;；|]*[A-L])*$/.test(cell) &&
  (choiceAnswer(cell, options) ?? []).every((place) => options.some((option) => option.place === place));

/** A blank whose words are given to choose from is a choice; where only the right words are given, it is a blank. */
function readChosen(cell: string, row: Row): RowReading {
  const { options } = row.fields;
  const places = choiceAnswer(cell, options) ?? [];
  if (options.length > places.length) return readChoice(places.length > 1 ? 'multiple' : 'single', row);
  const answer = options.map((option) => alternatives(option.text));
  return accept({ ...common(row), type: 'blank', answer }, row, blankFindings(countBlanks(row.stem), answer.length));
}

function readShort(row: Row): RowReading {
  const { fields } = row;
  const answer = withoutLabel(fields.text('answer') || fields.answers.filter(Boolean).join('\n') || row.key);
  if (answer === '') return refuse(row, 'short', 'answer-missing', '缺少参考答案。');
  return accept({ ...common(row), type: 'short', answer }, row, []);
}

/** The answer as letters, marks or text, from whichever columns hold it. */
function answerCell(fields: RowFields): string {
  return fields.text('answer') || fields.answers.filter(Boolean).join(',') || lettersOf(fields.flagged);
}

/** 板块 is the section; 章节 and its likes stand in for it where the caller named none, and are the topic otherwise. */
export function labelsOf(fields: RowFields, context: RowContext): { readonly section: string; readonly topic: string } {
  const label = (field: Field): string => oneLine(fields.text(field));
  const chapter = label('chapter') || context.chapter;
  const section = label('section') || context.section || chapter;
  return { section, topic: label('topic') || (section === chapter ? '' : chapter) };
}

function common(row: Row) {
  const { fields, stem, credit } = row;
  const explanation = [fields.text('explanation'), credit].filter(Boolean).join('\n');
  const difficulty = difficultyOf(fields.text('difficulty')) ?? ('medium' as const);
  return { id: oneLine(fields.text('id')), ...labelsOf(fields, row), stem, explanation, basis: fields.text('basis'), difficulty };
}

function accept(question: SimpleQuestion, { fields }: Row, findings: readonly Finding[]): RowReading {
  const named = fields.text('difficulty');
  const unknown = difficultyOf(named) === null ? [warn('difficulty-unknown', `不认识的难度“${shorten(named)}”，按“中”处理。`)] : [];
  return { kind: 'question', question, score: scoreOf(fields.text('score')), findings: [...findings, ...unknown] };
}

function tooLongLabel(fields: RowFields): string | null {
  const long = labels.find(([field, most]) => fields.text(field).length > most && oneLine(fields.text(field)).length > most);
  return long ? `“${shorten(fields.text(long[0]))}”超过 ${long[1]} 个字符。` : null;
}

function gapFindings(options: readonly PlacedOption[]): Finding[] {
  const gap = options.findIndex((option, n) => option.place !== n);
  return gap < 0 ? [] : [warn('option-gap', `选项 ${letterOf(gap)} 是空的，后面的选项已依次前移，答案随选项内容保留。`)];
}

/** What was understood of a row that is no question. */
export function draftOf(fields: RowFields, context: RowContext, type: NamedType | null): Draft {
  return {
    type: type ?? namedType(fields.text('type')) ?? context.type,
    stem: cleanStem(fields.text('stem')).stem,
    options: textsByPlace(fields.options),
    answer: answerCell(fields) || context.key,
    explanation: fields.text('explanation'),
    basis: fields.text('basis'),
    ...labelsOf(fields, context),
    ...draftDifficulty(fields.text('difficulty')),
  };
}

function refuse(row: Row, type: NamedType | null, code: ProblemCode, message: string): RowReading {
  return { kind: 'refused', findings: [{ severity: 'error', code, message }], draft: draftOf(row.fields, row, type) };
}

const warn = (code: ProblemCode, message: string): Finding => ({ severity: 'warning', code, message });
const shorten = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);
