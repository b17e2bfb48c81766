import type { Unit } from '@shared/model/roster.ts';
import type { Assignment } from '@shared/model/topic.ts';
import { isDay } from '@shared/projects/days.ts';
import { isYear } from './offer-draft.ts';

/** An assignment as it stands in the form; of a new one several units may be chosen. */
export interface AssignmentDraft {
  readonly title: string;
  readonly year: string;
  readonly specialty: string;
  readonly problem: string;
  readonly expected: string;
  /** 'YYYY-MM-DD' or ''. */
  readonly dueDate: string;
  readonly unitIds: readonly string[];
}

export type AssignmentProblem = 'needTitle' | 'needYear' | 'wrongDueDate' | 'needUnits';

/** @param today 'YYYY-MM-DD' */
export const newAssignmentDraft = (today: string): AssignmentDraft => ({
  title: '',
  year: today.slice(0, 4),
  specialty: '',
  problem: '',
  expected: '',
  dueDate: '',
  unitIds: [],
});

export const draftOfAssignment = ({ year, unitId, ...assignment }: Assignment): AssignmentDraft => ({
  ...assignment,
  year: String(year),
  unitIds: [unitId],
});

/** What has to be mended before it can be kept, or null. */
export function problemOfAssignment({ title, year, dueDate, unitIds }: AssignmentDraft): AssignmentProblem | null {
  if (title.trim() === '') return 'needTitle';
  if (!isYear(year)) return 'needYear';
  if (dueDate !== '' && !isDay(dueDate)) return 'wrongDueDate';
  return unitIds.length === 0 ? 'needUnits' : null;
}

/** One assignment of the unit under an id; only of a draft without a problem. */
export const assignmentOf = (
  draft: AssignmentDraft,
  unit: Pick<Unit, 'id' | 'name'>,
  { id, archived }: Pick<Assignment, 'id' | 'archived'>,
): Assignment => ({
  id,
  year: Number(draft.year),
  unitId: unit.id,
  unitName: unit.name,
  title: draft.title.trim(),
  specialty: draft.specialty.trim(),
  problem: draft.problem.trim(),
  expected: draft.expected.trim(),
  dueDate: draft.dueDate,
  archived,
});
