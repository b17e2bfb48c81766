import { answerHead, type Block } from '../block.ts';
import type { OptionSign } from '../signs/option-signs.ts';
import { isAnswered, target, type Scanned, type State } from './state.ts';

/** What a letter means where it stands: the next option; A of a question that has no number; A again, so that the first one was text; the options of a question that was
 * glued to this one and cannot be told from it; or text. */
export type OptionRole = 'option' | 'restart' | 'again' | 'run-on' | 'text';

/** How far the look for the following letter goes, in signs and in lines. */
const signsAhead = 40;
const linesAhead = 3;

export function optionRole(state: State, line: Scanned, sign: OptionSign, place: number): OptionRole {
  const block = target(state);
  // In a table A B C may head its columns.
  if (line.cells && line.plain.trim().length === 1) return 'text';
  if (!block) return (state.pending.length > 0 || sign.at > 4) && sign.place === 0 && begins(state, line, sign, place) ? 'restart' : 'text';
  const next = (block.options.at(-1)?.place ?? -1) + 1;
  if (next === 0 && sign.place === 1 && sign.first && sign.form !== 'weak' && state.slot === 'stem' && followed(state, line, sign, place))
    return 'option';
  if (next === 0) return sign.place === 0 && mayBegin(state, block) && begins(state, line, sign, place) ? 'option' : 'text';
  if (sign.place === 0) return again(state, line, sign, place, block);
  if (state.slot === 'field' && answerHead(block) !== null && block.fields.at(-1)?.field !== 'answer') return 'text';
  return continues(state, line, sign, place, next) ? 'option' : 'text';
}

/** Options may stand below an answer of letters, but not within a written one. */
function mayBegin(state: State, block: Block): boolean {
  if (state.slot !== 'field') return true;
  return block.fields.at(-1)?.field !== 'explanation' && (answerHead(block) === null || isAnswered(block));
}

/** A second A: the first stood inside the stem, or another question begins that has no number. */
function again(state: State, line: Scanned, sign: OptionSign, place: number, block: Block): OptionRole {
  if (sign.form === 'weak' || !begins(state, line, sign, place)) return 'text';
  if (block.options.length === 1 && sign.first) return 'again';
  if (block.options.length < 2) return 'text';
  if (!sign.first && state.slot === 'option') return asksBefore(line, sign, block) ? 'restart' : 'run-on';
  if (!sign.first) return 'text';
  if (state.slot === 'option') return state.tail.length > 0 ? 'restart' : 'run-on';
  return state.tail.length > 0 && (block.number === null || isAnswered(block)) && block.fields.at(-1)?.field !== 'explanation'
    ? 'restart'
    : 'text';
}

/** Whole questions one a line, without numbers: the line asks before its first letter. */
const asksBefore = ({ plain, signs }: Scanned, sign: OptionSign, { number }: Block): boolean =>
  number === null &&
  !signs.some(({ kind, at }) => kind === 'option' && at < sign.at) &&
  /^\s*[\u4e00-\u9fff《“(].{3,}(?:\(\s*[A-H]*\s*\)[。:]?|[?:])\s*$/.test(plain.slice(0, sign.at));

/** Whether A begins the options: at the beginning of a line, or followed by a B with something between. */
function begins(state: State, line: Scanned, sign: OptionSign, place: number): boolean {
  if (sign.first && sign.form === 'dot') return true;
  if (!sign.first && !sign.clear && (sign.form !== 'dot' || sign.lower)) return false;
  return followed(state, line, sign, place);
}

function followed(state: State, line: Scanned, sign: OptionSign, place: number): boolean {
  const own = line.signs.slice(place + 1, place + 1 + signsAhead).filter((other) => other.kind === 'option');
  const next = own.find((other) => other.form !== 'weak' || sign.form === 'weak');
  if (next) return next.place === sign.place + 1 && sameKind(next, sign) && line.plain.slice(sign.end, next.at).trim() !== '';
  return state.lines
    .slice(state.at + 1, state.at + 1 + linesAhead)
    .some(({ signs: [first] }) => first?.kind === 'option' && first.first && first.place === sign.place + 1 && sameKind(first, sign));
}

const sameKind = (one: OptionSign, other: OptionSign): boolean =>
  one.lower === other.lower && (one.form === other.form || (one.form !== 'bracket' && other.form !== 'bracket'));

/** The letter after the last one. One that stands more clearly further on goes before. */
function continues(state: State, line: Scanned, sign: OptionSign, place: number, next: number): boolean {
  // At the beginning of a line a letter may be left out, come twice, or come late.
  if (sign.first && sign.form !== 'weak' && sign.place <= next + 1) return true;
  if (sign.place !== next) return false;
  if (sign.first && sign.form !== 'weak') return true;
  const strength = strengthOf(sign);
  const better = line.signs
    .slice(place + 1, place + 1 + signsAhead)
    .find((other) =>
      other.kind === 'number'
        ? false
        : other.kind === 'option' &&
          (other.place === sign.place ? strengthOf(other) > strength : other.place === 0 && other.clear && other.form === sign.form),
    );
  if (better?.kind === 'option' && better.place === sign.place) return false;
  const [below] = state.lines[state.at + 1]?.signs ?? [];
  return !(strength < 2 && below?.kind === 'option' && below.first && below.place === sign.place);
}

const strengthOf = ({ form, first, clear }: OptionSign): number => {
  if (form === 'weak') return first ? 1 : 0;
  if (form === 'half' && !clear) return 0;
  return clear ? 3 : 2;
};
