import type { ProjectRules } from '@shared/model/policy.ts';
import type { Assessment, AssessmentMarks } from '@shared/model/reviewing.ts';

/** What stands in the form; numbers as they were typed. */
export interface AssessmentDraft {
  readonly title: string;
  readonly year: number;
  /** One a line. */
  readonly judges: string;
  readonly criteria: readonly { readonly id: string; readonly name: string; readonly weight: string }[];
  readonly dropExtremes: boolean;
  /** Shares in percent. */
  readonly grades: readonly { readonly id: string; readonly name: string; readonly share: string; readonly least: string }[];
  readonly projectIds: readonly string[];
}

interface NewDraft {
  readonly title: string;
  readonly year: number;
  readonly rules: ProjectRules['assessment'];
}

export const newDraft = ({ title, year, rules }: NewDraft): AssessmentDraft => ({
  title,
  year,
  judges: '',
  criteria: rules.criteria.map(({ id, name, weight }) => ({ id, name, weight: String(weight) })),
  dropExtremes: rules.dropExtremes,
  grades: gradeLines(rules.grades),
  projectIds: [],
});

export const draftOf = (assessment: Assessment): AssessmentDraft => ({
  title: assessment.title,
  year: assessment.year,
  judges: assessment.judges.map(({ name }) => name).join('\n'),
  criteria: assessment.criteria.map(({ id, name, weight }) => ({ id, name, weight: String(weight) })),
  dropExtremes: assessment.dropExtremes,
  grades: gradeLines(assessment.grades),
  projectIds: assessment.projectIds,
});

const gradeLines = (grades: Assessment['grades']): AssessmentDraft['grades'] =>
  grades.map(({ name, share, least }, place) => ({
    id: `grade-${place}`,
    name,
    share: String(Math.round(share * 1000) / 10),
    least: String(least),
  }));

export const judgeNames = ({ judges }: Pick<AssessmentDraft, 'judges'>): readonly string[] =>
  judges
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');

export type DraftProblem =
  | { readonly kind: 'title' | 'judges' | 'sameJudge' | 'criteria' | 'sameCriterion' | 'grades' | 'projects' }
  | { readonly kind: 'judgeWithMarks'; readonly name: string };

/** What has to be mended before the review can be saved; null where nothing. `before` is the review as it was, with its marks. */
export function problemOf(
  draft: AssessmentDraft,
  before: { readonly assessment: Assessment; readonly marks: readonly AssessmentMarks[] } | null,
): DraftProblem | null {
  const names = judgeNames(draft);
  if (draft.title.trim() === '') return { kind: 'title' };
  if (names.length === 0) return { kind: 'judges' };
  if (new Set(names).size < names.length) return { kind: 'sameJudge' };
  const gone = before?.assessment.judges.find(
    ({ id, name }) => !names.includes(name) && before.marks.some(({ judgeId }) => judgeId === id),
  );
  if (gone) return { kind: 'judgeWithMarks', name: gone.name };
  if (draft.criteria.length === 0 || !draft.criteria.every(isCriterion)) return { kind: 'criteria' };
  if (new Set(draft.criteria.map(({ name }) => name.trim())).size < draft.criteria.length) return { kind: 'sameCriterion' };
  if (!draft.grades.every(isGrade) || !areFromTheBest(draft.grades)) return { kind: 'grades' };
  return draft.projectIds.length === 0 ? { kind: 'projects' } : null;
}

const isCriterion = ({ name, weight }: AssessmentDraft['criteria'][number]): boolean =>
  name.trim() !== '' && Number(weight) > 0 && Number(weight) <= 1_000;

const isGrade = ({ name, share, least }: AssessmentDraft['grades'][number]): boolean =>
  name.trim() !== '' && [share, least].every((text) => text.trim() !== '' && Number(text) >= 0 && Number(text) <= 100);

const areFromTheBest = (grades: AssessmentDraft['grades']): boolean =>
  grades.every(({ least }, place) => place === 0 || Number(least) <= Number(grades[place - 1]?.least));

interface Identity extends Pick<Assessment, 'id' | 'createdAt' | 'finalAt' | 'archived'> {
  /** Judges that had an id before keep it. */
  readonly judges: Assessment['judges'];
  readonly newId: () => string;
}

/** The review of a draft without problems. */
export function assessmentOf(draft: AssessmentDraft, { judges, newId, id, createdAt, finalAt, archived }: Identity): Assessment {
  return {
    id,
    year: draft.year,
    title: draft.title.trim(),
    judges: judgeNames(draft).map((name) => judges.find((judge) => judge.name === name) ?? { id: newId(), name }),
    criteria: draft.criteria.map((criterion) => ({ id: criterion.id, name: criterion.name.trim(), weight: Number(criterion.weight) })),
    dropExtremes: draft.dropExtremes,
    grades: draft.grades.map(({ name, share, least }) => ({ name: name.trim(), share: Number(share) / 100, least: Number(least) })),
    projectIds: draft.projectIds,
    createdAt,
    finalAt,
    archived,
  };
}
