import type { PaperScores, ScoreCheck } from '../../model/examining.ts';
import { readScore, type EntryProblem } from './entry.ts';
import { isKeyedIn, type ScorePart } from './sheet.ts';

/** 复核: the scores are keyed in a second time without sight of the first, then both are compared. */
export type CheckState = 'unchecked' | 'begun' | 'same' | 'different';

/** Where the two passes differ: in the score of a part, or in whether the person was absent. */
export type Difference =
  | { readonly kind: 'part'; readonly part: number; readonly first: number | null; readonly second: number | null }
  | { readonly kind: 'absent'; readonly first: boolean };

export function checkState(scores: PaperScores): CheckState {
  const { check } = scores;
  if (!check || (!check.absent && check.parts.every((part) => part === null))) return 'unchecked';
  if (!isKeyedIn(check)) return 'begun';
  return differencesOf(scores).length === 0 ? 'same' : 'different';
}

/** Empty before the second pass of this line is complete: then nothing of the first is given away. */
export function differencesOf({ parts, absent, check }: PaperScores): readonly Difference[] {
  if (!check || !isKeyedIn(check)) return [];
  if (check.absent !== absent) return [{ kind: 'absent', first: absent }];
  return parts.flatMap((first, part): Difference[] => {
    const second = check.parts[part] ?? null;
    return first === second ? [] : [{ kind: 'part', part, first, second }];
  });
}

/** Takes a text into the second pass. */
export function setCheck(
  scores: PaperScores,
  field: 'absent' | { readonly part: number },
  typed: string,
  { parts, at }: { readonly parts: readonly ScorePart[]; readonly at: number },
): { readonly scores: PaperScores } | { readonly problem: EntryProblem; readonly full: number } {
  const before: ScoreCheck = scores.check ?? { parts: scores.parts.map(() => null), absent: false, at };
  const text = typed.trim();
  if (field === 'absent') {
    const absent = text !== '' && text !== '0';
    if (absent && before.parts.some((part) => part !== null)) return { problem: 'has-scores', full: 0 };
    return { scores: { ...scores, check: { ...before, absent, at } } };
  }
  const full = parts[field.part]?.full ?? 0;
  if (text !== '' && before.absent) return { problem: 'is-absent', full };
  const score = text === '' ? null : readScore(text, full);
  if (score !== null && typeof score !== 'number') return { problem: score.problem, full };
  return { scores: { ...scores, check: { ...before, parts: before.parts.with(field.part, score), at } } };
}

/** The first pass, or the second, holds: afterwards both are the same. */
export function settle(scores: PaperScores, holds: 'first' | 'second', at: number): PaperScores {
  const { check } = scores;
  if (!check) return scores;
  if (holds === 'first') return { ...scores, check: { parts: scores.parts, absent: scores.absent, at } };
  return { ...scores, parts: check.parts, absent: check.absent, at };
}
