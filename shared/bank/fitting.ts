import type { Question } from '../model/question.ts';
import type { Draft, Finding } from './imported.ts';
import { oneLine } from './read-row.ts';

/** Longest label, text and list of options of a draft, and longest sentence about a row; the tables of work take no longer ones. */
const longest = { label: 500, text: 32_767, options: 50, message: 500 } as const;

/** A question whose labels are lines, as packages and the tables of work ask (model/schemas): one row may not keep a whole file from being stored. */
export function fittingQuestion(question: Question): Question {
  const { id, section, topic } = question;
  if (![id, section, topic].some(hasControls)) return question;
  const labels = { section: oneLine(section), topic: oneLine(topic) };
  if (question.type !== 'case') return { ...question, ...labels, id: oneLine(id) };
  return { ...question, ...labels, id: oneLine(id), parts: question.parts.map((part) => ({ ...part, ...labels, id: oneLine(part.id) })) };
}

/** A draft of the same bounds; the whole text stays in its source. */
export const fittingDraft = (draft: Draft): Draft => ({
  ...draft,
  stem: draft.stem.slice(0, longest.text),
  options: draft.options.slice(0, longest.options).map((option) => option.slice(0, longest.text)),
  answer: draft.answer.slice(0, longest.text),
  explanation: draft.explanation.slice(0, longest.text),
  basis: draft.basis.slice(0, longest.text),
  section: oneLine(draft.section).slice(0, longest.label),
  topic: oneLine(draft.topic).slice(0, longest.label),
});

/** A sentence may quote a cell, and a cell may be a book. */
export const fittingFinding = <F extends Finding>(finding: F): F =>
  finding.message.length <= longest.message ? finding : { ...finding, message: `${finding.message.slice(0, longest.message - 1)}…` };

const hasControls = (label: string): boolean => /\p{Cc}/u.test(label);
