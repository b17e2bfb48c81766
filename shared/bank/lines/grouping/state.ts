import { emptyBlock, answerHead, isShortAnswer, plainOf, type Block, type Context, type Stretch } from '../block.ts';
import type { Part } from '../divide.ts';
import type { KeyGroup } from '../keys/read-key.ts';
import type { LabelField } from '../signs/label-signs.ts';
import type { NumberStyle } from '../signs/number-signs.ts';
import type { Sign } from '../signs/index.ts';

/** A part of the document with what may be a sign in it. */
export interface Scanned extends Part {
  readonly signs: readonly Sign[];
}

/** What is known while the document is read from top to bottom. */
export interface State {
  readonly lines: readonly Scanned[];
  /** Number of the line being read. */
  at: number;
  context: Context;
  /** The question being read, and the part of it where it is a case. */
  block: Block | null;
  part: Block | null;
  slot: 'stem' | 'option' | 'field';
  /** Whole lines without a sign since the last sign: should another question begin without a number, they are its stem. */
  tail: Stretch[];
  /** Lines that belong to no question yet. */
  pending: Stretch[];
  /** Lines above a question that name its basis. */
  basis: Stretch[];
  last: { readonly value: number; readonly style: NumberStyle } | null;
  /** Last number of a list inside the stem or the answer; 0 without one. */
  inner: number;
  /** Where the stem had the first number of such a list. */
  innerFrom: number;
  key: KeyGroup | null;
  readonly blocks: Block[];
  readonly keys: KeyGroup[];
  readonly roles: Map<number, 'heading' | 'ignored'>;
}

export const target = (state: State): Block | null => state.part ?? state.block;

/** Rows without a question so far get a role; one that is a heading in part is a heading. */
export function give(state: State, rows: readonly Stretch[], role: 'heading' | 'ignored'): void {
  for (const { line } of rows) if (state.roles.get(line.row) !== 'heading') state.roles.set(line.row, role);
}

export function open(state: State, number: number | null, mark: string, tag: Context['type'], stem: readonly Stretch[]): Block {
  close(state);
  const block = emptyBlock(state.context, number, mark, tag, state.basis);
  state.blocks.push(block);
  Object.assign(state, { block, part: null, slot: 'stem', tail: [], basis: [], inner: 0, innerFrom: -1 });
  for (const { line } of block.basis) touch(state, line.row);
  for (const stretch of stem) add(state, stretch);
  return block;
}

export function openPart(state: State, number: number): void {
  const { block } = state;
  if (!block) return;
  const part = emptyBlock({ ...block.context, type: null }, number, '', null, []);
  block.parts.push(part);
  Object.assign(state, { part, slot: 'stem', tail: [], inner: 0, innerFrom: -1 });
}

/** Ends the question being read. Lines that only hold its place stay with it. */
export function close(state: State): void {
  Object.assign(state, { block: null, part: null, slot: 'stem', tail: [] });
}

export function touch(state: State, row: number): void {
  const rows = state.block?.rows;
  if (rows && rows.at(-1) !== row) rows.push(row);
}

/** Puts a stretch where the last sign said. */
export function add(state: State, stretch: Stretch): void {
  const block = target(state);
  if (!block) return;
  if (plainOf(stretch).trim() === '') return;
  touch(state, stretch.line.row);
  slotOf(state, block).push(stretch);
}

function slotOf(state: State, block: Block): Stretch[] {
  if (state.slot === 'option') return block.options.at(-1)?.text ?? block.stem;
  return state.slot === 'field' ? (block.fields.at(-1)?.text ?? block.stem) : block.stem;
}

export function startField(state: State, field: LabelField): void {
  target(state)?.fields.push({ field, text: [] });
  Object.assign(state, { slot: 'field', tail: [], inner: 0 });
}

export function startOption(state: State, place: number, sign: Stretch): void {
  target(state)?.options.push({ place, sign, text: [] });
  Object.assign(state, { slot: 'option', tail: [], inner: 0 });
}

/** The lines of the tail are taken back from the question that they were given to. */
export function retract(state: State): Stretch[] {
  const block = target(state);
  const { tail } = state;
  if (!block || tail.length === 0) return [];
  const slot = slotOf(state, block);
  slot.splice(slot.length - tail.length, tail.length);
  const first = tail[0]?.line.row ?? 0;
  const used = [...block.stem, ...block.options.flatMap(({ text }) => text), ...block.fields.flatMap(({ text }) => text)];
  const keeps = used.some(({ line }) => line.row === first);
  const rows = state.block?.rows ?? [];
  const kept = keeps ? first : first - 1;
  while ((rows.at(-1) ?? 0) > kept) rows.pop();
  state.tail = [];
  return tail;
}

const judged = /[([【]\s*(?:√|✓|✔|×|✗|✘|对|错|正确|错误)\s*[)\]】]\s*[。.]?\s*$|[。.\s]\s*(?:√|✓|✔|×|✗|✘)\s*$/;
export const isJudged = (text: string): boolean => judged.test(text.slice(-24));

/** Whether the question has what it needs, so that another may begin. */
export function isComplete(block: Block): boolean {
  const answer = answerHead(block);
  return block.options.length > 1 || block.mark !== '' || (answer !== null && answer !== '') || isJudgedBlock(block);
}

/** Whether the stem ends with its judgement. */
export function isJudgedBlock({ stem }: Block): boolean {
  const end = stem.at(-1);
  return end !== undefined && isJudged(plainOf(end));
}

/** Whether the answer was read to its end: letters or a judgement. */
export const isAnswered = (block: Block): boolean => isShortAnswer(answerHead(block) ?? '');
