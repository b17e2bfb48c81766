import type { BlankQuestion, CaseQuestion, ChoiceQuestion, Question, SimpleQuestion } from '../../model/question.ts';
import { withoutEmphasis } from '../emphasis.ts';
import { countBlanks } from '../stem.ts';
import { never } from '../../never.ts';
import { categoryOf, notesOf } from './carried.ts';
import { fractionsOf } from './fractions.ts';
import { carriedText, escapeXml, htmlOf, htmlOfStem } from './html.ts';

/**
 * Questions as Moodle XML (docs.moodle.org/en/Moodle_XML_format). Sections are categories, ids are id numbers, 知识点,
 * 依据 and 难度 are tags; several blanks are one cloze question, and a case is a description before its parts.
 *
 * Not carried: the score; control characters; white space at the ends of lines; which kind of space; a section called
 * `top` or `$…$`, or with a / at its ends or doubled. Moodle itself cuts tags after 255 characters.
 */
export function moodleOf(questions: readonly Question[]): string {
  const lines: string[] = [];
  let section: string | null = null;
  for (const question of questions) {
    if (question.section !== section) lines.push(categoryElement(question.section));
    section = question.section;
    lines.push(...(question.type === 'case' ? caseElements(question) : [simpleElement(question, null)]));
  }
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<quiz>', ...lines, '</quiz>', ''].join('\n');
}

const categoryElement = (section: string): string =>
  `<question type="category"><category><text>${escapeXml(categoryOf(section))}</text></category></question>`;

function caseElements(question: CaseQuestion): string[] {
  const description = element('description', question, htmlOfStem(question.stem), 0, []);
  return [description, ...question.parts.map((part, place) => simpleElement(part, question.weights[place] ?? 1))];
}

/** Without a grade, Moodle gives the question one point, and we do not take it for a score when it comes back. */
function simpleElement(question: SimpleQuestion, grade: number | null): string {
  const html = htmlOfStem(question.stem);
  switch (question.type) {
    case 'single':
    case 'multiple':
      return element('multichoice', question, html, grade, choiceLines(question));
    case 'judge':
      return element('truefalse', question, html, grade, [
        answerElement(question.answer ? '100' : '0', 'true'),
        answerElement(question.answer ? '0' : '100', 'false'),
      ]);
    case 'blank':
      return question.answer.length === 1 && !question.unordered
        ? element('shortanswer', question, html, grade, shortAnswerLines(question))
        : element('cloze', question, clozeHtml(question), grade, []);
    case 'short':
      return element('essay', question, html, grade, [textElement('graderinfo', htmlOf(question.answer))]);
    default:
      return never(question);
  }
}

function element(type: string, question: Question, html: string, grade: number | null, lines: readonly string[]): string {
  return [
    `<question type="${type}">`,
    `<name><text>${escapeXml(nameOf(question))}</text></name>`,
    textElement('questiontext', html),
    textElement('generalfeedback', htmlOf(question.explanation)),
    ...(grade === null ? [] : [`<defaultgrade>${grade}</defaultgrade>`]),
    `<idnumber>${escapeXml(carriedText(question.id))}</idnumber>`,
    ...lines,
    tagsElement(notesOf(question)),
    '</question>',
  ].join('\n');
}

/** How lists in Moodle show the question: the beginning of its stem. */
const nameOf = (question: Question): string => {
  const text = carriedText(withoutEmphasis(question.stem)).replaceAll(/\s+/g, ' ');
  return Array.from(text).slice(0, 40).join('');
};

const textElement = (name: string, html: string): string => `<${name} format="html"><text>${cdata(html)}</text></${name}>`;

/** The end of a CDATA section may not stand inside one. */
const cdata = (html: string): string => (html === '' ? '' : `<![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`);

const tagsElement = (tags: readonly string[]): string =>
  tags.length === 0 ? '<tags></tags>' : `<tags>${tags.map((tag) => `<tag><text>${escapeXml(tag)}</text></tag>`).join('')}</tags>`;

const answerElement = (fraction: string, text: string): string =>
  `<answer fraction="${fraction}" format="moodle_auto_format"><text>${escapeXml(text)}</text></answer>`;

function choiceLines({ type, options, answer, shuffle }: ChoiceQuestion): string[] {
  const fractions =
    type === 'multiple' ? fractionsOf(options.length, answer) : options.map((_, place) => (answer.includes(place) ? '100' : '0'));
  return [
    `<single>${type === 'single'}</single>`,
    `<shuffleanswers>${shuffle}</shuffleanswers>`,
    '<answernumbering>ABCD</answernumbering>',
    ...options.map(
      (option, place) => `<answer fraction="${fractions[place]}" format="html"><text>${cdata(htmlOf(option))}</text></answer>`,
    ),
  ];
}

/** * stands for any text in Moodle's short answers unless a backslash is before it. */
const withoutWildcard = (text: string): string => carriedText(text).replaceAll('*', '\\*');

const shortAnswerLines = ({ answer }: BlankQuestion): string[] => [
  '<usecase>0</usecase>',
  ...answer.flat().map((text) => answerElement('100', withoutWildcard(text))),
];

/** Cloze fields stand in the places of ____; where the stem shows its blanks in another way, in a last paragraph of class blanks. */
function clozeHtml({ stem, answer }: BlankQuestion): string {
  const fields = answer.map(clozeField);
  const marks = stem.match(/_+/g) ?? [];
  const inPlace = marks.length === fields.length && marks.every((mark) => mark === '____') && countBlanks(stem) === fields.length;
  const html = htmlOfStem(stem).replaceAll('{', '&#123;');
  if (!inPlace) return `${html}<p class="blanks">${fields.join(' ')}</p>`;
  let next = 0;
  return html.replaceAll('____', () => fields[next++] ?? '');
}

const clozeField = (accepted: readonly string[]): string => `{1:SHORTANSWER:${accepted.map((text) => `=${clozeText(text)}`).join('~')}}`;

const clozeText = (text: string): string => htmlOf(withoutWildcard(text).replace(/[\\~#}]/g, '\\$&'));
