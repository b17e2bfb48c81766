import type { Question, SimpleQuestion } from '@shared/model/question.ts';
import { never } from '@shared/never.ts';
import { acceptedOf, type PartForm, type QuestionForm, type SimpleForm } from './form-state.ts';

/** Limits of the packages (shared/model/schemas/content.ts). */
const longestText = 32_767;
const longestLabel = 500;
const mostOptions = 12;
const mostParts = 20;

/** What keeps a form from being a question, and in which part of a case (0-based); part null where it is the question itself. */
export interface FormProblem {
  readonly kind: FormProblemKind;
  readonly part: number | null;
}

export const formProblemKinds = [
  'stemMissing',
  'sectionMissing',
  'tooFewOptions',
  'tooManyOptions',
  'optionMissing',
  'answerMissing',
  'severalAnswers',
  'blankMissing',
  'partsMissing',
  'tooManyParts',
  'weightWrong',
  'tooLong',
] as const;
export type FormProblemKind = (typeof formProblemKinds)[number];

export type FormResult =
  | { readonly ok: true; readonly question: Question }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

/** The question that a form describes, under this id; or everything that keeps it from being one. */
export function questionOfForm(form: QuestionForm, id: string): FormResult {
  const problems = problemsOf(form);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, question: build(form, id) };
}

function build(form: QuestionForm, id: string): Question {
  const labels = { section: form.section.trim(), topic: form.topic.trim(), basis: form.basis.trim(), difficulty: form.difficulty };
  const { type } = form;
  if (type !== 'case') return simple({ ...form, type }, id, labels);
  const parts = form.parts.map((part, place) => simple(part, `${id}/${place + 1}`, labels));
  const base = { ...labels, id, stem: form.stem.trim(), explanation: form.explanation.trim() };
  return { ...base, type, parts, weights: form.parts.map((part) => Number(part.weight)) };
}

type Labels = Pick<Question, 'section' | 'topic' | 'basis' | 'difficulty'>;

function simple(form: SimpleForm, id: string, labels: Labels): SimpleQuestion {
  const base = { ...labels, id, stem: form.stem.trim(), explanation: form.explanation.trim() };
  switch (form.type) {
    case 'single':
    case 'multiple':
      return { ...base, type: form.type, ...choicesOf(form), shuffle: form.shuffle };
    case 'judge':
      return { ...base, type: 'judge', answer: form.judge === true };
    case 'blank':
      return { ...base, type: 'blank', answer: form.blanks.map(acceptedOf), ...(form.unordered ? { unordered: true } : {}) };
    case 'short':
      return { ...base, type: 'short', answer: form.reference.trim() };
    default:
      return never(form.type);
  }
}

/** Empty fields at the end are no options. */
function choicesOf({ options, chosen }: SimpleForm): { options: string[]; answer: number[] } {
  const texts = options.map((text) => text.trim());
  return { options: texts.slice(0, texts.findLastIndex((text) => text !== '') + 1), answer: [...chosen] };
}

function problemsOf(form: QuestionForm): FormProblem[] {
  const own = (kinds: readonly FormProblemKind[]): FormProblem[] => kinds.map((kind) => ({ kind, part: null }));
  const labels: FormProblemKind[] = form.section.trim() === '' ? ['sectionMissing'] : [];
  const isTooLong = [form.section, form.topic].some((text) => text.length > longestLabel) || form.basis.length > longestText;
  const common = own([...labels, ...(isTooLong ? (['tooLong'] as const) : [])]);
  const { type } = form;
  if (type !== 'case') return [...own(simpleProblems({ ...form, type })), ...common];
  const ofParts = form.parts.flatMap((part, place) => partProblems(part).map((kind) => ({ kind, part: place })));
  return [...own([...textProblems(form), ...countProblems(form.parts.length)]), ...common, ...ofParts];
}

const countProblems = (parts: number): FormProblemKind[] => (parts === 0 ? ['partsMissing'] : parts > mostParts ? ['tooManyParts'] : []);

function partProblems(part: PartForm): FormProblemKind[] {
  const weight = Number(part.weight);
  const wrong = part.weight.trim() === '' || !Number.isFinite(weight) || weight <= 0;
  return [...simpleProblems(part), ...(wrong ? (['weightWrong'] as const) : [])];
}

function simpleProblems(form: SimpleForm): FormProblemKind[] {
  return [...textProblems(form), ...answerProblems(form)];
}

function textProblems({ stem, explanation }: Pick<SimpleForm, 'stem' | 'explanation'>): FormProblemKind[] {
  const missing: FormProblemKind[] = stem.trim() === '' ? ['stemMissing'] : [];
  return stem.length > longestText || explanation.length > longestText ? [...missing, 'tooLong'] : missing;
}

function answerProblems(form: SimpleForm): FormProblemKind[] {
  switch (form.type) {
    case 'single':
    case 'multiple':
      return choiceProblems(form);
    case 'judge':
      return form.judge === null ? ['answerMissing'] : [];
    case 'blank':
      if (form.blanks.length === 0) return ['answerMissing'];
      return form.blanks.some((blank) => acceptedOf(blank).length === 0) ? ['blankMissing'] : [];
    case 'short':
      return form.reference.trim() === '' ? ['answerMissing'] : [];
    default:
      return never(form.type);
  }
}

function choiceProblems(form: SimpleForm): FormProblemKind[] {
  const { options, answer } = choicesOf(form);
  const found: FormProblemKind[] = [];
  if (options.length < 2) found.push('tooFewOptions');
  if (options.length > mostOptions) found.push('tooManyOptions');
  if (options.includes('')) found.push('optionMissing');
  if (answer.length === 0 || answer.some((place) => place >= options.length)) found.push('answerMissing');
  if (form.type === 'single' && answer.length > 1) found.push('severalAnswers');
  return found;
}
