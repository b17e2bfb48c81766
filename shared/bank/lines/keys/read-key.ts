import type { State, Scanned } from '../grouping/state.ts';
import { keyHeading, type Heading } from '../signs/headings.ts';
import { innerNumbers, startNumber, type NumberSign } from '../signs/number-signs.ts';
import { innerTitle } from './begin-key.ts';
import { compactAnswers } from './compact.ts';

/** An answer of a key. */
export interface KeyEntry {
  readonly number: number;
  answer: string;
  readonly rows: number[];
}

export interface KeySection {
  /** Null where the key names no section. */
  readonly heading: Heading | null;
  readonly entries: KeyEntry[];
}

/** 参考答案 behind the questions of a section or of a paper. */
export interface KeyGroup {
  /** The questions it may answer: from the first, up to but not including the last. */
  readonly from: number;
  readonly to: number;
  readonly sections: KeySection[];
  /** Rows of its titles. */
  readonly titles: number[];
  /** Where in its first line the answers begin; null where they begin below. */
  readonly rest: number | null;
  /** A heading below which no answer was read yet: it may be the heading of questions. */
  begun: { readonly line: Scanned; readonly heading: Heading } | null;
  /** Numbers of a table row whose answers stand in the row below. */
  numbers: readonly number[];
  /** The table row read last: its cells come as lines of their own. */
  row: number;
}

/** Reads one line of a key; false where the key is over. */
export function readKeyLine(state: State, key: KeyGroup, line: Scanned): boolean {
  if (line.heading?.kind === 'paper') return false;
  if (line.cells) return readCells(key, line);
  const heading = innerTitle(line.plain) ?? keyHeading(line.plain);
  if (heading) {
    const rest = line.plain.slice(heading.end);
    const answers = compactAnswers(rest);
    if (rest.trim() === '' || answers || startNumber(rest)) return readHeading(state, key, line, heading);
  }
  return readAnswers(state, key, line, 0);
}

function readHeading(state: State, key: KeyGroup, line: Scanned, heading: Heading): boolean {
  const before = key.sections.flatMap((section) => section.heading?.ordinal ?? 0).at(-1) ?? 0;
  if (heading.ordinal > 0 && heading.ordinal <= before) return false;
  key.sections.push({ heading, entries: [] });
  key.begun = { line, heading };
  if (line.plain.slice(heading.end).trim() !== '') return readAnswers(state, key, line, heading.end);
  key.titles.push(line.row);
  return true;
}

function readAnswers(state: State, key: KeyGroup, line: Scanned, from: number): boolean {
  const text = line.plain.slice(from);
  const own = line.text.slice(from);
  const compact = compactAnswers(text);
  const number = startNumber(text);
  if (!compact && number && isQuestion(state, key, line, text, number)) return leave(key, line);
  if (compact) for (const entry of compact) push(key, line.row, entry.number, entry.answer);
  else if (number && number.style !== 'chinese' && continuesKey(key, number)) readTexts(key, line.row, { text, own }, number);
  else more(key, line.row, own);
  if (lastEntry(key)) key.begun = null;
  return true;
}

/** The heading above was none of the key. */
function leave(key: KeyGroup, line: Scanned): false {
  if (key.begun) {
    key.sections.pop();
    const { row } = key.begun.line;
    while (key.titles.at(-1) === row && row !== line.row) key.titles.pop();
  }
  return false;
}

/** Items of a list inside an answer are no answers of their own. */
function continuesKey(key: KeyGroup, number: NumberSign): boolean {
  const last = lastEntry(key);
  return (
    !last ||
    (number.value > last.number &&
      number.value <= last.number + 20 &&
      (number.style === 'plain' || number.style === 'worded' || last.answer.length < 20))
  );
}

const asks = /\(\s*\)|_{2,}/;

/** Whether a numbered line is a question and not an answer: options stand behind or below it, or it has a blank. */
function isQuestion(state: State, key: KeyGroup, line: Scanned, text: string, number: NumberSign): boolean {
  if (/^\s*(?:[A-L]{1,8}(?![A-Za-z])|√|×|对|错|正确|错误|答|参考答案)/.test(text.slice(number.end, number.end + 40))) return false;
  const [first] = state.lines[state.at + 1]?.signs ?? [];
  if (first?.kind === 'option' && first.first && first.place === 0 && first.form !== 'weak') return true;
  const options = line.signs.filter((sign) => sign.kind === 'option' && sign.form !== 'weak' && sign.place < 2).length;
  const type = key.sections.at(-1)?.heading?.type;
  return options > 1 || asks.test(text.slice(0, 2000)) || ((type === 'single' || type === 'multiple') && text.length > 40);
}

/** 1. 甲 乙 2. 丙: several written answers on a line. */
function readTexts(key: KeyGroup, row: number, { text, own }: { readonly text: string; readonly own: string }, first: NumberSign): void {
  let { value, end } = first;
  for (const sign of innerNumbers(text)) {
    if (sign.at < end || sign.value !== value + 1) continue;
    push(key, row, value, own.slice(end, sign.at).trim());
    ({ value, end } = sign);
  }
  push(key, row, value, own.slice(end).trim());
}

function more(key: KeyGroup, row: number, text: string): void {
  const last = lastEntry(key);
  if (!last) key.titles.push(row);
  else {
    last.answer = last.answer === '' ? text.trim() : `${last.answer}\n${text.trim()}`;
    if (last.rows.at(-1) !== row) last.rows.push(row);
  }
}

/** 题号│1│2│3 above 答案│A│B│C, or a number and its answer side by side. */
function readCells(key: KeyGroup, line: Scanned): boolean {
  if (key.row === line.row) return true;
  key.row = line.row;
  const cells = (line.cells ?? []).map((cell) => cell.trim());
  const numbers = cells.slice(/^\d+$/.test(cells[0] ?? '') ? 0 : 1).map(Number);
  const [label = ''] = cells;
  const labelled = !/^\d+$/.test(label);
  if (numbers.length > 0 && numbers.every((value) => Number.isInteger(value) && value > 0)) {
    key.numbers = numbers;
    key.titles.push(line.row);
  } else if (key.numbers.length > 0) {
    const answers = cells.slice(labelled && /答案|选项/.test(label) ? 1 : 0);
    for (const [place, number] of key.numbers.entries()) if (answers[place]) push(key, line.row, number, answers[place]);
    key.numbers = [];
  } else readPairs(key, line, cells);
  return true;
}

function readPairs(key: KeyGroup, line: Scanned, cells: readonly string[]): void {
  if (cells.every((cell) => !/\d/.test(cell))) key.titles.push(line.row);
  else
    for (let place = 0; place + 1 < cells.length; place += 2)
      if (/^\d+/.test(cells[place] ?? '')) push(key, line.row, Number.parseInt(cells[place] ?? '', 10), cells[place + 1] ?? '');
}

function push(key: KeyGroup, row: number, number: number, answer: string): void {
  if (key.sections.length === 0) key.sections.push({ heading: null, entries: [] });
  key.sections.at(-1)?.entries.push({ number, answer, rows: [row] });
}

const lastEntry = (key: KeyGroup): KeyEntry | undefined => key.sections.at(-1)?.entries.at(-1);
