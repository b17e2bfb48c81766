import type { GIFTQuestion, MultipleChoice, ShortAnswer, TextChoice, TextFormat, TrueFalse } from 'gift-pegjs';
import type { Finding } from '@shared/bank/imported.ts';
import type { ReadOptions } from '@shared/bank/reading.ts';
import type { Carried } from '@shared/bank/standards/carried.ts';
import { never } from '@shared/never.ts';
import { acceptedTexts, explanationOf, mediaFinding, rightOptions, type WeighedAnswer } from '../answers.ts';
import { error, outcomeOf, refusedAs, warning, type Outcome, type SketchBase } from '../outcome.ts';
import { looksLikeHtml, plainOf, tidy, type PlainText } from '../plain-text.ts';
import { parseBlock, type SeveralBlanks } from './grammar.ts';
import { restore } from './protect.ts';

/** What a block came to; a description is a text that asks nothing. */
export type GiftOutcome = Outcome | { readonly kind: 'description'; readonly sketch: SketchBase };

/** Where the question belongs and what its comments say of it. */
export interface GiftContext {
  readonly id: string;
  readonly section: string;
  readonly topic: string;
  readonly carried: Carried;
}

/** Reads one block. What its grammar, or our types, do not allow is refused with the block as its stem. */
export function readGiftQuestion(block: string, context: GiftContext, options: ReadOptions): GiftOutcome {
  const refuse = (reason: Finding): Outcome => refusedAs(null, baseOf(context, tidy(block)), reason, options);
  const longest = options.longestCell * 20;
  if (block.length > longest) return refuse(error('cell-too-long', `一道题超过 ${longest} 个字符。`));
  // The text of a case has no braces of its own, whatever stands in it.
  if (!context.carried.weights && hasWideMarks(block))
    return refuse(error('not-well-formed', '用了全角符号 ｛｝＝～，不合 GIFT 格式，请改成半角的 { } = ~。'));
  const question = parseBlock(block);
  if (!question) return refuse(error('not-well-formed', 'GIFT 格式有误：大括号不配对，或括号里的 = ~ # 没有用反斜杠标明。'));
  return mapped(question, context, options);
}

