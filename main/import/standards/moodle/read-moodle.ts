import type { FileRefusal } from '@shared/bank/imported.ts';
import type { ReadOptions, Reading } from '@shared/bank/reading.ts';
import { readCategory } from '@shared/bank/standards/carried.ts';
import { withCases, type CaseHead } from '../cases.ts';
import { closeLines, placeAt, type Item } from '../items.ts';
import { error, refusedAs, warning } from '../outcome.ts';
import { childOf, eachElement, textOf, type XmlElement } from '../xml.ts';
import { moodleQuestion, readMoodleQuestion } from './question.ts';

/**
 * Reads Moodle XML (docs.moodle.org/en/Moodle_XML_format). Rows are lines. Categories name section and topic; tags with a
 * known word before a colon are 依据, 难度 and their likes (shared/bank/standards/carried.ts), others the topic.
 */
export function readMoodle(xml: string, options: ReadOptions): Reading | FileRefusal {
  const source = xml.replace(/\r\n?/g, '\n');
  const found: (Item | CaseHead)[] = [];
  let category = { section: '', topic: '' };
  const refusal = eachElement(source, new Set(['question']), (element) => {
    if (element.attributes['type'] === 'category') {
      category = readCategory(textOf(childOf(childOf(element, 'category') ?? element, 'text')));
      found.push({ place: placeOf(element), outcome: { kind: 'heading', findings: [] } });
    } else found.push(readElement(element, category, options));
  });
  return refusal ?? closeLines(source, withCases(found, options));
}

const placeOf = (element: XmlElement) => placeAt(element.line, element.lastLine);

function readElement(element: XmlElement, category: { section: string; topic: string }, options: ReadOptions): Item | CaseHead {
  const place = placeOf(element);
  const question = moodleQuestion(element, category);
  const { sketch, carried, noticed } = question;
  if (!element.whole) {
    return {
      place,
      outcome: refusedAs(null, sketch, error('not-well-formed', '这道题的标签不完整：文件可能没有下载完，或标签没有配对。'), options),
    };
  }
  if (textOf(element).length > options.longestCell * 20) {
    return { place, outcome: refusedAs(null, sketch, error('cell-too-long', `一道题超过 ${options.longestCell * 20} 个字符。`), options) };
  }
  if (element.attributes['type'] !== 'description') return { place, outcome: readMoodleQuestion(question, options) };
  if (carried.weights) return { place, sketch: { ...sketch, score: null }, weights: carried.weights, findings: noticed };
  return { place, outcome: { kind: 'ignored', findings: [warning('type-unsupported', '这一项是说明文字，没有作为试题收入。')] } };
}
