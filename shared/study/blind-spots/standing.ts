import type { BlockIndex } from '../../model/package.ts';
import type { Difficulty, QuestionType } from '../../model/question.ts';
import type { Response } from '../../model/study.ts';

/** How one person knows one question: never answered in its present form · last wrong · last right · right twice or three times in a row · more often. */
export const knowns = ['unseen', 'wrong', 'right', 'firm', 'certain'] as const;
export type Known = (typeof knowns)[number];

/** An answer as far as mastery needs it. */
export type Given = Pick<Response, 'id' | 'questionId' | 'revision' | 'correct' | 'mode' | 'at'>;

/** What tells questions of one topic apart before they are answered. */
export interface Kind {
  readonly type: QuestionType;
  readonly difficulty: Difficulty;
  /** How the person knew it then. */
  readonly known: Known;
}

/** Questions of one kind in the installed banks. */
export interface Pool extends Kind {
  /** Whether they were on a mock test or exam of this person before. */
  readonly sat: boolean;
  readonly count: number;
}

/** One answer, and how its question was known before. */
export interface Trial extends Kind {
  /** Given in a mock test or exam, against the clock. */
  readonly timed: boolean;
  readonly correct: boolean;
  readonly at: number;
}

/** The last answer to a question that was answered in its present form. */
export interface LastAnswer {
  readonly questionId: string;
  readonly correct: boolean;
  readonly at: number;
}

/** Where one person stands in one topic (知识点) of one section. */
export interface TopicStanding {
  readonly section: string;
  /** '' where the bank names none. */
  readonly topic: string;
  readonly total: number;
  /** One a question that was answered, in published order. */
  readonly answered: readonly LastAnswer[];
  /** Ids of the others, in published order. */
  readonly unseen: readonly string[];
  readonly pools: readonly Pool[];
  /** Every answer that counts, question by question, oldest first. */
  readonly trials: readonly Trial[];
}

/** All installed questions by number, in published order. One that two banks hold has the number of the first. */
export interface Numbered {
  numberOf(id: string): number | undefined;
  revisionOf(number: number): string;
}

/**
 * The topics of the installed banks, put together block by block, from which standings are read: what does not depend on
 * answers is worked out once. An answer to an older form of a question or to one that was withdrawn does not count, nor
 * one that was given while the right answers were shown (背题).
 */
export class StandingReader {
  readonly #numbered: Numbered;
  readonly #topics: TopicReader[] = [];
  readonly #bySection = new Map<string, Map<string, TopicReader>>();
  /** By number: the topic, and the place in it. A question that two banks hold is counted in the first only. */
  readonly #topicAt: (TopicReader | null)[] = [];
  readonly #placeAt: number[] = [];

  constructor(numbered: Numbered) {
    this.#numbered = numbered;
  }

