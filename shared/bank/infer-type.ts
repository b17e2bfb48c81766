import { choiceAnswer, judgeAnswer, judgementOf } from './answer.ts';
import type { PlacedOption } from './options.ts';
import type { NamedType } from './question-type.ts';
import { countBlanks, takeJudgement, takeLetters } from './stem.ts';

/** The types of questions that are no case. */
export type PartType = Exclude<NamedType, 'case'>;

/** What a row shows of its type. */
export interface Shown {
  readonly stem: string;
  /** As the source has it. */
  readonly answer: string;
  readonly options: readonly PlacedOption[];
}

/** What the answer and options show where nothing names the type. */
export function inferType({ stem, answer, options }: Shown): PartType | null {
  const sides = options.length === 2 ? options.map((option) => judgementOf(option.text)) : [];
  if (sides.includes(true) && sides.includes(false)) return 'judge';
  if (options.length > 1) return (choiceAnswer(answer || takeLetters(stem).mark, options)?.length ?? 1) > 1 ? 'multiple' : 'single';
  const blanks = countBlanks(stem);
  // 1 and 0 judge a statement, but fill a blank.
  if (blanks > 0 && /^[01]$/.test(answer.trim())) return 'blank';
  if (judges(answer || takeJudgement(stem).mark)) return 'judge';
  if (blanks > 0) return 'blank';
  // 2 is what some platforms write for 错; it answers only what asks for a number.
  return answer === '' || (isDigit(answer) && !/[?？]|几|多少/.test(stem)) ? null : 'short';
}

/** 错 · 错，应为… · B. 错, but not 0.5米 or 1 个月. */
function judges(cell: string): boolean {
  const { value, remark } = judgeAnswer(cell);
  return value !== null && (remark === '' || judgementOf(remark) !== null || !/^\w/.test(cell.normalize('NFKC').trim()));
}

/** Letters without options may choose among options that were left out, or judge (A for 对): nothing in the row tells. */
export function isMarkAlone({ answer, options }: Shown): boolean {
  const letters = Array.from(
    answer
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s,、;]/g, ''),
  );
  const rising = letters.every((letter, place) => /[A-L]/.test(letter) && letter > (letters[place - 1] ?? ''));
  return options.length === 0 && letters.length > 0 && rising && answer.trim().toUpperCase() !== 'F';
}

export const isDigit = (answer: string): boolean => /^\d$/.test(answer.trim());
