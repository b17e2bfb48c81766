import { isShortAnswer, wholeLine } from '../block.ts';
import type { Line } from '../line.ts';
import { isTitle } from '../noise.ts';
import { isCase } from './take-number.ts';
import { add, close, give, isAnswered, isComplete, isJudged, open, startField, target, touch, type Scanned, type State } from './state.ts';

const basisLine = /^《[^《》]{2,80}》\s*(?:\([^()]{1,40}\))?\s*第\s?[\d.一二三四五六七八九十百]{1,10}\s?[条章款项节].{0,30}$/;
const caseLine =
  /^[[【]?\s?(?:案例|材料|资料|背景材料|阅读材料)\s?(?:[一二三四五六七八九十]{1,3}|\d{1,2})?\s?(?:[】\]]\s?[:.、]?|[:.、]|$)/;
const bareAnswer = /^[([（【]?\s?(?:[A-H]{1,8}|√|×)\s?[)\]）】]?[。.]?$/;

/** A line in which nothing begins: it goes on with what was being read, or waits for the question that follows. */
export function follow(state: State, line: Scanned): void {
  const block = target(state);
  const text = line.plain.trim();
  if (opensCase(state, text)) open(state, null, '', null, [wholeLine(line)]);
  else if (!block) wait(state, line);
  else if (basisLine.test(text) && numberBelow(state) !== null) state.basis.push(wholeLine(line));
  else if (isTopic(state, text)) takeTopic(state, line, text);
  else if (block.number === null && block.parts.length === 0 && state.slot === 'field' && isAnswered(block)) {
    close(state);
    wait(state, line);
  } else goOn(state, line, text);
}

function goOn(state: State, line: Line, text: string): void {
  const block = target(state);
  const { tail } = state;
  const field = state.slot === 'field' ? block?.fields.at(-1)?.field : undefined;
  if (block && field === 'answer' && isAnswered(block)) startField(state, 'remark');
  else if (state.slot === 'option' && (block?.options.length ?? 0) > 1 && bareAnswer.test(text)) startField(state, 'answer');
  else if (block && field !== undefined && !['answer', 'explanation', 'remark', 'basis'].includes(field)) startField(state, 'remark');
  add(state, wholeLine(line));
  touch(state, line.row);
  state.tail = [...(state.slot === 'field' && field === undefined ? [] : tail.slice(-50)), wholeLine(line)];
}

/** Without a question a line waits: it may be a title, a note, or the stem of a question without a number. */
function wait(state: State, line: Scanned): void {
  if (basisLine.test(line.plain.trim()) && numberBelow(state) !== null) state.basis.push(wholeLine(line));
  else if (isTitle(line) && !asksBelow(state)) give(state, [wholeLine(line)], 'heading');
  else if (isJudged(line.plain)) {
    open(state, null, '', null, [wholeLine(line)]);
    close(state);
  } else state.pending.push(wholeLine(line));
}

/** An answer or the options A stand below: 敏捷测试不需要文档 is a question and no title. */
function asksBelow(state: State): boolean {
  const next = state.lines[state.at + 1];
  const [first] = next?.signs ?? [];
  if (first?.kind === 'label') return first.field === 'answer' && first.first && isShortAnswer(next?.plain.slice(first.end) ?? '');
  return first?.kind === 'option' && first.first && first.place === 0;
}

/** 案例一：… begins a case, unless it is more of the text of one. */
function opensCase(state: State, text: string): boolean {
  if (!caseLine.test(text) || (state.context.type !== 'case' && !/^(?:[[【]|.{2,4}[一二三四五六七八九十\d])/.test(text))) return false;
  const { block } = state;
  return !block || isComplete(block) || state.slot === 'field' || block.parts.length > 0 || !isCase(block);
}

function numberBelow(state: State): number | null {
  const next = state.lines[state.at + 1];
  const [first] = next?.signs ?? [];
  return first?.kind === 'number' && first.first ? first.value : null;
}

/** Whether the number below is written otherwise than those of the questions: （1） where they are 1. */
function listBelow({ lines, at, last }: State): boolean {
  const [first] = lines[at + 1]?.signs ?? [];
  return first?.kind === 'number' && last !== null && first.style !== last.style;
}

/** 党章 or 组织原则： between two questions. */
function isTopic(state: State, text: string): boolean {
  const below = numberBelow(state);
  if (below === null || !state.block || text.length > 20 || state.slot === 'stem' || listBelow(state)) return false;
  if (/^[^,。;:?()]{1,18}:$/.test(text)) return true;
  return below === 1 && (state.last?.value ?? 0) > 1 && isComplete(state.block) && /^[\u4e00-\u9fff《》“”A-Za-z\d]+$/.test(text);
}

function takeTopic(state: State, line: Line, text: string): void {
  close(state);
  give(state, [wholeLine(line)], 'heading');
  state.context = { ...state.context, chapter: text.replace(/:$/, ''), section: state.context.section + 1 };
}
