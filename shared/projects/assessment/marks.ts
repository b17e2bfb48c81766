import type { Assessment, AssessmentMarks } from '../../model/reviewing.ts';

/** Where a text of the marks' grid goes: to a criterion by its id, or to the opinion. */
export type MarkField = { readonly criterion: string } | 'opinion';

export type MarkProblem = 'not-a-mark' | 'too-long';

export type MarkEntry = { readonly marks: AssessmentMarks | null } | { readonly problem: MarkProblem };

interface MarkPlace {
  readonly assessment: Pick<Assessment, 'id' | 'criteria'>;
  readonly projectId: string;
  readonly judgeId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const mostOpinion = 2_000;

/** Puts a text into what one judge gives one project. Null where nothing is left of it. */
export function setMark(before: AssessmentMarks | null, field: MarkField, text: string, place: MarkPlace): MarkEntry {
  const now = before ?? noMarks(place);
  if (field === 'opinion') {
    return text.length > mostOpinion ? { problem: 'too-long' } : { marks: leftOf({ ...now, opinion: text.trim(), at: place.at }) };
  }
  const mark = parseMark(text);
  if (mark === 'not-a-mark') return { problem: mark };
  return { marks: leftOf({ ...now, marks: { ...now.marks, [field.criterion]: mark }, at: place.at }) };
}

/** 0 to 100 with at most one decimal; null for an empty text. Full-width digits are taken too. */
export function parseMark(text: string): number | null | 'not-a-mark' {
  const typed = text.normalize('NFKC').replace(/分$/u, '').trim();
  if (typed === '') return null;
  return /^\d{1,3}(\.\d)?$/.test(typed) && Number(typed) <= 100 ? Number(typed) : 'not-a-mark';
}

const noMarks = ({ assessment, projectId, judgeId, at }: MarkPlace): AssessmentMarks => ({
  id: `${assessment.id}:${projectId}:${judgeId}`,
  assessmentId: assessment.id,
  projectId,
  judgeId,
  marks: Object.fromEntries(assessment.criteria.map(({ id }) => [id, null])),
  opinion: '',
  at,
});

const leftOf = (marks: AssessmentMarks): AssessmentMarks | null =>
  marks.opinion === '' && Object.values(marks.marks).every((mark) => mark === null) ? null : marks;