/** ｛＝甲 ～乙｝ is what a Chinese keyboard makes of GIFT. */
const hasWideMarks = (block: string): boolean =>
  /(?<!\\)\{/.test(block) ? /(?<!\\)\{\s*[＝～]/.test(block) : /｛\s*(?:[=＝~～]|(?:T|F|TRUE|FALSE)\s*｝)/i.test(block);

/** {=甲 ～乙} is a short answer by the standard, but hardly meant as one. */
const wideTilde = (answers: readonly string[]): Finding[] =>
  answers.some((text) => /\s～\S/.test(text)) ? [warning('answer-not-understood', '答案里有全角的 ～，是否应为半角的 ~？请核对。')] : [];

const baseOf = ({ id, section, topic, carried }: GiftContext, stem: string): SketchBase => ({
  id,
  section,
  topic: carried.topic || topic,
  stem,
  explanation: carried.explanation,
  basis: carried.basis,
  difficulty: carried.difficulty,
  score: null,
});

function mapped(question: GIFTQuestion | SeveralBlanks, context: GiftContext, options: ReadOptions): GiftOutcome {
  if (question.type === 'Category') throw new Error('category lines are taken out before the grammar sees them');
  const stem = stemOf(question);
  const base = baseOf(context, stem.text);
  const noticed = mediaFinding(stem.media);
  switch (question.type) {
    case 'Description':
      return { kind: 'description', sketch: base };
    case 'MC':
      return choiceOf(question, base, noticed, context, options);
    case 'TF':
      return outcomeOf(
        { ...base, type: 'judge', answer: question.isTrue, explanation: judgeExplanation(base, question) },
        noticed,
        options,
      );
    case 'Short':
      return blankOf([question], base, noticed, context, options);
    case 'Several':
      return blankOf(question.parts, base, noticed, context, options);
    case 'Essay':
      return outcomeOf({ ...base, type: 'short', answer: textOf(question.globalFeedback).text }, noticed, options);
    case 'Matching':
      return refusedAs(null, base, error('type-unsupported', '不支持匹配（连线）题，请拆成单独的试题。'), options);
    case 'Numerical':
      return refusedAs(null, base, error('type-unsupported', '不支持数值题，请改成填空题或选择题。'), options);
    default:
      return never(question);
  }
}

function choiceOf(question: MultipleChoice, base: SketchBase, noticed: Finding[], { carried }: GiftContext, options: ReadOptions): Outcome {
  const answers = question.choices.map((choice) => weighed(choice, textOf(choice.text)));
  // GIFT has no other sign of a multiple choice than that no option is the right one by itself.
  const type = question.choices.some((choice) => choice.isCorrect) ? 'single' : 'multiple';
  const { right, findings } = rightOptions(type, answers);
  const media = question.choices.some((choice) => textOf(choice.text).media) && noticed.length === 0;
  const explanation = explanationOf(textOf(question.globalFeedback).text || base.explanation, answers);
  const sketch = { ...base, type, options: answers.map(({ text }) => text), right, shuffle: carried.shuffle, explanation } as const;
  return outcomeOf(sketch, [...noticed, ...mediaFinding(media), ...findings], options);
}

function blankOf(
  parts: readonly ShortAnswer[],
  base: SketchBase,
  noticed: Finding[],
  { carried }: GiftContext,
  options: ReadOptions,
): Outcome {
  // Short answers are plain text whatever the format of the question is.
  const fields = parts.map((part) =>
    part.choices.map((choice) => weighed(choice, { text: tidy(restore(choice.text.text)), media: false })),
  );
  const accepted = fields.map(acceptedTexts);
  const general = parts.map((part) => textOf(part.globalFeedback).text).find((text) => text !== '') ?? base.explanation;
  const answer = carried.blanks ?? accepted.map((field) => field.accepted);
  const explanation = explanationOf(general, fields.flat());
  const findings = carried.blanks ? [] : [...accepted.flatMap((field) => field.findings), ...wideTilde(answer.flat())];
  return outcomeOf({ ...base, type: 'blank', answer, unordered: carried.unordered, explanation }, [...noticed, ...findings], options);
}

const weighed = ({ isCorrect, weight, feedback }: TextChoice, { text }: PlainText): WeighedAnswer => ({
  text,
  weight: weight ?? (isCorrect ? 100 : 0),
  feedback: textOf(feedback).text,
});

function judgeExplanation(base: SketchBase, { globalFeedback, trueFeedback, falseFeedback }: TrueFalse): string {
  const said = [globalFeedback, trueFeedback, falseFeedback].map((feedback) => textOf(feedback).text);
  return said.filter((text) => text !== '').join('\n') || base.explanation;
}

/** The grammar puts five underscores where the field stood in its sentence; a judgement has no blank there. */
function stemOf(question: Exclude<GIFTQuestion, { type: 'Category' }> | SeveralBlanks): PlainText {
  const { format, text } = question.stem;
  if (!('hasEmbeddedAnswers' in question) || !question.hasEmbeddedAnswers) return textOf(question.stem, 'kept');
  const closed = text.replace(/(?<=[^\x20-\x7e]) (?=_____)/, '').replace(/(?<=_____) (?=[^\x20-\x7e]|[.,;:!?"'])/, '');
  return textOf({ format, text: closed.replace('_____', question.type === 'TF' ? '' : '____') }, 'kept');
}

function textOf(text: TextFormat | null | undefined, emphasis: 'kept' | 'dropped' = 'dropped'): PlainText {
  if (!text) return { text: '', media: false };
  const restored = restore(text.text);
  const html = text.format === 'html' || (text.format === 'moodle' && looksLikeHtml(restored));
  return html ? plainOf(restored, emphasis) : { text: tidy(restored), media: false };
}
