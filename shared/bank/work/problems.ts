import type { BankEntry } from '../../model/bank.ts';
import type { Question } from '../../model/question.ts';
import type { Finding, ProblemCode } from '../imported.ts';
import { lintQuestion } from '../lint.ts';

/** What is wrong or doubtful about an entry by itself: what its importer noticed, and what a look at the question shows today. */
export function problemsOf({ question, findings }: BankEntry): Finding[] {
  return question ? [...findings, ...questionProblems(question)] : [...findings];
}

/** The same for a question alone; of a case, of its parts as well. */
function questionProblems(question: Question): Finding[] {
  const parts = question.type === 'case' ? question.parts.flatMap((part, place) => lintPart(part, place)) : [];
  return [...lintQuestion(question), ...parts, ...withoutSection(question), ...badAnswer(question)];
}

/** What `problemsOf` and the checks of the whole bank find again at any time, and newer than the importer saw it. */
const foundAgain: readonly ProblemCode[] = [
  'options-identical',
  'single-with-several',
  'multiple-with-one',
  'basis-missing',
  'stem-repeated',
  'answer-contradicts',
];

/** The findings of an importer that are worth keeping with the entry. */
export function lastingFindings(findings: readonly Finding[], question: Question | null): Finding[] {
  return question ? findings.filter(({ code }) => !foundAgain.includes(code)) : [...findings];
}

function lintPart(part: Question, place: number): Finding[] {
  const findings = [...lintQuestion(part), ...badAnswer(part)].filter(({ code }) => code !== 'basis-missing');
  return findings.map((finding) => ({ ...finding, message: `第 ${place + 1} 小题：${finding.message}` }));
}

function withoutSection({ section }: Question): Finding[] {
  return section === '' ? [{ severity: 'error', code: 'section-missing', message: '没有写明板块。' }] : [];
}

/** Answers that no importer lets through but an edit may: beyond the options, or none at all. */
function badAnswer(question: Question): Finding[] {
  const missing: Finding = { severity: 'error', code: 'answer-missing', message: '缺少正确答案。' };
  if (question.type === 'blank')
    return question.answer.length === 0 || question.answer.some((blank) => blank.every((text) => text.trim() === '')) ? [missing] : [];
  if (question.type === 'short') return question.answer.trim() === '' ? [missing] : [];
  if (question.type !== 'single' && question.type !== 'multiple') return [];
  if (question.answer.length === 0) return [missing];
  return question.answer.some((place) => place >= question.options.length)
    ? [{ severity: 'error', code: 'answer-beyond-options', message: '答案中有的字母没有对应的选项。' }]
    : [];
}
