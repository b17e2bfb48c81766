import { never } from '../../../never.ts';
import { lettersOf } from '../../answer.ts';
import { draftDifficulty } from '../../cells.ts';
import type { Draft, Finding } from '../../imported.ts';
import { textsByPlace } from '../../options.ts';
import type { ReadOptions } from '../../reading.ts';
import { answerHead, plainOf, type Block } from '../block.ts';
import { compactAnswers } from '../keys/compact.ts';
import { plain } from '../plain.ts';
import type { NamedType } from '../../question-type.ts';
import { error, shorten, type SimpleOutcome } from './outcome.ts';
import { readBlank } from './read-blank.ts';
import { readChoice } from './read-choice.ts';
import { readJudge } from './read-judge.ts';
import { readShort } from './read-short.ts';
import type { Look } from './looks.ts';
import { markedPlaces } from './looks.ts';
import { sift, type Sifted } from './sift.ts';
import { typeOf } from './type-of.ts';

/** What is known of a block from elsewhere in its document. */
export interface Help {
  /** Its answer in a key; '' without one. */
  readonly keyed: string;
  /** The look by which the document shows right options, or null. */
  readonly look: Look | null;
}

/** Reads one block that is no case. Nothing is guessed: what could mean two things is refused with its draft. */
export function readBlock(block: Block, help: Help, options: ReadOptions): SimpleOutcome {
  if (longest(block) > options.longestCell)
    return refuse(tooLong(block, options), [error('cell-too-long', `有段落超过 ${options.longestCell} 个字符。`)]);
  const sifted = answered(sift(block, rendering(block)), help);
  const findings = doubts(sifted, help);
  return findings.length > 0 ? refuse(draftOf(sifted, options), findings) : readSifted(sifted, options);
}

const longest = (block: Block): number => {
  const texts = [block.stem, ...block.options.map(({ text }) => text), ...block.fields.map(({ text }) => text)];
  return texts.reduce(
    (most, text) =>
      Math.max(
        most,
        text.reduce((sum, { from, to }) => sum + to - from, 0),
      ),
    0,
  );
};

function tooLong(block: Block, { section }: ReadOptions): Draft {
  const stem = block.stem.map(plainOf).join('\n').slice(0, 1000);
  return { type: null, stem, options: [], answer: '', explanation: '', basis: '', section, topic: '' };
}

/** Underlined words are the answers of a blank, where nothing else is its answer. */
function rendering(block: Block): 'emphasised' | 'blanked' {
  const type = block.tag ?? block.context.type;
  const open = block.options.length === 0 && !answerHead(block) && (type === 'blank' || type === null);
  const letters =
    block.options.length > 1 &&
    block.stem.some(({ line, from, to }) =>
      line.marks.some(
        (mark) =>
          mark.look === 'underline' && mark.from < to && mark.to > from && /^\s*[A-H]{1,8}\s*$/.test(line.plain.slice(mark.from, mark.to)),
      ),
    );
  return open || letters ? 'blanked' : 'emphasised';
}

/** 2.√ behind the label of question 2 is √. */
function ownAnswer({ answer, block }: Sifted): string {
  const [first, second] = answer.length < 40 ? (compactAnswers(plain(answer)) ?? []) : [];
  return first && !second && first.number === block.number ? first.answer : answer;
}

/** The answer of the key, or of the marks, where the question has none of its own. */
function answered(sifted: Sifted, { keyed, look }: Help): Sifted {
  if (sifted.answer !== '') return { ...sifted, answer: ownAnswer(sifted) };
  if (keyed !== '') return { ...sifted, answer: keyed };
  return look === null ? sifted : { ...sifted, answer: lettersOf(markedPlaces(sifted.block, look)) };
}

const isAscending = (letters: string): boolean =>
  letters.split(' ').every((letter, place, all) => place === 0 || letter > (all[place - 1] ?? ''));

