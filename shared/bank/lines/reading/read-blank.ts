import { alternatives, blankAnswers } from '../../answer.ts';
import type { Draft } from '../../imported.ts';
import { countBlanks } from '../../stem.ts';
import type { BlankQuestion } from '../../../model/question.ts';
import { render } from './rendered.ts';
import { accept, commonOf, refuse } from './accept.ts';
import { error, type SimpleOutcome } from './outcome.ts';
import type { Sifted } from './sift.ts';

const anyOrder = /[（(【]?\s*(?:答案)?(?:不分先后|顺序不限|不分顺序|无先后顺序|无序|顺序(?:可以?)?(?:互换|颠倒|调换))(?:顺序)?\s*[)）】]?/;

/** Reads a question with blanks. Its answers stand behind a label, underlined, or in the blanks themselves; where their number is not that of the blanks, it is refused. */
export function readBlank(sifted: Sifted, draft: Draft): SimpleOutcome {
  const free = anyOrder.test(sifted.answer) || anyOrder.test(sifted.stem.slice(-30)) || anyOrder.test(sifted.order);
  const source = (
    anyOrder.test(sifted.stem.slice(-30)) ? sifted.stem.slice(0, -30) + sifted.stem.slice(-30).replace(anyOrder, '') : sifted.stem
  ).trim();
  const { stem, answers } = sifted.answer === '' ? filledBlanks(source, sifted) : { stem: spacedBlanks(source), answers: null };
  const blanks = countBlanks(stem);
  const listed = answers ?? writtenAnswers(sifted.answer.replace(anyOrder, '').trim(), blanks);
  if (listed.length === 0) return refuse(draft, error('answer-missing', '填空题缺少答案。'));
  if (blanks !== listed.length) return refuse(draft, error('blank-count', `题干有 ${blanks} 个空，答案有 ${listed.length} 个。`));
  const question: BlankQuestion = {
    ...commonOf(draft, stem, sifted),
    type: 'blank',
    answer: listed,
    ...(free && listed.length > 1 ? { unordered: true } : {}),
  };
  return accept(question, sifted, []);
}

/** One or two strokes on both sides of a word; longer ones are empty blanks with a word between. */
const inStrokes = /(?<!_)_{1,2}\s?([^_\s、，,和与及](?:[^_]{0,60}[^_\s])?)\s?_{1,2}(?!_)/g;
const inBrackets = /(?<![A-Za-z\d=])[（(【]\s*([^（()）【】]{1,40}?)\s*[)）】]/g;
const aside = /^(?:[A-Za-z\d\s,，、.#*]+$|以下|简称|下称|即|如|注|例如|含|不含|包括|见|[一二三四五六七八九十]{1,2}$|[√×对错]$)/;
const bracketBehind = /\s*[（(【]\s*([^（()）【】]{1,200})\s*[)）】]\s*[。.]?$/;

interface Filled {
  readonly stem: string;
  readonly answers: readonly (readonly string[])[];
}

/** Answers that stand with their question: underlined by Word, between strokes, in the brackets of a sentence without another blank, in a bracket behind it, or on the line below. */
function filledBlanks(stem: string, { block }: Sifted): Filled {
  const { underlined } = render(block.stem, 'blanked');
  if (underlined.length > 0) return { stem, answers: underlined.map(accepted) };
  const stroked = [...stem.matchAll(inStrokes)].map(([, text = '']) => text);
  if (stroked.length > 0) return { stem: stem.replace(inStrokes, '____'), answers: stroked.map(accepted) };
  const plain = countBlanks(stem) > 0 || spacedBlanks(stem) !== stem || stem.includes('\n');
  return plain ? (answersBehind(stem) ?? answersBelow(spacedBlanks(stem)) ?? { stem, answers: [] }) : bracketed(stem);
}

function bracketed(stem: string): Filled {
  const texts = [...stem.matchAll(inBrackets)].map(([, text = '']) => text).filter((text) => !aside.test(text));
  return {
    stem: stem.replace(inBrackets, (whole, text: string) => (aside.test(text) ? whole : '（　　）')),
    answers: texts.map(accepted),
  };
}

/** …有____、____。（甲、乙） */
function answersBehind(source: string): Filled | null {
  const [whole, text = ''] = bracketBehind.exec(source.slice(-300)) ?? [];
  const stem = whole === undefined ? source : source.slice(0, source.length - whole.length);
  return text.trim() === '' ? null : fitting(stem, text);
}

/** A line without a blank below a finished sentence with blanks. */
function answersBelow(source: string): Filled | null {
  const cut = source.lastIndexOf('\n');
  const text = source.slice(cut + 1);
  if (cut < 0 || countBlanks(text) > 0 || text.length > 200 || /[。？?：:]$/.test(text)) return null;
  return /[。.；;！!）)_]$/.test(source.slice(0, cut)) ? fitting(source.slice(0, cut), text) : null;
}

/** The answers, where there are as many as blanks. */
function fitting(stem: string, text: string): Filled | null {
  const answers = writtenAnswers(text, countBlanks(stem));
  return answers.length > 0 && answers.length === countBlanks(stem) ? { stem, answers } : null;
}

/** In some documents a blank is nothing but a stretch of spaces. */
export const spacedBlanks = (stem: string): string =>
  stem.replace(/(?<=[^\s_(（])(?:[ \u3000\t]{4,}|[ \u3000]*\t[ \u3000\t]*)(?=[^\s_)）])/g, '____');

const listSign = /(?:^|[\s;；])(?:第[一二三四五六七八九十\d]{1,2}空\s*[:：]|[（(]\d{1,2}[)）]|\d{1,2}[.、．)）](?!\d)|[①-⑳])\s*/g;

/** 甲；乙 · ①甲 ②乙 · 甲   乙 · one a line. */
function writtenAnswers(answer: string, blanks: number): string[][] {
  const text = answer.replace(/^答\s*[:：]\s*/, '');
  const numbered = clean(text.split(listSign));
  if (numbered.length > 1 && numbered.length === blanks) return numbered.map((own) => accepted(own.replace(/[;；。]$/, '')));
  const spaced = clean(text.split(/\s{2,}|\t/));
  if (blanks > 1 && spaced.length === blanks) return spaced.map((own) => accepted(own.replace(/[;；。]$/, '')));
  const listed = blankAnswers(text, blanks);
  if (listed.length === blanks) return listed.map((own) => own.flatMap(accepted));
  const joined = clean(text.split(/[、，,；;\s]+|和|及|与/));
  return joined.length === blanks ? joined.map(accepted) : listed;
}

/** 空值（或NULL） accepts both. */
function accepted(text: string): string[] {
  const [, first, second] = /^(.+?)\s*[（(]\s*或(?:者|写|填)?\s*(.+?)\s*[)）]$/.exec(text) ?? [];
  return first !== undefined && second !== undefined ? [first, second] : alternatives(text);
}

const clean = (texts: readonly string[]): string[] =>
  texts.map((text) => text.replace(/^[、，,\s]+|[、，,\s]+$/g, '')).filter((text) => text !== '');
