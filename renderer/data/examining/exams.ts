import type { Candidate, Exam, ExamPublication, SealedExam, StoredPaper } from '@shared/model/examining.ts';
import type { Result } from '@shared/model/failure.ts';
import { readPackage } from '../content.ts';
import { database } from '../database.ts';
import { paperWith, readPapers } from './papers.ts';
import { commit } from '../work.ts';

/** The bureau's exams, those that open last first; archived ones too. */
export async function readExams(): Promise<Exam[]> {
  return (await database.exams.toArray()).toSorted((one, other) => other.opensAt - one.opensAt || (one.id < other.id ? -1 : 1));
}

/** Null when there is no such exam. */
export async function examWith(id: string): Promise<Exam | null> {
  return (await database.exams.get(id)) ?? null;
}

/** Writes an exam that is not sealed. Throws where it is: what was sealed is not changed any more. */
export async function saveExam(what: 'exam.create' | 'exam.edit', exam: Exam): Promise<Result<null>> {
  if (exam.sealed !== null) throw new Error(`exam ${exam.id} is sealed`);
  return commit(what, [{ table: 'exams', put: exam }]);
}

/** The papers are under a start code from now on; null takes the seal off again, as long as nobody has the package. */
export const setSealed = (exam: Exam, sealed: SealedExam | null): Promise<Result<null>> =>
  commit(sealed ? 'exam.seal' : 'exam.unseal', [{ table: 'exams', put: { ...exam, sealed } }]);

/** Remembers a version that was published. The same version again, signed anew, is not a second one. */
export function addPublication(exam: Exam, publication: ExamPublication): Promise<Result<null>> {
  const others = exam.publications.filter(({ package: name, version }) => name !== publication.package || version !== publication.version);
  return commit('exam.publish', [{ table: 'exams', put: { ...exam, publications: [...others, publication] } }]);
}

export const archiveExam = (exam: Exam, archived: boolean): Promise<Result<null>> =>
  commit('exam.archive', [{ table: 'exams', put: { ...exam, archived } }]);

/** The papers of an exam in their order; one that is gone is left out. */
export async function papersOf({ paperIds }: Pick<Exam, 'paperIds'>): Promise<StoredPaper[]> {
  return (await Promise.all(paperIds.map(paperWith))).filter((paper) => paper !== null);
}

/** Papers that may be sat: final and not archived, the newest first. */
export const readFinalPapers = async (): Promise<StoredPaper[]> =>
  (await readPapers()).filter(({ state, archived }) => state === 'final' && !archived);

/** Everybody of the installed roster, by units in their order: only they can be told to sit. */
export async function readRosterPeople(): Promise<Candidate[]> {
  const roster = await readPackage('roster');
  const people = Map.groupBy(roster?.people ?? [], ({ unitId }) => unitId);
  const known = (roster?.units ?? []).flatMap(({ id, name }) => (people.get(id) ?? []).map((person) => ({ ...person, unitName: name })));
  const units = new Set(roster?.units.map(({ id }) => id));
  const others = (roster?.people ?? []).filter(({ unitId }) => !units.has(unitId));
  return [...known, ...others.map((person) => ({ ...person, unitName: '' }))];
}

const usualPassLine = 80;

/** Percentage that passes by the installed policy; 80 where none is installed, as the notices of such exams have it. */
export async function readPassLine(): Promise<number> {
  return (await readPackage('policy'))?.policy.passLine ?? usualPassLine;
}
