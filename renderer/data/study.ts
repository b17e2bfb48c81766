import { placeOf, mistakesOrder } from '@shared/study/order.ts';
import { afterResponse } from '@shared/study/mistakes.ts';
import { progressBySection, type SectionProgress } from '@shared/study/progress.ts';
import type { Result } from '@shared/model/failure.ts';
import type { Policy } from '@shared/model/policy.ts';
import type { Question } from '@shared/model/question.ts';
import type { Mistake, Response, StudyPosition } from '@shared/model/study.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { readIndexes, readPackage, readQuestions, readSections, type KeyedIndex } from './content.ts';
import { database } from './database.ts';
import { commit, confirm } from './work.ts';

/** Where one question stands in the installed banks. */
export interface QuestionRef {
  readonly id: string;
  readonly section: string;
  readonly revision: string;
  /** Block and position inside it. */
  readonly key: string;
  readonly position: number;
}

const defaultRule: Policy['mistakeRule'] = { rightInARow: 2 };

export async function readMistakeRule(): Promise<Policy['mistakeRule']> {
  return (await readPackage('policy'))?.policy.mistakeRule ?? defaultRule;
}

/** Every section's size, how much of it this person has answered in its present form, and how much of that right. */
export async function readProgress(personId: string): Promise<SectionProgress[]> {
  const [sections, responses] = await Promise.all([readSections(), responsesOf(personId)]);
  const begun = new Set(responses.map((response) => response.section));
  const blocks = (await Promise.all([...begun].map(readIndexes))).flat().map(({ index }) => index);
  const known = new Map(progressBySection(blocks, responses).map((progress) => [progress.section, progress]));
  return sections.map(({ section, total }) => known.get(section) ?? { section, total, answered: 0, right: 0 });
}

/** References of a section in published order. */
export async function readSectionRefs(section: string): Promise<QuestionRef[]> {
  return (await readIndexes(section)).flatMap(refsOf);
}

/** References of the given questions, in the order given; withdrawn ones are left out. */
export async function findRefs(ids: readonly string[]): Promise<QuestionRef[]> {
  const wanted = new Set(ids);
  const found = new Map<string, QuestionRef>();
  for (const keyed of await readIndexes(null)) {
    if (!keyed.index.ids.some((id) => wanted.has(id))) continue;
    for (const ref of refsOf(keyed)) if (wanted.has(ref.id)) found.set(ref.id, ref);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

export async function readQuestion(ref: QuestionRef): Promise<Question | null> {
  return (await readQuestions(ref.key))[ref.position] ?? null;
}

export interface MistakeBook {
  /** To work on, in the order of working on them. */
  readonly open: readonly Mistake[];
  readonly overcome: readonly Mistake[];
}

/** One person's 错题本. A question that the installed banks do not hold is left out until it comes back. */
export async function readMistakes(personId: string): Promise<MistakeBook> {
  const [open, overcome] = await Promise.all([mistakesIn(personId, 'open'), mistakesIn(personId, 'overcome')]);
  if (open.length + overcome.length === 0) return { open, overcome };
  const refs = await findRefs([...open, ...overcome].map((mistake) => mistake.questionId));
  const present = new Set(refs.map((ref) => ref.id));
  const isPresent = (mistake: Mistake): boolean => present.has(mistake.questionId);
  return { open: mistakesOrder(open.filter(isPresent)), overcome: overcome.filter(isPresent) };
}

/** Where sequential study goes on: the question last shown, or the one after it when that has been answered; after the last, the first. */
export async function resumePlace(personId: string, section: string, refs: readonly QuestionRef[]): Promise<number> {
  const position = (await database.positions.get(`${personId}:${section}`)) ?? null;
  const place = placeOf(
    refs.map((ref) => ref.id),
    position,
  );
  const ref = refs[place];
  if (!position || !ref) return place;
  const answers = await database.responses.where('[personId+questionId]').equals([personId, ref.id]).toArray();
  const isAnswered = answers.some((response) => response.revision === ref.revision);
  return isAnswered ? (place + 1) % refs.length : place;
}

/** Keeps where sequential study stands. */
export const savePosition = (position: StudyPosition): Promise<Result<null>> =>
  commit('study.position', [{ table: 'positions', put: position }]);

/** The 错题本's entry of one question, or null. */
export const readMistake = async (personId: string, questionId: string): Promise<Mistake | null> =>
  (await database.mistakes.get(`${personId}:${questionId}`)) ?? null;

/** Keeps one answer and what it means for the 错题本, together. `before` is the entry as it stood when the question was shown. */
export function saveResponse(response: Response, before: Mistake | null, rule: Policy['mistakeRule']): Promise<Result<null>> {
  const { personId, questionId, section, correct, at } = response;
  const mistake = afterResponse(before, correct, rule, at, { personId, questionId, section });
  const ops: WorkOp[] = [{ table: 'responses', put: response }];
  if (mistake && mistake !== before) ops.push({ table: 'mistakes', put: mistake });
  return confirm('study.answer', ops);
}

const responsesOf = (personId: string): Promise<Response[]> => database.responses.where('personId').equals(personId).toArray();

const mistakesIn = (personId: string, state: Mistake['state']): Promise<Mistake[]> =>
  database.mistakes.where('[personId+state]').equals([personId, state]).toArray();

function refsOf({ key, index: { section, ids, revisions } }: KeyedIndex): QuestionRef[] {
  return ids.map((id, position) => ({ id, section, revision: revisions[position] ?? '', key, position }));
}
