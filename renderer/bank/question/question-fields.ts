import { lettersOf } from '@shared/bank/answer.ts';
import { letterOf } from '@shared/bank/options.ts';
import type { Messages } from '@shared/messages/index.ts';
import type { Question, SimpleQuestion } from '@shared/model/question.ts';
import { never } from '@shared/never.ts';

/** One line of a question as people compare it. */
export interface QuestionField {
  readonly name: string;
  readonly text: string;
}

type Words = Messages['bank'];

/** Everything that a question says, field by field, in the order of the form; empty fields are left out. */
export function fieldsOf(question: Question, words: Words): QuestionField[] {
  const { fields } = words;
  const own = question.type === 'case' ? caseFields(question.parts, words) : answerFields(question, words);
  return [
    { name: fields.type, text: words.types[question.type] },
    { name: fields.stem, text: question.stem },
    ...own,
    { name: fields.explanation, text: question.explanation },
    { name: fields.basis, text: question.basis },
    { name: fields.section, text: question.section },
    { name: fields.topic, text: question.topic },
    { name: fields.difficulty, text: words.difficulties[question.difficulty] },
  ].filter(({ text }) => text !== '');
}

function caseFields(parts: readonly SimpleQuestion[], words: Words): QuestionField[] {
  return parts.flatMap((part, place) => {
    const named = [{ name: words.fields.stem, text: part.stem }, ...answerFields(part, words)];
    return named.map(({ name, text }) => ({ name: words.partField(place + 1, name), text }));
  });
}

function answerFields(question: SimpleQuestion, words: Words): QuestionField[] {
  const answer = { name: words.fields.answer, text: answerText(question, words) };
  if (question.type !== 'single' && question.type !== 'multiple') return [answer];
  return [...question.options.map((text, place) => ({ name: words.option(letterOf(place)), text })), answer];
}

/** The answer on one line: ABD · 正确 · 甲；乙|丙 · the reference answer. */
export function answerText(question: SimpleQuestion, words: Words): string {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return lettersOf(question.answer);
    case 'judge':
      return question.answer ? words.judgeTrue : words.judgeFalse;
    case 'blank':
      return question.answer.map((accepted) => accepted.join('|')).join('；') + (question.unordered ? words.unorderedMark : '');
    case 'short':
      return question.answer;
    default:
      return never(question);
  }
}

export interface ChangedField {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** The fields in which two forms of a question differ; a field that only one has is empty in the other. */
export function changedFields(before: Question | null, after: Question | null, words: Words): ChangedField[] {
  const [one, other] = [before, after].map(
    (question) => new Map(question ? fieldsOf(question, words).map(({ name, text }) => [name, text]) : []),
  );
  const names = [...new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])];
  return names
    .map((name) => ({ name, before: one?.get(name) ?? '', after: other?.get(name) ?? '' }))
    .filter((field) => field.before !== field.after);
}
