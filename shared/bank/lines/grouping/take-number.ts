import { plainOf, type Block } from '../block.ts';
import type { NumberSign } from '../signs/number-signs.ts';
import { isAnswered, isComplete, isJudged, type Scanned, type State } from './state.ts';

/** What a number means where it stands: it begins a question, or a part of a case, or is text. */
export type NumberRole = 'question' | 'part' | 'split' | 'text';

/** How many lines further the look goes that tells a question from an item of a list. */
const lookAhead = 12;
const signsAhead = 60;
const asking =
  /\(\s*(?:[A-H]{1,6}|[√×✓✗对错])?\s*\)|_{2,}|[?]\s*$|答案\s*[】\]]?\s*:|^\s*(?:简述|试述|论述|什么是|如何|为什么|请|名词解释)/m;
const caseStart = /^\s*[[【]?\s*(?:案例|材料|资料|背景)/;

export function numberRole(state: State, line: Scanned, sign: NumberSign, place: number): NumberRole {
  const { block } = state;
  if (block) {
    const part = partRole(state, block, sign);
    if (part) return part;
  }
  return (sign.first ? opens(state, line, sign, place) : opensWithin(state, line, sign, place)) ? 'question' : 'text';
}

export const isCase = (block: Block): boolean =>
  block.tag === 'case' ||
  (block.tag === null && block.context.type === 'case') ||
  caseStart.test(block.stem[0] ? plainOf(block.stem[0]) : '');

/** （1） below a case begins a part of it; so does （2） where the options of （1） have been read. */
function partRole(state: State, block: Block, sign: NumberSign): NumberRole | null {
  if (!sign.first || sign.style === 'bare' || sign.style === 'chinese') return null;
  const outer = block.number === null ? null : (state.last?.style ?? null);
  if (sign.style === outer) return null;
  const wanted = block.parts.length === 0 ? 1 : (block.parts.at(-1)?.number ?? 0) + 1;
  if (isCase(block) || block.parts.length > 0) return sign.value === wanted && !answersAll(state, block) ? 'part' : 'text';
  const inside = sign.style === 'bracket' || sign.style === 'half';
  if (inside && sign.value === 1 && state.slot === 'stem') {
    state.innerFrom = block.stem.length;
    return null;
  }
  if (!inside || sign.value !== 2 || block.options.length < 2) return null;
  if (state.innerFrom < 0) state.innerFrom = cutAtFirst(block);
  return state.innerFrom >= 0 ? 'split' : null;
}

/** Cuts the stem before a （1） at the end of one of its lines; the place of the second piece, or -1. */
function cutAtFirst(block: Block): number {
  const last = block.stem.at(-1);
  const at = last ? plainOf({ ...last, from: Math.max(last.from, last.to - 3000) }).lastIndexOf('(1)') : -1;
  if (!last || at < 0) return -1;
  const cut = Math.max(last.from, last.to - 3000) + at;
  block.stem.splice(-1, 1, { ...last, to: cut }, { ...last, from: cut + 3 });
  return block.stem.length - 1;
}

/** An answer that stands below all parts names them by number. */
const answersAll = (state: State, block: Block): boolean => state.part === null && block.fields.some(({ field }) => field === 'answer');

/** At the beginning of a line. */
function opens(state: State, line: Scanned, sign: NumberSign, place: number): boolean {
  const { block, last } = state;
  const expected = (last?.value ?? 0) + 1;
  if (sign.style === 'chinese') return opensChinese(state, line, sign, place);
  if (!sign.sure && sign.value !== expected && !(sign.value === 1 && last === null)) return false;
  if (sign.style === 'bare' && last !== null && last.style !== 'bare') return false;
  if (!block) return last === null || sign.style === last.style || sign.value === expected || sign.value === 1;
  const complete = isComplete(block);
  if (last !== null && sign.style !== last.style) return !isListItem(state, sign) && complete && sign.value === expected;
  if (state.slot === 'field' && !isClosedAnswer(state, block)) return endsText(state, sign, expected, place, line);
  if (state.slot === 'option') return block.options.length > 1 || sign.value === expected;
  if (state.slot === 'field') return true;
  return endsStem(state, sign, expected, place, line, complete);
}

/** （1） begins a list and （2） goes on with it, where questions are numbered in another style. */
function isListItem(state: State, sign: NumberSign): boolean {
  if (sign.value !== state.inner + 1) return state.inner > 0;
  state.inner = sign.value;
  return true;
}

/** 一、… is a question where it asks, or an answer stands below it. */
function opensChinese(state: State, line: Scanned, sign: NumberSign, place: number): boolean {
  if (/^.{2,16}题\s*(?:[([:]|$)/.test(line.plain.trim())) return false;
  const between = !state.block || isComplete(state.block);
  return between && (state.last === null || state.last.style === 'chinese') && asksSomething(state, line, sign, place);
}

/** Letters or a judgement are read to their end: a number behind them is no item of a list in the answer. */
const isClosedAnswer = (state: State, block: Block): boolean => {
  const field = (state.part ?? block).fields.at(-1)?.field;
  return field !== 'explanation' && field !== 'basis' && (field !== 'answer' || isAnswered(state.part ?? block));
};

/** In a written answer or an explanation, which may hold a numbered list. */
function endsText(state: State, sign: NumberSign, expected: number, place: number, line: Scanned): boolean {
  const inList = sign.value === state.inner + 1;
  if (sign.value === expected && !(inList && state.inner > 0)) return true;
  if (asksSomething(state, line, sign, place)) return true;
  if (!inList) return sign.value > expected && state.inner === 0;
  state.inner = sign.value;
  return false;
}

/** In a stem without options yet. */
function endsStem(state: State, sign: NumberSign, expected: number, place: number, line: Scanned, complete: boolean): boolean {
  if (complete) return true;
  const inList = sign.value === state.inner + 1;
  if (sign.value === expected && !(inList && state.inner > 0)) return true;
  if (inList && !(sign.value === expected && asksSomething(state, line, sign, place))) {
    state.inner = sign.value;
    return false;
  }
  return sign.value >= expected && sign.value < expected + 50;
}

/** Whether what follows the number, up to the next one, has options, an answer, or a blank. */
function asksSomething(state: State, line: Scanned, sign: NumberSign, place: number): boolean {
  const own = line.signs
    .slice(place + 1, place + 1 + signsAhead)
    .some((other) => other.kind === 'option' && other.place === 0 && other.clear && other.form !== 'weak');
  if (own || asking.test(line.plain.slice(sign.end, sign.end + 400))) return true;
  for (const next of state.lines.slice(state.at + 1, state.at + 1 + lookAhead)) {
    const [first] = next.signs;
    if (next.heading || (first?.kind === 'number' && first.first)) return false;
    if (first?.kind === 'label' && first.field === 'answer') return true;
    if (first?.kind === 'option' && first.first && first.place === 0 && first.form !== 'weak') return true;
  }
  return false;
}

/** Inside a line: only the very next number, behind options or an answer, with a question behind it. */
function opensWithin(state: State, line: Scanned, sign: NumberSign, place: number): boolean {
  const { block, last } = state;
  if (!block || last === null || sign.value !== last.value + 1) return false;
  const before = line.plain.slice(Math.max(0, sign.at - 24), sign.at);
  if (block.context.type === 'blank' && /[。;)]\s*$/.test(before)) return /[(_【]/.test(line.plain.slice(sign.end, sign.end + 200));
  const current = state.part ?? block;
  if (!isComplete(current) && !isJudged(before) && !answeredBy(state, before)) return false;
  return asksSomething(state, line, sign, place);
}

/** Whether the answer label was read and something stands behind it already. */
const answeredBy = (state: State, before: string): boolean =>
  state.slot === 'field' && /[A-L√×✓✗对错]\s*[。.;]?\s*$|[。；;)]\s*$/.test(before);
