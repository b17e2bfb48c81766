import { emptyPart, type PartForm, type QuestionForm, type SimpleForm } from './form-state.ts';

/** Chooses an option as right, or no longer: of a single choice only one is. */
export function withChosen<F extends Pick<SimpleForm, 'chosen'>>(form: F, option: number, several: boolean): F {
  if (!several) return { ...form, chosen: [option] };
  const chosen = form.chosen.includes(option) ? form.chosen.filter((other) => other !== option) : [...form.chosen, option];
  return { ...form, chosen: chosen.sort((one, other) => one - other) };
}

/** Takes an option out; what was right stays right under its new letter. */
export function withoutOption<F extends Pick<SimpleForm, 'options' | 'chosen'>>(form: F, option: number): F {
  const chosen = form.chosen.filter((other) => other !== option).map((other) => (other > option ? other - 1 : other));
  return { ...form, options: form.options.toSpliced(option, 1), chosen };
}

export const withPart = (form: QuestionForm): QuestionForm => ({
  ...form,
  parts: [...form.parts, emptyPart(Math.max(-1, ...form.parts.map(({ key }) => key)) + 1)],
});

export const withoutPart = (form: QuestionForm, place: number): QuestionForm => ({ ...form, parts: form.parts.toSpliced(place, 1) });

export const withChangedPart = (form: QuestionForm, place: number, part: PartForm): QuestionForm => ({
  ...form,
  parts: form.parts.with(place, part),
});
