import { choiceAnswer, lettersOf } from '../../answer.ts';
import type { Draft, Finding } from '../../imported.ts';
import { letterOf, speakOfOthers, type PlacedOption } from '../../options.ts';
import { answerBrackets, countBlanks, emptied, takeLetters } from '../../stem.ts';
import { foldText } from '../../text.ts';
import type { ChoiceQuestion } from '../../../model/question.ts';
import { accept, commonOf, refuse } from './accept.ts';
import { error, shorten, warning, type SimpleOutcome } from './outcome.ts';
import type { Sifted } from './sift.ts';

/** Reads a question with options; its answer stands behind a label, in the brackets of the stem, or both. */
export function readChoice(type: ChoiceQuestion['type'], sifted: Sifted, draft: Draft): SimpleOutcome {
  const options = sifted.options.filter(({ text }) => text !== '');
  if (options.length < 2) return refuse(draft, error('options-missing', '选择题至少要有两个选项。'));
  if (options[0]?.place !== 0) return refuse(draft, error('options-missing', '缺少选项 A。'));
  if (options.length === 2 && options.some(({ text }) => gluedLetter.test(text)))
    return refuse(draft, error('options-missing', '选项像是连在了一起，请逐个分开。'));
  if (options.length > 12) return refuse(draft, error('options-too-many', `选项有 ${options.length} 个，最多 12 个。`));
  const written = withoutNote(sifted.answer);
  const marked = written.answer === '' ? takeMarks(sifted.stem) : dropMark(sifted.stem, choiceAnswer(written.answer, options) ?? []);
  if (marked.marks.length > 1)
    return refuse(draft, error('answer-not-understood', `题干里有几处答案 ${marked.marks.join('、')}，分不清哪个是正确答案。`));
  const [mark = ''] = marked.marks;
  const cell = written.answer || mark;
  if (cell === '') return refuse(draft, error('answer-missing', '缺少正确答案。'));
  const places = choiceAnswer(cell, options);
  if (!places) return refuse(draft, error('answer-not-understood', `看不懂答案“${shorten(cell)}”。`));
  if (written.answer !== '' && mark !== '')
    return refuse(draft, error('answer-not-understood', `题干里的答案 ${mark} 与后面的答案 ${lettersOf(places)} 不一致。`));
  const beyond = places.filter((place) => !options.some((option) => option.place === place));
  if (beyond.length > 0)
    return refuse(draft, error('answer-beyond-options', `答案 ${lettersOf(places)} 中的 ${lettersOf(beyond)} 没有对应的选项。`));
  const twice = places.filter((place) => options.filter((option) => option.place === place).length > 1);
  if (twice.length > 0) return refuse(draft, error('answer-not-understood', `有两个选项都写作 ${lettersOf(twice)}，分不清答案指哪一个。`));
  const texts = options.map(({ text }) => text);
  const noted = { ...draft, explanation: [draft.explanation, written.note].filter(Boolean).join('\n') };
  const question: ChoiceQuestion = {
    ...commonOf(
      noted,
      withoutTold(
        marked.stem,
        options.filter(({ place }) => places.includes(place)),
      ),
      sifted,
    ),
    type,
    options: texts,
    answer: places.map((place) => options.findIndex((option) => option.place === place)).toSorted((one, other) => one - other),
    shuffle: !speakOfOthers(texts),
  };
  return accept(question, sifted, gaps(options));
}

/** 乙C丙 and 乙  C 丙 in one of two options. */
const gluedLetter = /[\s\u4e00-\u9fff][BCD](?=[\s\u4e00-\u9fff])/;

const folded = (mark: string): string =>
  mark
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s,、]/g, '');

/** Every bracket with letters is emptied; the same letters twice are one answer. */
function takeMarks(source: string): { stem: string; marks: string[] } {
  const found = answerBrackets(source);
  const behind = found.at(-1);
  if (behind && found.length === 1 && countBlanks(source) > 0 && /^\s*[。.]?\s*$/.test(source.slice(behind.at + behind.whole.length)))
    return { stem: source.slice(0, behind.at).trim(), marks: [folded(behind.mark)] };
  // An empty bracket is where the answer goes: letters in another one are text.
  const brackets = /[(（]\s*[)）]/.test(source) ? [] : found;
  if (brackets.length === 0) {
    if (found.length > 0) return { stem: source, marks: [] };
    const { stem, mark } = takeLetters(source);
    return { stem, marks: mark === '' ? [] : [mark] };
  }
  const stem = brackets.reduceRight((text, bracket) => emptied(text, bracket).stem, source);
  return { stem, marks: [...new Set(brackets.map(({ mark }) => folded(mark)))] };
}

/** Brackets with the answer that is written elsewhere too are emptied. Letters in the only place for an answer contradict it; others belong to the text. */
function dropMark(source: string, places: readonly number[]): { stem: string; marks: string[] } {
  const brackets = answerBrackets(source);
  const same = brackets.filter(({ mark }) => [...folded(mark)].toSorted().join('') === lettersOf(places));
  const stem = same.reduceRight((text, bracket) => emptied(text, bracket).stem, source);
  const [only, other] = brackets;
  const clashes = only && !other && same.length === 0 && isAscending(folded(only.mark)) && countBlanks(source) === 0;
  return { stem, marks: clashes ? [folded(only.mark)] : [] };
}

const isAscending = (letters: string): boolean => [...letters].every((letter, place) => place === 0 || letter > (letters[place - 1] ?? ''));

/** C（甲是关键词） and B 《规程》第3条: what follows the letters explains them; AC：甲；丙 repeats the options. */
function withoutNote(answer: string): { answer: string; note: string } {
  const [, letters, note] = /^\s*([A-LＡ-Ｌ](?:[\s,，、]*[A-LＡ-Ｌ])*)\s*[。.]?\s*((?:[（(《【:：]|\n).*)$/su.exec(answer) ?? [];
  return letters === undefined
    ? { answer, note: '' }
    : { answer: letters, note: /^[:：]/.test(note ?? '') ? '' : (note ?? '').trim().replace(/^[（(](.*)[)）]$/s, '$1') };
}

const filled = /[（(]\s*([^（()）]{1,80}?)\s*[)）]/g;

/** …是（甲）: where no other blank is, the bracket that holds the text of the right option is one that was filled in. */
function withoutTold(stem: string, [right, more]: readonly PlacedOption[]): string {
  if (!right || more || countBlanks(stem) > 0) return stem;
  const [told, again] = [...stem.matchAll(filled)].filter(([, text = '']) => foldText(text) === foldText(right.text));
  return told && !again ? emptied(stem, { at: told.index, whole: told[0], mark: '' }).stem : stem;
}

function gaps(options: readonly PlacedOption[]): Finding[] {
  const named = new Set(options.map(({ place }) => place));
  if (named.size < options.length) return [warning('option-gap', '有两个选项写作同一个字母，已按先后排列。')];
  const gap = options.findIndex((_, place) => !named.has(place));
  return gap < 0 ? [] : [warning('option-gap', `选项 ${letterOf(gap)} 是空的，后面的选项已依次前移，答案随选项内容保留。`)];
}
