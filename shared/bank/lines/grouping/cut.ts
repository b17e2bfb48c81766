import { never } from '../../../never.ts';
import { wholeLine, type Stretch } from '../block.ts';
import type { Line } from '../line.ts';
import type { Sign } from '../signs/index.ts';
import { follow } from './follow.ts';
import { settlePending, takePending } from './pending.ts';
import {
  add,
  close,
  give,
  isAnswered,
  open,
  openPart,
  retract,
  startField,
  startOption,
  target,
  touch,
  type Scanned,
  type State,
} from './state.ts';
import { labelCounts } from './take-label.ts';
import { numberRole } from './take-number.ts';
import { optionRole } from './take-option.ts';

/** Cuts a line at the signs that count; what stands between them goes where the last one said. */
export function cut(state: State, line: Scanned): void {
  if (beginsAnother(state, line)) close(state);
  let from = 0;
  for (const [place, sign] of line.signs.entries()) {
    if (sign.at < from || !takeSign(state, line, sign, place, { line, from, to: sign.at })) continue;
    from = sign.end;
  }
  if (from === 0) follow(state, line);
  else add(state, { line, from, to: line.text.length });
}

/** Below an answered question without a number, a line that brings its own answer or options is the next one. */
function beginsAnother(state: State, { signs }: Scanned): boolean {
  const { block } = state;
  const field = block?.fields.at(-1)?.field;
  if (!block || block.number !== null || block.parts.length > 0 || state.slot !== 'field') return false;
  if ((field !== 'answer' && field !== 'remark') || !isAnswered(block) || (signs[0]?.at ?? 0) < 4) return false;
  return signs.some((sign) => (sign.kind === 'label' && sign.field === 'answer') || (sign.kind === 'option' && sign.place === 1));
}

/** Whether the sign counts; if so, the text before it is put away and what it begins is begun. */
function takeSign(state: State, line: Scanned, sign: Sign, place: number, before: Stretch): boolean {
  switch (sign.kind) {
    case 'number':
      return takeNumber(state, line, sign, place, before);
    case 'option':
      return takeOption(state, line, sign, place, before);
    case 'label':
      return takeLabel(state, line, sign, before);
    default:
      return never(sign);
  }
}

function takeNumber(state: State, line: Scanned, sign: Extract<Sign, { kind: 'number' }>, place: number, before: Stretch): boolean {
  const role = numberRole(state, line, sign, place);
  if (role === 'text') return false;
  add(state, before);
  if (role === 'question') {
    settlePending(state);
    open(state, sign.value, sign.mark, sign.tag, []);
    state.last = { value: sign.value, style: sign.style };
  } else {
    if (role === 'split') splitParts(state);
    openPart(state, sign.value);
  }
  touch(state, line.row);
  return true;
}

/** What was read as one question turns out to be the first of several on one text. */
function splitParts(state: State): void {
  const { block } = state;
  if (!block) return;
  const stem = block.stem.splice(state.innerFrom);
  const options = block.options.splice(0);
  const fields = block.fields.splice(0);
  openPart(state, 1);
  state.part?.stem.push(...stem);
  state.part?.options.push(...options);
  state.part?.fields.push(...fields);
}

function takeOption(state: State, line: Scanned, sign: Extract<Sign, { kind: 'option' }>, place: number, before: Stretch): boolean {
  const role = optionRole(state, line, sign, place);
  const block = target(state);
  if (block && role === 'run-on') block.runOn = true;
  if (role === 'text' || role === 'run-on') return false;
  if (role === 'restart') open(state, null, '', null, target(state) ? retract(state) : takePending(state));
  add(state, before);
  if (role === 'again') foldOption(state);
  touch(state, line.row);
  startOption(state, sign.place, { line, from: sign.at, to: sign.end });
  return true;
}

/** The first A stood inside the stem. */
function foldOption(state: State): void {
  const block = target(state);
  const [first] = block?.options.splice(0) ?? [];
  if (!block || !first) return;
  for (const stretch of [first.sign, ...first.text]) {
    const last = block.stem.at(-1);
    if (last?.line === stretch.line) block.stem.splice(-1, 1, { ...last, to: stretch.to });
    else block.stem.push(stretch);
  }
}

function takeLabel(state: State, line: Scanned, sign: Extract<Sign, { kind: 'label' }>, before: Stretch): boolean {
  if (!labelCounts(state, line, sign)) return false;
  if (sign.field === 'divider') {
    touch(state, line.row);
    if (!state.block) give(state, [wholeLine(line)], 'ignored');
    close(state);
    return true;
  }
  if (sign.field === 'stem') return takeStemLabel(state, line);
  if (!state.block)
    open(
      state,
      null,
      '',
      null,
      [...takePending(state), before].filter(({ from, to }) => to > from),
    );
  else if (sign.field === 'answer' && state.tail.length > 0 && followsAnswer(state))
    open(state, null, '', null, [...retract(state), before]);
  else add(state, before);
  touch(state, line.row);
  if (sign.field === 'answer' && belongsToCase(state, line, sign.end)) state.part = null;
  startField(state, sign.field);
  // 答：1. … is the first of a list.
  if (/^\s{0,20}\(?1\)?\s?[.、)](?!\d)/.test(line.plain.slice(sign.end, sign.end + 40))) state.inner = 1;
  return true;
}

/** 题目：… begins a question, where it does not stand below the number of one. */
function takeStemLabel(state: State, line: Scanned): boolean {
  const { block } = state;
  if (!block || block.stem.length > 0 || block.options.length > 0 || block.fields.length > 0) {
    settlePending(state);
    open(state, null, '', null, []);
  }
  touch(state, line.row);
  return true;
}

/** Lines between two answers are a question without a number. */
const followsAnswer = (state: State): boolean => state.slot === 'field' && target(state)?.fields.at(-1)?.field === 'remark';

/** 答案：（1）… below the last part answers all parts. */
function belongsToCase(state: State, line: Line, end: number): boolean {
  const parts = state.block?.parts ?? [];
  if (parts.length === 0 || parts.some(({ fields }) => fields.some(({ field }) => field === 'answer'))) return false;
  const next = state.lines[state.at + 1]?.plain ?? '';
  const value = line.plain.slice(end, end + 40).trim() || next;
  return /^\s*(?:\(\s*1\s*\)|1\s*[.、)]|问题\s*1|①)/.test(value);
}
