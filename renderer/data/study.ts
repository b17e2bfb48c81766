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
import { everywhere, type Scope } from '@shared/study/sets.ts';
import { readCatalogue } from './catalogue.ts';
import { readIndexes, readQuestions, readSections } from './content.ts';
import { database } from './database.ts';
import { commit } from './work.ts';

export type { QuestionRef, Refs } from '@shared/study/catalogue.ts';

/** Every section's size, how much of it this person has answered in its present form, and how much of that right. */
export async function readProgress(personId: string): Promise<SectionProgress[]> {
  const progress: SectionProgress[] = [];
  for (const { section, total } of await readSections()) {
    const responses = await responsesIn(personId, section);
    const blocks = responses.length > 0 ? (await readIndexes(section)).map(({ index }) => index) : [];
    const [known] = progressBySection(blocks, responses);
    progress.push(known ?? { section, total, answered: 0, right: 0 });
  }
  return progress;
}

/** One section's topics and types, each with its size and this person's progress. */
export async function readSectionParts(personId: string, section: string): Promise<SectionParts> {
  const { blocks } = await readCatalogue();
  const own = blocks.filter(({ index }) => index.section === section).map(({ index }) => index);
  return partsOfSection(own, await responsesIn(personId, section));
}

/** By question id, the revision in which this person answered it last. */
export async function readAnswered(personId: string, { section }: Scope): Promise<ReadonlyMap<string, string>> {
  const sections = section === undefined ? await readSections() : [{ section }];
  const answered = new Map<string, string>();
  // section by section, so that no single read holds the window up
  for (const { section: own } of sections) {
    const responses = (await responsesIn(personId, own)).filter(isWhole);
    for (const { questionId, revision } of latestResponses(responses).values()) answered.set(questionId, revision);
  }
  return answered;
}

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

const responsesIn = (personId: string, section: string): Promise<Response[]> =>
  database.responses.where('[personId+section]').equals([personId, section]).toArray();

/** The section in which this person answered last, wherever that was; null for one who has not begun. */
export async function readLastSection(personId: string): Promise<string | null> {
  const last = await database.responses.where('[personId+at]').between([personId, 0], [personId, Infinity]).last();
  return last?.section ?? null;
}
