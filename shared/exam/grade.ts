import type { AttemptResult, ItemResult, Paper, PaperItem, PartResult } from '../model/exam.ts';
import type { Answer, ChoiceQuestion, Question } from '../model/question.ts';
import { never } from '../never.ts';
import { answerOfPart, partItems } from './case.ts';
import { addPoints, sumHundredths } from './points.ts';
import { partialScore, rightBlanks } from './scoring/score-item.ts';

/**
 * Whether an answer is fully right; null where only a person can tell, in a case already where that is so of one part. No
 * answer, or one of another kind, is wrong.
 */
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
    case 'case':
      return allRight(question.parts.map((part, place) => isCorrect(part, answerOfPart(answer, place))));
    default:
      return never(question);
  }
}

/** Marks one item by its scoring rule (see ScoringRule); a case gives what its parts give, each by the rule of the case. */
export function gradeItem(item: PaperItem, answer: Answer | null): ItemResult {
  const marked = markItem(item, answer);
  if (item.question.type !== 'case') return marked;
  const parts = partItems(item).map((part, place) => markItem(part, answerOfPart(answer, place)));
  return resultOfParts(marked, parts);
}

/** The result of a case from the results of its parts. */
export function resultOfParts(item: ItemResult, parts: readonly PartResult[]): ItemResult {
  return {
    ...item,
    score: addPoints(parts.map((part) => part.score)),
    correct: allRight(parts.map((part) => part.correct)),
    parts,
  };
}

function markItem(item: PaperItem, answer: Answer | null): PartResult {
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
  const unmarked = sumHundredths(items.map(unmarkedOf));
  const marked = full - unmarked;
  const percent = marked > 0 ? Math.floor((10_000 * score) / marked) / 100 : 0;
  return { score: score / 100, full: full / 100, unmarked: unmarked / 100, percent, passed: marked > 0 && percent >= passLine, items };
}

export interface SectionScore {
  readonly section: string;
  readonly questions: number;
  readonly right: number;
  readonly score: number;
  /** Full score of what is marked here; short answers that wait for a person are left out. */
  readonly full: number;
}

/** The result by section, in the order in which the sections first appear on the paper. */
export function scoreBySection(result: AttemptResult): readonly SectionScore[] {
  const sections = Map.groupBy(
    result.items.filter((item) => item.correct !== null || unmarkedOf(item) < item.full),
    (item) => item.section,
  );
  return [...sections].map(([section, items]) => ({
    section,
    questions: items.length,
    right: items.filter((item) => item.correct).length,
    score: addPoints(items.map((item) => item.score)),
    full: addPoints(items.map((item) => item.full - unmarkedOf(item))),
  }));
}

/** How much of an item's full score waits for a person. */
export function unmarkedOf({ full, correct, parts }: ItemResult): number {
  if (correct !== null) return 0;
  return parts ? addPoints(parts.filter((part) => part.correct === null).map((part) => part.full)) : full;
}

const allRight = (marks: readonly (boolean | null)[]): boolean | null => (marks.includes(null) ? null : marks.every(Boolean));

function sameChoice(question: ChoiceQuestion, chosen: readonly number[]): boolean {
  const wanted = new Set(question.answer);
  const given = new Set(chosen);
  return wanted.size === given.size && [...given].every((option) => wanted.has(option));
}
