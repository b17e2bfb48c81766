import type { Result } from '@shared/model/failure.ts';
import type { Question } from '@shared/model/question.ts';
import type { Response, StudyPosition } from '@shared/model/study.ts';
import type { QuestionRef, Refs } from '@shared/study/catalogue.ts';
import { placeOf } from '@shared/study/order.ts';
import {
  isWhole,
  latestResponses,
  partsOfSection,
  progressBySection,
  type SectionParts,
  type SectionProgress,
} from '@shared/study/progress.ts';
import { everywhere } from '@shared/study/sets.ts';
import { readCatalogue } from './catalogue.ts';
import { readQuestions, readSections } from '../content.ts';
import { database } from '../database.ts';
import { remembered, type Kept } from '../kept/kept-rows.ts';
import { keptResponses } from '../kept/rows.ts';
import { turns } from '../turns.ts';
import { commit } from '../work.ts';

export type { QuestionRef, Refs } from '@shared/study/catalogue.ts';

/** Every section's size, how much of it this person has answered in its present form, and how much of that right. */
export async function readProgress(personId: string): Promise<SectionProgress[]> {
  const [sections, latest] = await Promise.all([readSections(), readLatest(personId)]);
  if (latest.size === 0) return sections.map(({ section, total }) => ({ section, total, answered: 0, right: 0 }));
  const { blocks } = await readCatalogue();
  const bySection = Map.groupBy(blocks, ({ index }) => index.section);
  const progress: SectionProgress[] = [];
  const nextTurn = turns();
  for (const { section, total } of sections) {
    const own = (bySection.get(section) ?? []).map(({ index }) => index);
    const [known] = progressBySection(own, latest);
    progress.push(known ?? { section, total, answered: 0, right: 0 });
    await nextTurn();
  }
  return progress;
}

/** One section's topics and types, each with its size and this person's progress. */
export async function readSectionParts(personId: string, section: string): Promise<SectionParts> {
  const [{ blocks }, latest] = await Promise.all([readCatalogue(), readLatest(personId)]);
  const own = blocks.filter(({ index }) => index.section === section).map(({ index }) => index);
  return partsOfSection(own, latest);
}

/** By question id, the revision in which this person answered it last. */
export const readAnswered = async (personId: string): Promise<ReadonlyMap<string, string>> => answeredIn(await keptResponses(personId));

const answeredIn = remembered(({ rows }: Kept<Response>): ReadonlyMap<string, string> => {
  const latest = latestResponses(rows.values().filter(isWhole));
  return new Map(latest.values().map(({ questionId, revision }) => [questionId, revision]));
});

/** By question id, this person's last answer. */
const readLatest = async (personId: string): Promise<ReadonlyMap<string, Response>> => latestIn(await keptResponses(personId));

const latestIn = remembered(({ rows }: Kept<Response>) => latestResponses(rows.values()));

/** References of the given questions, in the order given; withdrawn ones are left out. */
export async function findRefs(ids: readonly string[]): Promise<QuestionRef[]> {
  if (ids.length === 0) return [];
  const catalogue = await readCatalogue();
  return Array.from(catalogue.numbersOfIds(ids, everywhere), (number) => catalogue.refAt(number)).filter((ref) => ref !== undefined);
}

export async function readQuestion(ref: QuestionRef): Promise<Question | null> {
  return (await readQuestions(ref.key))[ref.position] ?? null;
}

/** Under which name somebody's place in a section is kept: reading it with the answers shown has a place of its own. */
export const positionId = (personId: string, mode: 'sequential' | 'recite', section: string): string =>
  mode === 'sequential' ? `${personId}:${section}` : `${personId}:${mode}:${section}`;

/** Where somebody goes on in a section: the question last shown, or the one after it when that has been answered; after the last, the first. */
export async function resumePlace(personId: string, mode: 'sequential' | 'recite', section: string, refs: Refs): Promise<number> {
  const position = (await database.positions.get(positionId(personId, mode, section))) ?? null;
  const place = placeOf(refs, position);
  const ref = refs.at(place);
  if (!position || !ref || mode === 'recite') return place;
  const answers = await database.responses.where('[personId+questionId]').equals([personId, ref.id]).toArray();
  const isAnswered = answers.some((response) => response.revision === ref.revision);
  return isAnswered ? (place + 1) % refs.length : place;
}

/** Keeps where sequential study stands. */
export const savePosition = (position: StudyPosition): Promise<Result<null>> =>
  commit('study.position', [{ table: 'positions', put: position }]);

/** The section in which this person answered last, wherever that was; null for one who has not begun. */
export async function readLastSection(personId: string): Promise<string | null> {
  const last = await database.responses.where('[personId+at]').between([personId, 0], [personId, Infinity]).last();
  return last?.section ?? null;
}
