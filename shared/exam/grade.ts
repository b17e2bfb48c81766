import { sameText } from '../bank/text.ts';
import type { AttemptResult, ItemResult, Paper, PaperItem } from '../model/exam.ts';
import type { Answer, BlankQuestion, ChoiceQuestion, Question } from '../model/question.ts';
import { never } from '../never.ts';

/** Whether an answer is fully right; null where only a person can tell. No answer, or one of another kind, is wrong. */
export function isCorrect(question: Question, answer: Answer | null): boolean | null {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return answer?.kind === 'options' && sameChoice(question, answer.chosen);
    case 'judge':
      return answer?.kind === 'judge' && answer.value === question.answer;
    case 'blank':
      return answer?.kind === 'blanks' && rightBlanks(question, answer.texts) === question.answer.length;
    case 'short':
      return null;
    default:
      return never(question);
  }
}

/** Marks one item. Only blanks give part of the score: each blank its share, rounded to hundredths. */
export function gradeItem(item: PaperItem, answer: Answer | null): ItemResult {
  const { question } = item;
  const correct = isCorrect(question, answer);
  const score = correct ? item.score : partialScore(item, answer);
  return { questionId: question.id, section: question.section, type: question.type, score, full: item.score, correct };
}

/**
 * Marks a paper. The order of the items and answers changes no figure. `percent` and `passed` are over what is marked
 * here; items that wait for a person stand in `unmarked`. `percent` is cut, not rounded, to hundredths, so that it never
 * shows a pass line that was not reached.
 */
export function gradeAttempt(paper: Paper, answers: ReadonlyMap<string, Answer>, passLine: number): AttemptResult {
  return totalOf(
    paper.items.map((item) => gradeItem(item, answers.get(item.question.id) ?? null)),
    passLine,
  );
}

/** The result that these items add up to; see gradeAttempt. */
export function totalOf(items: readonly ItemResult[], passLine: number): AttemptResult {
  const score = sumHundredths(items.map((item) => item.score));
  const full = sumHundredths(items.map((item) => item.full));
  const unmarked = sumHundredths(items.filter((item) => item.correct === null).map((item) => item.full));
  const marked = full - unmarked;
  const percent = marked > 0 ? Math.floor((10_000 * score) / marked) / 100 : 0;
  return { score: score / 100, full: full / 100, unmarked: unmarked / 100, percent, passed: marked > 0 && percent >= passLine, items };
}

export interface SectionScore {
  readonly section: string;
  readonly questions: number;
  readonly right: number;
  readonly score: number;
  /** Full score of what is marked here; short answers are left out. */
  readonly full: number;
}

/** The result by section, in the order in which the sections first appear on the paper. */
export function scoreBySection(result: AttemptResult): readonly SectionScore[] {
  const sections = Map.groupBy(
    result.items.filter((item) => item.correct !== null),
    (item) => item.section,
  );
  return [...sections].map(([section, items]) => ({
    section,
    questions: items.length,
    right: items.filter((item) => item.correct).length,
    score: sumHundredths(items.map((item) => item.score)) / 100,
    full: sumHundredths(items.map((item) => item.full)) / 100,
  }));
}

function sameChoice(question: ChoiceQuestion, chosen: readonly number[]): boolean {
  const wanted = new Set(question.answer);
  const given = new Set(chosen);
  return wanted.size === given.size && [...given].every((option) => wanted.has(option));
}

function rightBlanks(question: BlankQuestion, texts: readonly string[]): number {
  return question.answer.filter((alternatives, blank) => alternatives.some((wanted) => sameText(texts[blank] ?? '', wanted))).length;
}

function partialScore(item: PaperItem, answer: Answer | null): number {
  if (item.question.type !== 'blank' || answer?.kind !== 'blanks') return 0;
  const share = (100 * item.score * rightBlanks(item.question, answer.texts)) / item.question.answer.length;
  const rounded = Math.round(share) / 100;
  return rounded < item.score ? rounded : Math.floor(share) / 100; // the full score is for all blanks right
}

/** Sums in whole hundredths, so that the order of adding cannot change the sum. */
function sumHundredths(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + Math.round(score * 100), 0);
}
