import type { Finding } from '@shared/bank/imported.ts';
import type { ReadOptions } from '@shared/bank/reading.ts';
import { readNotes, type Carried } from '@shared/bank/standards/carried.ts';
import { acceptedTexts, explanationOf, mediaFinding, rightOptions, type WeighedAnswer } from '../answers.ts';
import { error, outcomeOf, refusedAs, type Outcome, type SketchBase } from '../outcome.ts';
import { looksLikeHtml, plainOf, tidy, type PlainText } from '../plain-text.ts';
import { childOf, childrenOf, descendantsOf, textOf, type XmlElement } from '../xml.ts';
import { clozeOf } from './cloze.ts';

/** What every kind of question has. */
export interface MoodleQuestion {
  readonly element: XmlElement;
  readonly sketch: SketchBase;
  readonly carried: Carried;
  readonly noticed: readonly Finding[];
}

export function moodleQuestion(element: XmlElement, category: { section: string; topic: string }): MoodleQuestion {
  const tags = descendantsOf(childOf(element, 'tags') ?? element, 'tag').map((tag) => textOf(tag).trim());
  const carried = readNotes(tags);
  const stem = fieldOf(childOf(element, 'questiontext'), 'kept');
  const general = fieldOf(childOf(element, 'generalfeedback'));
  const sketch = {
    id: textOf(childOf(element, 'idnumber')).trim(),
    section: category.section,
    topic: carried.topic || category.topic || carried.others.join('、'),
    stem: stem.text,
    explanation: general.text || carried.explanation,
    basis: carried.basis,
    difficulty: carried.difficulty,
    score: scoreOf(textOf(childOf(element, 'defaultgrade'))),
  };
  return { element, sketch, carried, noticed: mediaFinding(stem.media || hasFiles(element)) };
}

/** Reads a question by its type (docs.moodle.org/en/Moodle_XML_format); what our types cannot carry is refused. */
export function readMoodleQuestion(question: MoodleQuestion, options: ReadOptions): Outcome {
  const { element, sketch, noticed } = question;
  const type = element.attributes['type'] ?? '';
  switch (type) {
    case 'multichoice':
    case 'multichoiceset':
      return choiceOf(question, type, options);
    case 'truefalse':
      return judgeOf(question, options);
    case 'shortanswer':
      return blankOf(question, [answersOf(element, exactOf)], options);
    case 'cloze':
    case 'multianswer':
      return clozeQuestion(question, options);
    case 'essay': {
      const answer = fieldOf(childOf(element, 'graderinfo')).text;
      return outcomeOf({ ...sketch, type: 'short', answer }, noticed, options);
    }
    default:
      return refusedAs(
        null,
        sketch,
        error('type-unsupported', `不支持 Moodle 的${typeNames[type] ?? `“${type}”题型`}，请改成选择、判断、填空或简答题。`),
        options,
      );
  }
}

const typeNames: Readonly<Record<string, string>> = {
  matching: '匹配（连线）题',
  numerical: '数值题',
  calculated: '计算题',
  calculatedsimple: '计算题',
  calculatedmulti: '计算题',
  ddwtos: '拖放填空题',
  gapselect: '下拉选择题',
  ddimageortext: '看图拖放题',
  ddmarker: '看图标注题',
  randomsamatch: '随机匹配题',
  ordering: '排序题',
};

function choiceOf({ element, sketch, carried, noticed }: MoodleQuestion, type: string, options: ReadOptions): Outcome {
  const answers = answersOf(element);
  const kind = type === 'multichoiceset' || /^(?:false|0)$/.test(textOf(childOf(element, 'single')).trim()) ? 'multiple' : 'single';
  const share = type === 'multichoiceset' ? evenly(answers) : answers;
  const { right, findings } = rightOptions(kind, share);
  const fixed = /^(?:false|0)$/.test(textOf(childOf(element, 'shuffleanswers')).trim());
  const explanation = explanationOf(sketch.explanation, answers);
  const texts = answers.map(({ text }) => text);
  const shuffle = carried.shuffle ?? (fixed ? false : null);
  return outcomeOf({ ...sketch, explanation, type: kind, options: texts, right, shuffle }, [...noticed, ...findings], options);
}

/** All-or-nothing questions give each right option the whole mark. */
const evenly = (answers: readonly WeighedAnswer[]): WeighedAnswer[] => {
  const right = answers.filter(({ weight }) => weight > 0).length;
  return answers.map((answer) => ({ ...answer, weight: answer.weight > 0 ? 100 / right : answer.weight }));
};

function judgeOf({ element, sketch, noticed }: MoodleQuestion, options: ReadOptions): Outcome {
  const answers = answersOf(element);
  const right = answers.filter(({ weight }) => weight > 0).map(({ text }) => text.toLowerCase());
  const answer = right.length === 1 && /^(?:true|false)$/.test(right[0] ?? '') ? right[0] === 'true' : null;
  const said = [sketch.explanation, ...answers.map(({ feedback }) => feedback)].filter((text) => text !== '');
  return outcomeOf({ ...sketch, type: 'judge', answer, explanation: said.join('\n') }, noticed, options);
}

function blankOf(
  { sketch, carried, noticed }: MoodleQuestion,
  fields: readonly (readonly WeighedAnswer[])[],
  options: ReadOptions,
): Outcome {
  const read = fields.map(acceptedTexts);
  const answer = read.map(({ accepted }) => accepted);
  const explanation = explanationOf(sketch.explanation, fields.flat());
  const findings = [...noticed, ...read.flatMap((field) => field.findings)];
  return outcomeOf({ ...sketch, explanation, type: 'blank', answer, unordered: carried.unordered }, findings, options);
}

function clozeQuestion(question: MoodleQuestion, options: ReadOptions): Outcome {
  const { html, fields } = clozeOf(textOf(childOf(childOf(question.element, 'questiontext') ?? question.element, 'text')));
  const sketch = { ...question.sketch, stem: plainOf(html, 'kept').text };
  const answers = fields.map((field) => field.answers);
  if (answers.includes(null))
    return refusedAs(null, sketch, error('type-unsupported', '完形填空里有选择或数值的空，不支持；请改成单独的试题。'), options);
  return blankOf(
    { ...question, sketch },
    answers.filter((field) => field !== null),
    options,
  );
}

/** What is to be written in is plain text, whatever its format says. */
const exactOf = (element: XmlElement): PlainText => ({ text: tidy(textOf(childOf(element, 'text'))), media: false });

const answersOf = (element: XmlElement, read: (answer: XmlElement) => PlainText = fieldOf): WeighedAnswer[] =>
  childrenOf(element, 'answer').map((answer) => ({
    text: read(answer).text,
    weight: Number(answer.attributes['fraction'] ?? 0) || 0,
    feedback: fieldOf(childOf(answer, 'feedback')).text,
  }));

/** A text in the format that its element names. Old files name none. */
function fieldOf(element: XmlElement | null, emphasis: 'kept' | 'dropped' = 'dropped'): PlainText {
  const text = textOf(element ? childOf(element, 'text') : null);
  const format = element?.attributes['format'] ?? '';
  const html = format === 'html' || (!/^(?:plain_text|markdown)$/.test(format) && looksLikeHtml(text));
  return html ? plainOf(text, emphasis) : { text: tidy(text), media: false };
}

const hasFiles = (element: XmlElement): boolean => descendantsOf(element, 'file').length > 0;

function scoreOf(text: string): number | null {
  const score = Number(text.trim() || Number.NaN);
  return Number.isFinite(score) && score > 0 ? score : null;
}
