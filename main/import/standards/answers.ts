import { lettersOf } from '@shared/bank/answer.ts';
import type { Finding } from '@shared/bank/imported.ts';
import { error, warning } from './outcome.ts';

/** An answer as GIFT and Moodle have it. */
export interface WeighedAnswer {
  readonly text: string;
  /** Per cent of the mark that it earns. */
  readonly weight: number;
  /** '' where there is none. */
  readonly feedback: string;
}

/**
 * The options that earn something. Our questions know no part of a mark: in a single choice only one option should earn,
 * and the check for single choices with several answers stops publishing; here it is said why.
 */
export function rightOptions(type: 'single' | 'multiple', answers: readonly WeighedAnswer[]): { right: number[]; findings: Finding[] } {
  const right = answers
    .keys()
    .filter((place) => (answers[place]?.weight ?? 0) > 0)
    .toArray();
  return { right, findings: type === 'single' ? partCredit(answers, right) : oddSum(answers, right) };
}

function partCredit(answers: readonly WeighedAnswer[], right: readonly number[]): Finding[] {
  const part = right.filter((place) => (answers[place]?.weight ?? 0) < 100);
  if (right.length < 2 || part.length === 0) return [];
  return [warning('answer-not-understood', `选项 ${lettersOf(part)} 只得部分分；本系统没有部分得分，请确定唯一的答案。`)];
}

/** Moodle rounds thirds to five decimals; 99.9 to 100.1 is what such lists add up to. */
function oddSum(answers: readonly WeighedAnswer[], right: readonly number[]): Finding[] {
  const sum = right.reduce((total, place) => total + (answers[place]?.weight ?? 0), 0);
  if (right.length === 0 || Math.abs(sum - 100) <= 0.1) return [];
  const message = `正确选项 ${lettersOf(right)} 的得分比例合计 ${Number(sum.toFixed(2))}%，不是 100%，请核对答案。`;
  // A share that was only rounded badly leaves the answer clear; a sum far off shows that an option may be marked wrongly.
  return [Math.abs(sum - 100) <= 1 ? warning('answer-not-understood', message) : error('answer-not-understood', message)];
}

/** The texts that earn the whole mark; * alone, which Moodle takes for any text, is none of them. */
export function acceptedTexts(answers: readonly WeighedAnswer[]): { accepted: string[]; findings: Finding[] } {
  const best = answers.reduce((most, { weight }) => Math.max(most, weight), 0);
  const full = answers.filter(({ text, weight }) => weight > 0 && weight === best && text !== '*' && text !== '');
  const part = answers.filter(({ text, weight }) => weight > 0 && weight < best && text !== '*').map(({ text }) => text);
  const open = full.filter(({ text }) => /(?<!\\)\*/.test(text));
  const findings = [
    ...(part.length > 0 ? [warning('answer-not-understood', `只得部分分的答案“${part.join('”“')}”没有收入。`)] : []),
    ...(open.length > 0 ? [warning('answer-not-understood', '答案中的 * 在 Moodle 里代表任意文字，这里按原样收入，请核对。')] : []),
  ];
  return { accepted: full.map(({ text }) => text.replaceAll('\\*', '*')), findings };
}

/** The explanation: what is said to everybody, then what is said to one option. Options are named by their text, because their order may change. */
export function explanationOf(general: string, answers: readonly WeighedAnswer[]): string {
  const own = answers.filter(({ feedback }) => feedback !== '').map(({ text, feedback }) => `“${text}”：${feedback}`);
  return [general, ...own].filter((line) => line !== '').join('\n');
}

export const mediaFinding = (media: boolean): Finding[] =>
  media ? [warning('media-left-out', '题中有图片、声音或公式，没有导入，请核对题意是否完整。')] : [];
