import { cleanStem } from '@shared/bank/stem.ts';
import type { FileRefusal, Finding } from '@shared/bank/imported.ts';
import type { ReadOptions, Reading } from '@shared/bank/reading.ts';
import { closeLines, placeAt, type Item } from './items.ts';
import { judgedBy } from './judged.ts';
import { error, outcomeOf, refusedAs, type Outcome, type SketchBase } from './outcome.ts';

/** A] or A. or A) before the text, as docs.moodle.org/en/Aiken_format has it. */
export const aikenOption = /^([A-Z])[.)]\s*(.+)$/;
/** In capitals, one letter, nothing behind it. */
export const aikenAnswer = /^ANSWER:\s*([A-Z])$/;

interface Growing {
  readonly from: number;
  to: number;
  readonly stem: string[];
  readonly options: { letter: string; text: string }[];
  answer: string;
  /** Whether an ANSWER line was there, understood or not. */
  closed: boolean;
}

/** Reads the Aiken format: a stem, options `A.` or `A)`, and `ANSWER: A`. Rows are lines. Judgements (True and False, 对 and 错) become so. */
export function readAiken(text: string, options: ReadOptions): Reading | FileRefusal {
  const source = text.replace(/\r\n?/g, '\n');
  const items = questionsIn(source.split('\n')).map((question) => ({
    place: placeAt(question.from, question.to),
    outcome: outcomeFrom(question, options),
  }));
  return closeLines(source, items satisfies Item[]);
}

function questionsIn(rows: readonly string[]): Growing[] {
  const questions: Growing[] = [];
  let current: Growing | null = null;
  let gap = false;
  for (const [at, raw] of rows.entries()) {
    const line = raw.trim();
    if (line === '') gap = true;
    else {
      // A stem after a gap begins anew where options or nothing at all had come before; options may have gaps between them.
      const begins: boolean = !current || current.closed || (gap && !belongs(line, current));
      if (!current || begins) questions.push((current = { from: at + 1, to: at + 1, stem: [], options: [], answer: '', closed: false }));
      take(line, current);
      current.to = at + 1;
      gap = false;
    }
  }
  return questions;
}

const belongs = (line: string, current: Growing): boolean =>
  line.startsWith('ANSWER:') || (aikenOption.exec(line)?.[1] ?? '') === String.fromCharCode(65 + current.options.length);

function take(line: string, question: Growing): void {
  const [, letter, text] = aikenOption.exec(line) ?? [];
  if (/^ANSWER\s*:/.test(line)) {
    question.closed = true;
    question.answer = aikenAnswer.exec(line)?.[1] ?? '';
  } else if (letter !== undefined && text !== undefined && question.stem.length > 0) question.options.push({ letter, text });
  else if (question.options.length > 0) question.options.at(-1)!.text += `\n${line}`;
  else question.stem.push(line);
}

function outcomeFrom({ stem, options: listed, answer, closed }: Growing, options: ReadOptions): Outcome {
  const base = baseOf(cleanStem(stem.join('\n')).stem);
  const texts = listed.map(({ text }) => text);
  const fault = faultOf(listed, answer, closed);
  if (fault) return withOptions(refusedAs('single', base, fault, options), texts, answer);
  const right = listed.findIndex(({ letter }) => letter === answer);
  const judged = judgedBy(texts);
  if (judged) return outcomeOf({ ...base, type: 'judge', answer: right === judged.right }, [], options);
  return outcomeOf({ ...base, type: 'single', options: texts, right: [right], shuffle: null }, [], options);
}

function faultOf(listed: Growing['options'], answer: string, closed: boolean): Finding | null {
  if (listed.length < 2) return error('options-missing', '选择题至少要有两个选项（A. 或 A) 开头，一行一个）。');
  if (!closed) return error('answer-missing', '缺少 ANSWER: 行。');
  if (answer === '') return error('answer-not-understood', 'ANSWER: 后面应是一个大写字母。');
  if (listed.some(({ letter }, place) => letter !== String.fromCharCode(65 + place))) return error('option-gap', '选项字母不连续。');
  return listed.some(({ letter }) => letter === answer) ? null : error('answer-beyond-options', `答案 ${answer} 没有对应的选项。`);
}

const withOptions = (outcome: Outcome, options: readonly string[], answer: string): Outcome =>
  outcome.kind === 'refused' ? { ...outcome, draft: { ...outcome.draft, options, answer } } : outcome;

const baseOf = (stem: string): SketchBase => ({
  id: '',
  section: '',
  topic: '',
  stem,
  explanation: '',
  basis: '',
  difficulty: null,
  score: null,
});
