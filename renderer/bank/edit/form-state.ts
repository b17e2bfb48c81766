import { alternatives, blankAnswers, choiceAnswer, judgeAnswer, withoutLabel } from '@shared/bank/answer.ts';
import type { Draft } from '@shared/bank/imported.ts';
import type { CaseQuestion, Difficulty, Question, QuestionType, SimpleQuestion } from '@shared/model/question.ts';
import { never } from '@shared/never.ts';

export type SimpleType = SimpleQuestion['type'];
export const simpleTypes = ['single', 'multiple', 'judge', 'blank', 'short'] as const satisfies readonly SimpleType[];

/** What stands in the fields of one question that is answered by itself. Fields of other types are kept, so that changing the type and back loses nothing. */
export interface SimpleForm {
  readonly type: SimpleType;
  readonly stem: string;
  readonly options: readonly string[];
  /** Indexes into options, ascending. */
  readonly chosen: readonly number[];
  readonly shuffle: boolean;
  /** Null while neither side is chosen. */
  readonly judge: boolean | null;
  /** One text a blank; alternatives stand between '|'. */
  readonly blanks: readonly string[];
  readonly unordered: boolean;
  readonly reference: string;
  readonly explanation: string;
}

export interface PartForm extends SimpleForm {
  /** Stays with the part while parts are moved and removed; not its id. */
  readonly key: number;
  /** As typed. */
  readonly weight: string;
}

/** What stands in the form of a question. */
export interface QuestionForm extends Omit<SimpleForm, 'type'> {
  readonly type: QuestionType;
  readonly parts: readonly PartForm[];
  readonly section: string;
  readonly topic: string;
  readonly basis: string;
  readonly difficulty: Difficulty;
}

const emptySimple: SimpleForm = {
  type: 'single',
  stem: '',
  options: ['', '', '', ''],
  chosen: [],
  shuffle: true,
  judge: null,
  blanks: [''],
  unordered: false,
  reference: '',
  explanation: '',
};

export const emptyPart = (key: number): PartForm => ({ ...emptySimple, key, weight: '1' });

export const emptyForm = (section: string): QuestionForm => ({
  ...emptySimple,
  parts: [emptyPart(0)],
  section,
  topic: '',
  basis: '',
  difficulty: 'medium',
});

export function formOf(question: Question): QuestionForm {
  const { section, topic, basis, difficulty } = question;
  const labels = { section, topic, basis, difficulty };
  if (question.type !== 'case') return { ...emptyForm(''), ...simpleFormOf(question), ...labels };
  const { stem, explanation } = question;
  return { ...emptyForm(''), ...labels, type: 'case', stem, explanation, parts: partFormsOf(question) };
}

const partFormsOf = ({ parts, weights }: CaseQuestion): PartForm[] =>
  parts.map((part, place) => ({ ...simpleFormOf(part), key: place, weight: String(weights[place] ?? 1) }));

function simpleFormOf(question: SimpleQuestion): SimpleForm {
  const { stem, explanation } = question;
  const base = { ...emptySimple, stem, explanation };
  switch (question.type) {
    case 'single':
    case 'multiple':
      return { ...base, type: question.type, options: question.options, chosen: question.answer, shuffle: question.shuffle };
    case 'judge':
      return { ...base, type: 'judge', judge: question.answer };
    case 'blank':
      return {
        ...base,
        type: 'blank',
        blanks: question.answer.map((accepted) => accepted.join('|')),
        unordered: question.unordered === true,
      };
    case 'short':
      return { ...base, type: 'short', reference: question.answer };
    default:
      return never(question);
  }
}

/** A row that is no question yet: the form begins with what was understood of it, so that only what is wrong has to be typed. */
export function formOfDraft(draft: Draft): QuestionForm {
  const placed = draft.options.map((text, place) => ({ place, text }));
  const judged = judgeAnswer(draft.answer);
  const type = draft.type ?? guessType(draft, judged.value !== null);
  return {
    ...emptyForm(draft.section),
    type,
    stem: draft.stem,
    options: draft.options.length > 0 ? draft.options : emptySimple.options,
    chosen: (choiceAnswer(draft.answer, placed) ?? []).filter((place) => place < draft.options.length),
    judge: judged.value,
    blanks: blanksOf(draft.answer),
    reference: withoutLabel(draft.answer),
    explanation: draft.explanation,
    topic: draft.topic,
    basis: draft.basis,
    difficulty: draft.difficulty ?? 'medium',
  };
}

function blanksOf(answer: string): string[] {
  const blanks = blankAnswers(answer, 1).map((accepted) => accepted.join('|'));
  return blanks.length > 0 ? blanks : [''];
}

function guessType({ options, stem }: Draft, isJudged: boolean): QuestionType {
  if (options.length > 0) return 'single';
  if (isJudged) return 'judge';
  return /_{2,}|[（(]\s*[）)]/u.test(stem) ? 'blank' : 'short';
}

/** Alternatives of one blank as typed: 甲|乙. */
export const acceptedOf = (blank: string): string[] => alternatives(blank);

/** Whether two forms hold the same; how their parts are numbered does not count. */
export const sameForm = (one: QuestionForm, other: QuestionForm): boolean => plain(one) === plain(other);

const plain = (form: QuestionForm): string => JSON.stringify({ ...form, parts: form.parts.map((part) => ({ ...part, key: 0 })) });