  /** All blocks, in their order. */
  add({ section, ids, topics, types, difficulties }: BlockIndex): void {
    const inSection = this.#bySection.get(section) ?? new Map<string, TopicReader>();
    this.#bySection.set(section, inSection);
    for (const [place, id] of ids.entries()) {
      const isFirst = this.#numbered.numberOf(id) === this.#topicAt.length;
      const name = topics[place] ?? '';
      const topic = isFirst ? (inSection.get(name) ?? this.#newTopic(inSection, section, name)) : null;
      this.#topicAt.push(topic);
      this.#placeAt.push(topic?.add(id, types[place] ?? 'single', difficulties[place] ?? 'medium') ?? 0);
    }
  }

  /** Topics in the order in which the banks name them first. */
  standings(responses: Iterable<Given>): TopicStanding[] {
    const given = this.#counted(responses);
    const byTopic = Map.groupBy(
      [...given.keys()].toSorted((one, other) => one - other),
      (number) => this.#topicAt[number],
    );
    return this.#topics.map((topic) =>
      topic.standing((byTopic.get(topic) ?? []).map((number) => ({ place: this.#placeAt[number] ?? 0, given: given.get(number) ?? [] }))),
    );
  }

  /** By the number of the question; oldest first. */
  #counted(responses: Iterable<Given>): ReadonlyMap<number, readonly Given[]> {
    const given = new Map<number, Given[]>();
    for (const response of responses) {
      const number = response.mode === 'recite' ? undefined : this.#numbered.numberOf(response.questionId);
      if (number === undefined || this.#numbered.revisionOf(number) !== response.revision) continue;
      const before = given.get(number);
      if (before) before.push(response);
      else given.set(number, [response]);
    }
    for (const own of given.values()) if (own.length > 1) own.sort(byTime);
    return given;
  }

  #newTopic(inSection: Map<string, TopicReader>, section: string, name: string): TopicReader {
    const topic = new TopicReader(section, name);
    inSection.set(name, topic);
    this.#topics.push(topic);
    return topic;
  }
}

/** Where a person stands in all topics of these blocks. */
export function standingOf(blocks: Iterable<BlockIndex>, responses: readonly Given[]): TopicStanding[] {
  const all = [...blocks];
  const ids = all.flatMap((block) => block.ids);
  const revisions = all.flatMap((block) => block.revisions);
  const numbers = new Map(ids.map((id, number): [string, number] => [id, number]).toReversed()); // of equal ids the first stays
  const reader = new StandingReader({ numberOf: (id) => numbers.get(id), revisionOf: (number) => revisions[number] ?? '' });
  for (const block of all) reader.add(block);
  return reader.standings(responses);
}

interface Facts {
  readonly type: QuestionType;
  readonly difficulty: Difficulty;
}

/** A question of a topic that was answered, by its place there. */
interface Answered {
  readonly place: number;
  /** Oldest first; not empty. */
  readonly given: readonly Given[];
}

class TopicReader {
  readonly #section: string;
  readonly #topic: string;
  readonly #ids: string[] = [];
  readonly #facts: Facts[] = [];
  /** Each once, for all questions to share, with how many are of it. */
  readonly #kinds = new Map<Facts, number>();

  constructor(section: string, topic: string) {
    this.#section = section;
    this.#topic = topic;
  }

  /** Its place in the topic. */
  add(id: string, type: QuestionType, difficulty: Difficulty): number {
    const known = this.#kinds.keys().find((facts) => facts.type === type && facts.difficulty === difficulty);
    const facts = known ?? { type, difficulty };
    this.#kinds.set(facts, (this.#kinds.get(facts) ?? 0) + 1);
    this.#facts.push(facts);
    return this.#ids.push(id) - 1;
  }

  /** `answered` in published order. */
  standing(answered: readonly Answered[]): TopicStanding {
    const isAnswered = new Uint8Array(this.#ids.length);
    const pools = new Pools(this.#kinds);
    const trials: Trial[] = [];
    const last: LastAnswer[] = [];
    for (const { place, given } of answered) {
      const facts = this.#facts[place];
      const newest = given.at(-1);
      if (!facts || !newest) continue;
      isAnswered[place] = 1;
      const known = addTrials(trials, facts, given);
      pools.move(
        facts,
        known,
        given.some(({ mode }) => isTimed(mode)),
      );
      last.push({ questionId: this.#ids[place] ?? '', correct: newest.correct, at: newest.at });
    }
    const unseen = last.length === 0 ? this.#ids : this.#ids.filter((_, place) => isAnswered[place] === 0);
    return {
      section: this.#section,
      topic: this.#topic,
      total: this.#ids.length,
      answered: last,
      unseen,
      pools: pools.list(),
      trials,
    };
  }
}

/** Adds the answers to one question; gives how it is known after them. */
function addTrials(trials: Trial[], { type, difficulty }: Facts, given: readonly Given[]): Known {
  let inARow: number | null = null;
  for (const { correct, at, mode } of given) {
    trials.push({ type, difficulty, known: knownAfter(inARow), timed: isTimed(mode), correct, at });
    inARow = correct ? (inARow ?? 0) + 1 : 0;
  }
  return knownAfter(inARow);
}

/** How many questions of each kind are known in each way, and whether they were sat: two counts for every way. */
class Pools {
  readonly #counts: ReadonlyMap<Facts, number[]>;

  /** All of them unseen at first. */
  constructor(kinds: ReadonlyMap<Facts, number>) {
    this.#counts = new Map(
      kinds.entries().map(([facts, count]) => [facts, Array.from({ length: 2 * knowns.length }, (_, way) => (way === 0 ? count : 0))]),
    );
  }

  /** One question was answered. */
  move(facts: Facts, known: Known, sat: boolean): void {
    const counts = this.#counts.get(facts);
    if (!counts) return;
    const way = 2 * knowns.indexOf(known) + (sat ? 1 : 0);
    counts[0] = (counts[0] ?? 0) - 1;
    counts[way] = (counts[way] ?? 0) + 1;
  }

  /** Those that hold anything. */
  list(): Pool[] {
    return [...this.#counts].flatMap(([facts, counts]) =>
      counts.flatMap((count, way) => (count === 0 ? [] : [{ ...facts, known: knowns[way >> 1] ?? 'unseen', sat: way % 2 === 1, count }])),
    );
  }
}

/** How a question is known that was right so often in a row by now; null for never answered. */
function knownAfter(inARow: number | null): Known {
  if (inARow === null) return 'unseen';
  if (inARow < 2) return inARow === 0 ? 'wrong' : 'right';
  return inARow < 4 ? 'firm' : 'certain';
}

const isTimed = (mode: Response['mode']): boolean => mode === 'mock' || mode === 'exam';

/** Of two answers at the same instant the one with the greater id came later, as everywhere. */
const byTime = (one: Given, other: Given): number => one.at - other.at || (one.id < other.id ? -1 : 1);
