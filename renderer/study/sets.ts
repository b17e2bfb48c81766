import { never } from '@shared/never.ts';
import { orderAsWritten, orderItem, type ItemOrder } from '@shared/exam/option-order.ts';
import { seedFrom } from '@shared/exam/random.ts';
import type { Policy } from '@shared/model/policy.ts';
import type { Question } from '@shared/model/question.ts';
import type { StudyMode } from '@shared/model/study.ts';
import type { Catalogue, Refs } from '@shared/study/catalogue.ts';
import { randomOrder } from '@shared/study/order.ts';
import { everywhere, scopeOf, type FoundQuery, type Scope } from '@shared/study/sets.ts';
import { readCatalogue } from '../data/study/catalogue.ts';
import { readRepairSet, readWeakOrder } from '../data/study/mastery.ts';
import { readMistakeRule, readMistakes } from '../data/study/mistakes.ts';
import { readFavourites } from '../data/study/question-marks.ts';
import { readDue } from '../data/study/schedules.ts';
import { borrowSearch } from '../data/search/search.ts';
import { readToday } from '../data/study/study-plan.ts';
import { readAnswered, resumePlace } from '../data/study/study.ts';

export interface QuestionSet {
  readonly refs: Refs;
  /** Where to begin. */
  readonly place: number;
  readonly rule: Policy['mistakeRule'];
  /** The topics that it mends, the weakest first; [] where it mends none. */
  readonly spots: readonly string[];
}

export interface SetRequest {
  readonly mode: StudyMode;
  readonly query: FoundQuery;
  readonly personId: string;
  /** Decides the order of the random mode, and which questions mend the gaps. */
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The questions of a mode, in order: indexes are read, and not one question. */
export async function readSet(request: SetRequest): Promise<QuestionSet> {
  const [catalogue, rule] = await Promise.all([readCatalogue(), readMistakeRule(request.personId)]);
  if (request.mode === 'repair') return { ...(await repairs(catalogue, request)), place: 0, rule };
  const numbers = await numbersOf(catalogue, request.mode, request);
  return { refs: catalogue.refs(numbers), place: await placeIn(catalogue, numbers, request), rule, spots: [] };
}

async function repairs(catalogue: Catalogue, { query, personId, seed }: SetRequest): Promise<Pick<QuestionSet, 'refs' | 'spots'>> {
  const { ids, why } = await readRepairSet(personId, scopeOf(query), seed);
  return { refs: catalogue.refs(catalogue.numbersOfIds(ids, everywhere)), spots: why.map(({ section, topic }) => topic || section) };
}

type PlainMode = Exclude<StudyMode, 'repair'>;

async function numbersOf(catalogue: Catalogue, mode: PlainMode, { query, personId, seed, now }: SetRequest): Promise<Uint32Array> {
  const scope = scopeOf(query);
  const among = (ids: readonly string[]): Uint32Array => catalogue.numbersOfIds(ids, scope);
  switch (mode) {
    case 'sequential':
    case 'recite':
      return catalogue.numbersOf(scope);
    case 'random':
      return randomOrder(catalogue.numbersOf(scope), seed);
    case 'unseen':
      return catalogue.unseen(scope, await readAnswered(personId));
    case 'mistakes':
      return among((await readMistakes(personId)).open.map(({ questionId }) => questionId));
    case 'due':
      return among(await readDue(personId, now));
    case 'favourites':
      return among(await readFavourites(personId));
    case 'weak':
      return among(await readWeakOrder(personId, scope));
    case 'today':
      return among((await readToday(personId, now)).ids);
    case 'found':
      return readFound(catalogue, query);
    default:
      return never(mode);
  }
}

async function readFound(catalogue: Catalogue, query: FoundQuery): Promise<Uint32Array> {
  const { search, giveBack } = borrowSearch();
  try {
    return catalogue.numbersAt(await search.all(query));
  } finally {
    giveBack();
  }
}

/** A section goes on where it was left; what is smaller or larger than a section, at the first question that is new. */
async function placeIn(catalogue: Catalogue, numbers: Uint32Array, { mode, query, personId }: SetRequest): Promise<number> {
  if (mode !== 'sequential' && mode !== 'recite') return 0;
  if (isSection(query)) return resumePlace(personId, mode, query.section, catalogue.refs(numbers));
  if (mode === 'recite') return 0;
  const first = catalogue.firstUnseen(query, await readAnswered(personId));
  return first === null ? 0 : Math.max(0, numbers.indexOf(first));
}

/** Whether a scope is exactly one section: in such a one the place is kept. */
export const isSection = (scope: Scope): scope is { readonly section: string } =>
  scope.section !== undefined && scope.topic === undefined && scope.type === undefined;

/**
 * In which order the options are shown. The textbook order while reading; shuffled in practice, so that nobody learns the
 * letter.
 */
export const orderOf = (question: Question, mode: StudyMode, seed: number): ItemOrder =>
  mode === 'sequential' || mode === 'recite' ? orderAsWritten(question) : orderItem(question, seedFrom(seed));
