import type { Difficulty } from '../model/question.ts';
import type { Draft } from './imported.ts';

const exact: Readonly<Record<string, Difficulty>> = {
  低: 'easy',
  初级: 'easy',
  easy: 'easy',
  适中: 'medium',
  一般: 'medium',
  普通: 'medium',
  中级: 'medium',
  medium: 'medium',
  高: 'hard',
  高级: 'hard',
  hard: 'hard',
};
const contained: readonly (readonly [RegExp, Difficulty])[] = [
  [/中/, 'medium'],
  [/易|简单/, 'easy'],
  [/难/, 'hard'],
];

/** 易 · 简单 · 适中 · 中等 · 较难 …; medium for an empty cell, null for one that says none of these. */
export function difficultyOf(cell: string): Difficulty | null {
  const text = cell.trim().toLowerCase();
  if (text === '') return 'medium';
  return exact[text] ?? contained.find(([words]) => words.test(text))?.[1] ?? null;
}

/** The difficulty that a draft keeps; nothing where the cell names none. */
export function draftDifficulty(cell: string): Pick<Draft, 'difficulty'> {
  const difficulty = cell.trim() === '' ? null : difficultyOf(cell);
  return difficulty === null ? {} : { difficulty };
}

/** 是 · 否 and their likes; null where the cell is empty or says something else. */
export function yesOrNo(cell: string): boolean | null {
  const text = cell.trim().toLowerCase();
  if (/^(?:是|可|允许|y|yes|true|1|√)$/.test(text)) return true;
  return /^(?:否|不|不可|不允许|n|no|false|0|×)$/.test(text) ? false : null;
}

/** A positive number such as 2 or 2分, else null. */
export function scoreOf(cell: string): number | null {
  const score = Number(cell.normalize('NFKC').replace('分', '').trim() || Number.NaN);
  return Number.isFinite(score) && score > 0 ? score : null;
}

/** \ / -- and ? are how some forms show that a cell is empty. */
export const isEmptyMark = (cell: string): boolean => /^(?:[\\/]+|-{2,}|—+|[?？]+)$/.test(cell.trim());
