import { typeOfHeading } from '@shared/bank/question-type.ts';
import { aikenAnswer, aikenOption } from './aiken.ts';

export type StandardFormat = 'gift' | 'aiken' | 'moodle' | 'qti' | 'json' | 'anki';

/** How much of a text is looked at, in characters. */
const sampleLength = 400_000;

/**
 * Which of the standard formats a text is, or null. The content decides: a format is only named where its own signs are
 * there, so that an ordinary list of questions is never taken for one. The name is asked only where the content leaves
 * GIFT open, which has files that show no more than `{}`.
 */
export function detectText(text: string, name: string): StandardFormat | null {
  const sample = text
    .slice(0, sampleLength)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  const start = sample.trimStart();
  if (start.startsWith('<')) return xmlFormat(start);
  if (/^(?:\[\s*(?:[{["\]]|$)|\{\s*["}])/.test(start)) return 'json';
  if (/^#(?:separator|html|notetype|deck|columns|tags|guid)(?: column)?:/m.test(start.slice(0, 2_000)) && start.startsWith('#'))
    return 'anki';
  const lines = sample
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (isAiken(lines)) return 'aiken';
  return isGift(sample, lines, name) ? 'gift' : null;
}

const qtiRoot = /^(?:qti-)?(?:assessment-?item|assessment-?test|assessment-?section|assessment-?stimulus|questestinterop)$/i;

/** By the name of the root element, whatever stands before it. */
function xmlFormat(start: string): 'moodle' | 'qti' | null {
  const root =
    start
      .slice(0, 20_000)
      .replace(/<!--[^]*?-->|<\?[^]*?\?>/g, '')
      .match(/<(?:\w+:)?([A-Za-z][\w-]*)/)?.[1] ?? '';
  if (root === 'quiz') return 'moodle';
  if (qtiRoot.test(root)) return 'qti';
  return /<(?:\w+:)?(?:qti-assessment-item|assessmentItem)[\s>]/.test(start.slice(0, 20_000)) && !/^html$/i.test(root) ? 'qti' : null;
}

/**
 * Exactly as Moodle has it: every answer line is `ANSWER: X` with one capital letter, directly below at least two
 * options of one line each that begin with A. `Answer:ABC`, 答案：A, and headings such as 一、单选题 are of other texts.
 */
function isAiken(lines: readonly string[]): boolean {
  const answers = lines.filter((line) => /^answers?\s*[:：]/i.test(line));
  const exact = lines
    .keys()
    .filter((at) => aikenAnswer.test(lines[at] ?? '') && hasOptionsAbove(lines, at))
    .toArray().length;
  if (exact === 0 || exact * 2 < answers.length || answers.some((line) => !line.startsWith('ANSWER:'))) return false;
  return !lines.some((line) => /^[【(（]?(?:正确|参考|标准)?答案/.test(line) || typeOfHeading(line) !== null);
}

function hasOptionsAbove(lines: readonly string[], at: number): boolean {
  let above = at - 1;
  while (aikenOption.test(lines[above] ?? '') && !(lines[above] ?? '').startsWith('A')) above -= 1;
  return at - above >= 2 && /^A[.)]/.test(lines[above] ?? '');
}

/** { with = or ~ behind it, or with a truth value alone. */
const answered = /(?<!\\)[{｛]\s*(?:[=~＝～]|(?:T|F|TRUE|FALSE)\s*(?:#|[}｝]))/g;
const numerical = /(?<!\\)\{\s*#\s*[-=\d]/g;
/** Lines of other texts of questions: 答案：A, 1. 题干, A. 选项. */
const foreign = /^(?:[【[(（]?(?:正确|参考|标准)?答案|answer\s*[:：]|\d+\s*[.、．]|[A-H]\s*[.、．])/i;

function isGift(sample: string, lines: readonly string[], name: string): boolean {
  const said = lines.filter((line) => !line.startsWith('//'));
  const strong =
    [...sample.matchAll(answered), ...sample.matchAll(numerical)].length + said.filter((line) => line.startsWith('$CATEGORY:')).length;
  const others = said.filter((line) => foreign.test(line)).length;
  if (strong > 0) return others <= strong * 2;
  const open = said.some((line) => /(?<!\\)\{\s*\}/.test(line));
  const signed = lines.some((line) => /^::.+?::/.test(line) || /^\/\/.*\[(?:id|tag):/.test(line));
  return open && others === 0 && (signed || /\.gift$/i.test(name));
}
