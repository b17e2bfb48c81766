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

/**
 * One person's standing, read together block by block. An answer to an older form of a question or to one that was
 * withdrawn does not count, nor one that was given while the right answers were shown (背题).
 */
export class StandingReader {
  readonly #given: ReadonlyMap<string, readonly Given[]>;
  readonly #sections = new Map<string, Map<string, TopicReader>>();
  readonly #read = new Set<string>();

  constructor(responses: Iterable<Given>) {
    const counted = [...responses].filter((response) => response.mode !== 'recite');
    this.#given = Map.groupBy(counted.toSorted(byTime), (response) => response.questionId);
  }

  /** A question that two banks hold is counted in the first. */
  add(block: BlockIndex): void {
    const { section, ids, topics, types, difficulties } = block;
    const readers = this.#readersOf(section);
    const revisions = ids.some((id) => this.#given.has(id)) ? block.revisions : [];
    for (const [place, id] of ids.entries()) {
      if (this.#read.size === this.#read.add(id).size) continue;
      const topic = topics[place] ?? '';
      const reader = readers.get(topic) ?? new TopicReader(section, topic);
      if (!readers.has(topic)) readers.set(topic, reader);
      const given = this.#given.get(id)?.filter((response) => response.revision === revisions[place]) ?? [];
      reader.add(id, { type: types[place] ?? 'single', difficulty: difficulties[place] ?? 'medium', given });
    }
  }

  /** Topics in the order in which the banks name them first. */
  finish(): TopicStanding[] {
    return [...this.#sections.values()].flatMap((readers) => [...readers.values()].map((reader) => reader.finish()));
  }

  #readersOf(section: string): Map<string, TopicReader> {
    const readers = this.#sections.get(section) ?? new Map<string, TopicReader>();
    this.#sections.set(section, readers);
    return readers;
  }
}

/** Where a person stands in all topics of these blocks. */
export function standingOf(blocks: Iterable<BlockIndex>, responses: readonly Given[]): TopicStanding[] {
  const reader = new StandingReader(responses);
  for (const block of blocks) reader.add(block);
  return reader.finish();
}

interface Facts {
  readonly type: QuestionType;
  readonly difficulty: Difficulty;
  readonly given: readonly Given[];
}

class TopicReader {
  readonly #section: string;
  readonly #topic: string;
  readonly #unseen: string[] = [];
  readonly #answered: LastAnswer[] = [];
  readonly #trials: Trial[] = [];
  readonly #pools = new Map<string, Omit<Pool, 'count'> & { count: number }>();

  constructor(section: string, topic: string) {
    this.#section = section;
    this.#topic = topic;
  }

  add(id: string, { type, difficulty, given }: Facts): void {
    let inARow: number | null = null;
    for (const { correct, at, mode } of given) {
      this.#trials.push({ type, difficulty, known: knownAfter(inARow), timed: isTimed(mode), correct, at });
      inARow = correct ? (inARow ?? 0) + 1 : 0;
    }
    const known = knownAfter(inARow);
    const last = given.at(-1);
    if (last) this.#answered.push({ questionId: id, correct: last.correct, at: last.at });
    else this.#unseen.push(id);
    this.#count({ type, difficulty, known, sat: given.some(({ mode }) => isTimed(mode)) });
  }

  finish(): TopicStanding {
    return {
      section: this.#section,
      topic: this.#topic,
      total: this.#unseen.length + this.#answered.length,
      answered: this.#answered,
      unseen: this.#unseen,
      pools: [...this.#pools.values()],
      trials: this.#trials,
    };
  }

  #count(pool: Omit<Pool, 'count'>): void {
    const key = `${pool.type} ${pool.difficulty} ${pool.known} ${pool.sat}`;
    const counted = this.#pools.get(key);
    if (counted) counted.count += 1;
    else this.#pools.set(key, { ...pool, count: 1 });
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
