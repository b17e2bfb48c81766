import { judgementOf, lettersOf } from '../../answer.ts';
import { scoreOf } from '../../cells.ts';
import { stripLetters, type PlacedOption } from '../../options.ts';
import type { NamedType } from '../../question-type.ts';
import { takeRemark, takeTag } from '../../stem.ts';
import type { Block, Stretch } from '../block.ts';
import type { LabelField } from '../signs/label-signs.ts';
import { bareOptions } from './bare-options.ts';
import { linesOfStretches, render, textOf, type Rendering } from './rendered.ts';

/** A question as its block says it, before the type decides what the answer means. */
export interface Sifted {
  readonly block: Block;
  readonly stem: string;
  /** Type named beside the question. */
  readonly named: NamedType | null;
  readonly options: readonly PlacedOption[];
  /** As the source has it; '' where no label, mark or tick tells one. */
  readonly answer: string;
  readonly explanation: string;
  readonly basis: string;
  readonly topic: string;
  readonly chapter: string;
  readonly section: string;
  readonly difficulty: string;
  readonly score: number | null;
  /** 无序 and its likes. */
  readonly order: string;
}

const stemLabel = /^(?:题目|题干)\s*[:：]\s*/;
const scoreNote =
  /(?<=[)）。.?？])\s*[（(]\s*(\d{1,2}\.[05])\s*[)）]\s*$|[（([【]\s*(?:本[小]?题|每[小]?题|共|满分)?\s*(\d{1,3}(?:\.\d)?)\s*分\s*[)）\]】]\s*$/;
const scoreLead = /^\s*[（([【]\s*(\d{1,3}(?:\.\d)?)\s*分\s*[)）\]】]\s*/;
const pageNote = /(?<=[。.？?！）)])\s*[（(]?([Pp]\s?\d{1,4}(?:[-—~]\d{1,4})?)[)）]?\s*(?=(?:[（(]\s*[√×✓✗对错]\s*[)）])?[。.]?\s*$)/;

/** Sorts what a block holds. `looks` tells what becomes of emphasis and underlines in the stem. */
export function sift(block: Block, looks: Rendering): Sifted {
  const bare = block.options.length === 0 ? bareOptions(block) : null;
  const whole = render(bare?.stem ?? block.stem, looks).text;
  const [lead = '', led = ''] = scoreLead.exec(whole) ?? [];
  const tagged = takeTag(whole.slice(lead.length).replace(stemLabel, ''));
  const scored = takeNote(tagged.stem, scoreNote);
  const paged = takeNote(scored.rest, pageNote);
  const judged = takeRemark(paged.rest);
  const ticked = takeTicks((bare?.options ?? block.options).map(({ place, text }) => ({ place, text: optionText(textOf(text)) })));
  const written = bare === null ? labelled(block, 'answer') : lettersForCircles(labelled(block, 'answer'));
  return {
    block,
    stem: judged.stem,
    named: block.tag ?? tagged.type,
    options: stripLetters(ticked.options),
    answer: written || block.mark || lettersOf(ticked.places),
    explanation: [judged.remark, labelled(block, 'explanation'), withoutFurniture(labelled(block, 'remark'))].filter(Boolean).join('\n'),
    basis: [textOf(block.basis), labelled(block, 'basis'), paged.note].filter(Boolean).join('\n'),
    topic: oneLine(labelled(block, 'topic')),
    chapter: oneLine(labelled(block, 'chapter')) || block.context.chapter,
    section: oneLine(labelled(block, 'section')),
    difficulty: labelled(block, 'difficulty').replace(/[)）。]\s*$/, ''),
    score: scoreOf(labelled(block, 'score')) ?? scoreOf(scored.note || led),
    order: labelled(block, 'order'),
  };
}

/** Notes stand within the last characters of a stem. */
const noteWithin = 60;

function takeNote(stem: string, pattern: RegExp): { rest: string; note: string } {
  const end = stem.slice(-noteWithin);
  const found = pattern.exec(end);
  if (!found) return { rest: stem, note: '' };
  const kept = end.slice(0, found.index) + end.slice(found.index + found[0].length);
  return { rest: (stem.slice(0, stem.length - end.length) + kept).trim(), note: found[1] ?? found[2] ?? '' };
}

/** What the pages of training platforms write below every answer. */
const furniture = /^(?:得分\s*[:：]\s*)?\d{1,3}(?:\.\d{1,2})?\s*分$|^(?:AI\s?讲解|写笔记|纠错|收藏|☑)$/;
const withoutFurniture = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !furniture.test(line.trim()))
    .join('\n');

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** What stands behind the labels of one kind. */
function labelled(block: Block, field: LabelField): string {
  const texts = block.fields.filter((own) => own.field === field).map(({ text }) => linesOfStretches(text));
  const text = texts.filter(Boolean).join('\n');
  return field === 'answer' ? withoutBrackets(text, block) : text;
}

/** ①③ is AC where the options stand behind circled numbers. */
const lettersForCircles = (answer: string): string =>
  /^[①-⑫\s,，、]+$/.test(answer) ? answer.replace(/[①-⑫]/g, (circle) => lettersOf([circle.charCodeAt(0) - 0x2460])) : answer;

/** （答案：C） and [答案]：C close a bracket that stood before the word. */
const withoutBrackets = (text: string, block: Block): string => {
  const opened = block.fields.some(({ field, text: [first] }) => field === 'answer' && first !== undefined && opensBracket(first));
  return (opened ? text.replace(/[)）】\]]\s*[。.]?$/, '') : text).replace(/^[:：]\s*/, '').trim();
};

const opensBracket = ({ line, from }: Stretch): boolean => /[([【]\s?[^)\]】]{0,12}$/.test(line.plain.slice(Math.max(0, from - 20), from));

/** A button of a web page in front of the letter. */
const pictureBullet = /^［图］\s*(?=[A-L]\s*[.、．])/;

/** Without the separators that a line of options ends with. */
const optionText = (text: string): string => withoutEnd(text.replace(pictureBullet, ''));
const withoutEnd = (text: string): string =>
  text.slice(0, -noteWithin) + text.slice(-noteWithin).replace(/(?:\s+[.．。])?[\s;；,，、]*$/u, '');

const tick =
  /^\s*(?:[√✓✔★*]|[（(]\s*(?:√|✓|✔|正确答案?|对)\s*[)）])\s*(?=\S)|(?<=\S)\s*(?:[√✓✔★]|[（(]\s*(?:√|✓|✔|正确答案?)\s*[)）]|[[【]\s*正确(?:答案)?\s*[\]】])\s*$/u;

/** A tick beside some of the options shows the answer. */
function takeTicks(options: readonly PlacedOption[]): { options: PlacedOption[]; places: number[] } {
  const ticked = options.filter(({ text }) => judgementOf(text) === null && tick.test(text));
  if (ticked.length === 0 || ticked.length === options.length) return { options: [...options], places: [] };
  return {
    options: options.map((option) => (ticked.includes(option) ? { ...option, text: option.text.replace(tick, '').trim() } : option)),
    places: ticked.map(({ place }) => place),
  };
}
