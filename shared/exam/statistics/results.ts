import type { Candidate } from '../../model/examining.ts';
import type { QuestionType } from '../../model/question.ts';
import { sumHundredths } from '../points.ts';
import type { Sitting, TypeScore } from './sittings.ts';

/** What one person reached. Scores are points, percentages 0 to 100. */
export interface PersonResult {
  readonly person: Candidate;
  readonly listed: boolean;
  readonly variant: string;
  /** 作答方式 机 or 纸; null where nothing counts. */
  readonly way: 'computer' | 'paper' | null;
  /** `waiting`: short answers or parts are not marked yet · `undecided`: records that differ, see Sitting. */
  readonly state: 'scored' | 'waiting' | 'undecided' | 'absent';
  /** Null without an answer; while it waits, what is marked so far. */
  readonly score: number | null;
  readonly full: number;
  readonly unmarked: number;
  /** Cut, not rounded, to hundredths, so that it never shows a pass line that was not reached. */
  readonly percent: number | null;
  /** Null while it is not certain: the marks that are missing can still decide it. */
  readonly passed: boolean | null;
  readonly types: readonly { readonly type: QuestionType; readonly score: number }[];
  /** False where the record has no hand-in at its end. */
  readonly finished: boolean;
  readonly timesAway: number;
  readonly awayMs: number;
  readonly note: string;
}

/** The result of a sitting against a pass line (percentage of the full score). */
export function resultOf(sitting: Sitting, passLine: number): PersonResult {
  const { kind, person, listed, variant, types, finished, timesAway, awayMs, note } = sitting;
  const rest = { person, listed, variant, finished, timesAway, awayMs, note };
  if (kind === 'absent' || kind === 'undecided') {
    return { ...rest, way: null, state: kind, score: null, full: 0, unmarked: 0, percent: null, passed: null, types: [] };
  }
  const [score, full, unmarked] = [total(types, 'score'), total(types, 'full'), total(types, 'unmarked')];
  return {
    ...rest,
    way: kind,
    state: unmarked > 0 ? 'waiting' : 'scored',
    score: score / 100,
    full: full / 100,
    unmarked: unmarked / 100,
    percent: percentOf(score, full),
    passed: verdict(score, unmarked, full, passLine),
    types: types.map((each) => ({ type: each.type, score: each.score })),
  };
}

function verdict(score: number, unmarked: number, full: number, passLine: number): boolean | null {
  if (percentOf(score, full) >= passLine) return true;
  return percentOf(score + unmarked, full) >= passLine ? null : false;
}

const percentOf = (score: number, full: number): number => (full > 0 ? Math.floor((10_000 * score) / full) / 100 : 0);

const total = (types: readonly TypeScore[], field: 'score' | 'full' | 'unmarked'): number =>
  sumHundredths(types.map((each) => each[field]));