/** Two answers that differ belong to two questions. */
function answersTwice(block: Block): boolean {
  const answers = block.fields.filter(({ field }) => field === 'answer').map(({ text }) => text.map(plainOf).join('\n').trim());
  const letters = answers.flatMap((answer) => /^[([]?\s*([A-L]{1,8}|[√×])(?![A-Za-z])/.exec(answer)?.[1] ?? []);
  return new Set(letters).size > 1;
}

/** The answer of another question inside a stem or an option: 乙正确答案 C, and in an option also what runs on behind the words. */
const foreignAnswer = /^正确答案|(?<![有是的选出])正确答案\s*[:：]?\s*[A-Ha-h](?![A-Za-z])/;
const runsOn = /(?<![有是的选出])正确答案(?![的是为都均有不个数])[^。，,；;]{4}/;

const holdsForeign = ({ stem, options }: Sifted): boolean =>
  foreignAnswer.test(stem) || options.some(({ text }) => foreignAnswer.test(text) || runsOn.test(text));

function doubts(sifted: Sifted, { keyed }: Help): Finding[] {
  const { stem, block, answer } = sifted;
  if (stem === '') return [error('stem-missing', '缺少题干。')];
  if (block.runOn || answersTwice(block) || holdsForeign(sifted))
    return [error('answer-not-understood', '这里像是几道题连在一起，分不开，请把每道题分段。')];
  if (answer === keyed && /^[A-L](?: [A-L])+$/.test(keyed) && !isAscending(keyed))
    return [error('answer-not-understood', `参考答案“${keyed}”像是几个小题的答案。`)];
  const folded = (text: string): string =>
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s,、;；。.]/g, '');
  const differs = /^[A-L]+$/.test(folded(keyed)) && /^[A-L]+$/.test(folded(answer)) && folded(keyed) !== folded(answer);
  return differs ? [error('answer-not-understood', `题目里的答案 ${folded(answer)} 与后面参考答案中的 ${folded(keyed)} 不一致。`)] : [];
}

const letters = /^\s*[A-HＡ-Ｈ](?:[\s,，、]*[A-HＡ-Ｈ])*\s*[。.]?\s*$/;

/** Letters answer options: where none were read, the question is incomplete, whatever its blanks look like. */
const lacksOptions = ({ answer, named, block }: Sifted, type: NamedType | null): boolean =>
  letters.test(answer) && (type === 'short' || (type === 'blank' && (named ?? block.context.type) !== 'blank'));

function readSifted(sifted: Sifted, options: ReadOptions): SimpleOutcome {
  const type = typeOf(sifted);
  const draft = draftOf(sifted, options);
  if (lacksOptions(sifted, type))
    return refuse(draft, [error('options-missing', `答案是 ${shorten(sifted.answer.trim())}，但没有读到选项。`)]);
  switch (type) {
    case 'single':
    case 'multiple':
      return readChoice(type, sifted, draft);
    case 'judge':
      return readJudge(sifted, draft);
    case 'blank':
      return readBlank(sifted, draft);
    case 'short':
    case 'case':
      return readShort(sifted, draft);
    case null:
      return refuse(draft, [
        sifted.answer === '' && sifted.options.length === 0
          ? error('answer-missing', '没有选项，也没有答案，无法判断题型。')
          : error('type-unknown', '无法判断题型，请填写题型。'),
      ]);
    default:
      return never(type);
  }
}

/** 板块 is the section; a chapter stands in for it where neither the caller nor the question named one, and is the topic otherwise. */
export function draftOf(sifted: Sifted, { section }: ReadOptions): Draft {
  const { stem, answer, explanation, basis, chapter } = sifted;
  const named = sifted.section || section || chapter;
  return {
    type: typeOf(sifted),
    stem,
    options: textsByPlace(sifted.options),
    answer,
    explanation,
    basis,
    section: named.slice(0, 500),
    topic: (sifted.topic || (named === chapter ? '' : chapter)).slice(0, 500),
    ...draftDifficulty(sifted.difficulty),
  };
}

const refuse = (draft: Draft, findings: readonly Finding[]): SimpleOutcome => ({ kind: 'refused', draft, findings });
