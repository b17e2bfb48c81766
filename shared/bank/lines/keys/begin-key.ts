import { answerHead, plainOf, type Block } from '../block.ts';
import { isJudged, type Scanned, type State } from '../grouping/state.ts';
import { keyHeading, typeHeading, type Heading } from '../signs/headings.ts';
import { startNumber } from '../signs/number-signs.ts';
import { namedType } from '../../question-type.ts';
import { compactAnswers, type NumberedAnswer } from './compact.ts';
import type { KeyGroup } from './read-key.ts';

const title =
  /^\s*(.{0,16}?)[[【(]?(?:参考|标准|正确)?答案(?:(?:与|及|和|、)?(?:评分)?(?:解析|标准|细则|参考|要点)){0,3}[\]】)]?(?:\s*\([^()]{1,20}\)(?=\s*(?::|$)))?\s*[:]?\s*/;
const explains = /^\s*[[【(]?答案解析/;

/** The key that begins in this line, or null. A title is none where the question above it still waits for its own answer. */
export function beginsKey(state: State, line: Scanned): KeyGroup | null {
  if (state.blocks.length === 0) return null;
  if (line.cells) return numberRow(line.cells) && !nextIsText(state) ? keyOf(state, null, 0) : null;
  if (explains.test(line.plain) && state.block && hasAnswer(state.block)) return null;
  const found = title.exec(line.plain.slice(0, 100));
  const rest = found ? line.plain.slice(found[0].length) : '';
  const answers = found && rest.trim() !== '' ? compactAnswers(rest) : null;
  if (answers && answersParts(state, answers)) return null;
  if (found && ((answers && answers.length > 1) || (rest.trim() === '' && answersBelow(state) && (manyBelow(state) || !waits(state)))))
    return keyOf(state, headingOf(found[1] ?? ''), answers ? found[0].length : null);
  const heading = keyHeading(line.plain);
  const behind = heading && !typeHeading(line.plain) ? compactAnswers(line.plain.slice(heading.end)) : null;
  return behind && behind.length > 1 ? keyOf(state, heading, heading?.end ?? null) : null;
}

function keyOf(state: State, heading: Heading | null, rest: number | null): KeyGroup {
  const { row } = state.lines[state.at] ?? { row: 0 };
  const from = state.keys.at(-1)?.to ?? 0;
  return {
    from,
    to: state.blocks.length,
    sections: heading ? [{ heading, entries: [] }] : [],
    titles: rest === null ? [row] : [],
    rest,
    begun: null,
    numbers: [],
    row: 0,
  };
}

/** 选择题 in 选择题答案. */
function headingOf(before: string): Heading | null {
  const type = namedType(before);
  return type ? { kind: 'type', type, open: !/单|多/.test(before), title: '', ordinal: 0, end: 0 } : null;
}

/** 单选题参考答案（1-40）： within a key begins the answers of another type. */
export function innerTitle(line: string): Heading | null {
  const found = title.exec(line.slice(0, 100));
  const heading = headingOf(found?.[1] ?? '');
  return found && heading ? { ...heading, end: found[0].length } : null;
}

/** Whether the line below may be the first of a key. */
function answersBelow(state: State): boolean {
  const next = state.lines[state.at + 1];
  if (!next) return false;
  if (next.cells) return numberRow(next.cells) || next.cells.some((cell) => cell.trim() === '题号');
  return keyHeading(next.plain) !== null || compactAnswers(next.plain) !== null || startNumber(next.plain)?.value === 1;
}

/** 答案：1.A 2.B below a case answers its parts. */
function answersParts({ block }: State, answers: readonly NumberedAnswer[]): boolean {
  const parts = block?.parts ?? [];
  return parts.length > 1 && parts.length === answers.length && answers[0]?.number === 1 && !parts.some((part) => answerHead(part));
}

/** Several answers on one line are no answer of one question. */
const manyBelow = (state: State): boolean => (compactAnswers(state.lines[state.at + 1]?.plain ?? '')?.length ?? 0) > 1;

/** Whether the question above has no answer while the one before it has. */
function waits(state: State): boolean {
  const [before, last] = state.blocks.slice(-2);
  if (!state.block || !last) return state.block !== null && before !== undefined && !hasAnswer(before);
  return !hasAnswer(last) && (before === undefined || hasAnswer(before));
}

const letters = /[(（]\s*[A-Ha-h](?:[\s,、]*[A-Ha-h])*\s*[)）]|_\s*[A-H]+\s*_/;

/** Whether the question tells its answer where it stands. */
export function hasAnswer(block: Block): boolean {
  if (answerHead(block) || block.mark !== '') return true;
  const last = block.stem.at(-1);
  const judged = last !== undefined && isJudged(plainOf(last));
  return judged || (block.options.length > 1 && block.stem.slice(0, 20).some((stretch) => letters.test(plainOf(stretch).slice(0, 4000))));
}

/** 题号│1│2│3. */
const numberRow = (cells: readonly string[]): boolean =>
  cells.length > 2 &&
  /^(?:题\s?号|序\s?号)?$/.test((cells[0] ?? '').trim()) &&
  cells.slice(1).every((cell) => /^\s*\d{1,4}\s*$/.test(cell));

const nextIsText = (state: State): boolean =>
  !state.lines.slice(state.at + 1, state.at + 40).find(({ row }) => row !== state.lines[state.at]?.row)?.cells;
