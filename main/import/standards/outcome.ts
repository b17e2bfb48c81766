import { lettersOf } from '@shared/bank/answer.ts';
import type { Draft, Finding, ProblemCode } from '@shared/bank/imported.ts';
import { speakOfOthers } from '@shared/bank/options.ts';
import type { ReadOptions } from '@shared/bank/reading.ts';
import { countBlanks } from '@shared/bank/stem.ts';
import type { Difficulty, Question, QuestionType } from '@shared/model/question.ts';
import { never } from '@shared/never.ts';

/** What one item of a source came to. */
export type Outcome =
  | { readonly kind: 'question'; readonly question: Question; readonly score: number | null; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly draft: Draft; readonly findings: readonly Finding[] };

export interface SketchBase {
  readonly id: string;
  readonly section: string;
  readonly topic: string;
  readonly stem: string;
  readonly explanation: string;
  readonly basis: string;
  readonly difficulty: Difficulty | null;
  readonly score: number | null;
}

/** What a file of an exact format says about a question, before it is checked. */
export type Sketch =
  | (SketchBase & {
      readonly type: 'single' | 'multiple';
      readonly options: readonly string[];
      readonly right: readonly number[];
      /** Null where the source does not say. */
      readonly shuffle: boolean | null;
    })
  | (SketchBase & { readonly type: 'judge'; readonly answer: boolean | null })
  | (SketchBase & { readonly type: 'blank'; readonly answer: readonly (readonly string[])[]; readonly unordered: boolean })
  | (SketchBase & { readonly type: 'short'; readonly answer: string });

export const error = (code: ProblemCode, message: string): Finding => ({ severity: 'error', code, message });
export const warning = (code: ProblemCode, message: string): Finding => ({ severity: 'warning', code, message });

/** Makes a question of a sketch, or says why it is none. `noticed` goes with it either way. */
export function outcomeOf(sketch: Sketch, noticed: readonly Finding[], options: ReadOptions): Outcome {
  const wrong = faultOf(sketch, options);
  if (wrong) return { kind: 'refused', draft: draftOf(sketch, options), findings: [wrong, ...noticed] };
  const { findings, question } = questionOf(sketch, options);
  return { kind: 'question', question, score: sketch.score, findings: [...noticed, ...findings] };
}

/** An item that cannot become a question at all. */
export const refusedAs = (type: QuestionType | null, sketch: SketchBase, reason: Finding, options: ReadOptions): Outcome => ({
  kind: 'refused',
  draft: { ...texts(sketch, options), type, options: [], answer: '' },
  findings: [reason],
});

/** Longest labels, in characters, as in workbooks: packages carry no longer ones. */
const labels = [
  ['id', 100],
  ['section', 500],
  ['topic', 500],
] as const;

function faultOf(sketch: Sketch, { longestCell }: ReadOptions): Finding | null {
  if (sketch.stem === '') return error('stem-missing', '缺少题干。');
  const long = labels.find(([label, most]) => sketch[label].length > most);
  if (long) return error('cell-too-long', `“${sketch[long[0]].slice(0, 20)}…”超过 ${long[1]} 个字符。`);
  if (allTexts(sketch).some((text) => text.length > longestCell)) return error('cell-too-long', `有一段文字超过 ${longestCell} 个字符。`);
  switch (sketch.type) {
    case 'single':
    case 'multiple':
      return choiceFault(sketch.options, sketch.right);
    case 'judge':
      return sketch.answer === null ? error('answer-missing', '缺少正确答案。') : null;
    case 'blank':
      return sketch.answer.length === 0 || sketch.answer.some((own) => own.length === 0)
        ? error('answer-missing', '填空题缺少答案。')
        : null;
    case 'short':
      return sketch.answer === '' ? error('answer-missing', '缺少参考答案。') : null;
    default:
      return never(sketch);
  }
}

function choiceFault(options: readonly string[], right: readonly number[]): Finding | null {
  const filled = options.filter((option) => option !== '').length;
  if (filled < 2) return error('options-missing', '选择题至少要有两个选项。');
  if (filled > 12) return error('options-too-many', `选项有 ${filled} 个，最多 12 个。`);
  if (right.length === 0) return error('answer-missing', '没有标出正确选项。');
  const empty = right.filter((place) => (options[place] ?? '') === '');
  return empty.length === 0 ? null : error('answer-beyond-options', `正确选项 ${lettersOf(empty)} 是空的。`);
}

function questionOf(sketch: Sketch, options: ReadOptions): { question: Question; findings: readonly Finding[] } {
  const { id, section, topic, stem, explanation, basis } = { ...sketch, section: sketch.section || options.section };
  const base = { id, section, topic, stem, explanation, basis, difficulty: sketch.difficulty ?? ('medium' as const) };
  switch (sketch.type) {
    case 'single':
    case 'multiple': {
      const kept = sketch.options
        .keys()
        .filter((place) => sketch.options[place] !== '')
        .toArray();
      const filled = kept.map((place) => sketch.options[place] ?? '');
      const answer = kept
        .keys()
        .filter((place) => sketch.right.includes(kept[place] ?? -1))
        .toArray();
      const gap = kept.length < sketch.options.length ? [warning('option-gap', '有空的选项，后面的选项已依次前移。')] : [];
      return {
        question: { ...base, type: sketch.type, options: filled, answer, shuffle: sketch.shuffle ?? !speakOfOthers(filled) },
        findings: gap,
      };
    }
    case 'judge':
      return { question: { ...base, type: 'judge', answer: sketch.answer === true }, findings: [] };
    case 'blank': {
      const order = sketch.unordered ? ({ unordered: true } as const) : {};
      return { question: { ...base, type: 'blank', answer: sketch.answer, ...order }, findings: countFindings(stem, sketch.answer.length) };
    }
    case 'short':
      return { question: { ...base, type: 'short', answer: sketch.answer }, findings: [] };
    default:
      return never(sketch);
  }
}

function countFindings(stem: string, answers: number): Finding[] {
  const blanks = countBlanks(stem);
  return blanks > 0 && blanks !== answers ? [warning('blank-count', `题干有 ${blanks} 个空，答案有 ${answers} 个。`)] : [];
}

const texts = (sketch: SketchBase, options: ReadOptions) => ({
  stem: cut(sketch.stem, options),
  explanation: cut(sketch.explanation, options),
  basis: cut(sketch.basis, options),
  section: (sketch.section || options.section).slice(0, 500),
  topic: sketch.topic.slice(0, 500),
});

const draftOf = (sketch: Sketch, options: ReadOptions): Draft => ({
  ...texts(sketch, options),
  type: sketch.type,
  options: 'options' in sketch ? sketch.options.slice(0, 40).map((option) => cut(option, options)) : [],
  answer: cut(answerText(sketch), options),
});

const cut = (text: string, { longestCell }: ReadOptions): string => text.slice(0, longestCell);

function answerText(sketch: Sketch): string {
  if ('right' in sketch) return lettersOf(sketch.right);
  if (sketch.type === 'judge') return { true: '正确', false: '错误', null: '' }[`${sketch.answer}`];
  return sketch.type === 'blank' ? sketch.answer.map((own) => own.join('|')).join('；') : sketch.answer;
}

const allTexts = (sketch: Sketch): readonly string[] => [
  sketch.stem,
  sketch.explanation,
  sketch.basis,
  ...('options' in sketch ? sketch.options : []),
  ...(sketch.type === 'blank' ? sketch.answer.flat() : sketch.type === 'short' ? [sketch.answer] : []),
];
