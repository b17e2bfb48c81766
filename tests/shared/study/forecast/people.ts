import { pick, seedFrom, type Dice } from '@shared/exam/random.ts';
import type { BlockIndex } from '@shared/model/package.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import type { Difficulty, QuestionType } from '@shared/model/question.ts';
import { standingOf, type Given } from '@shared/study/blind-spots/standing.ts';
import type { Outcome } from '@shared/study/forecast/calibrate.ts';
import { forecasterSteps } from '@shared/study/forecast/forecast.ts';
import { toTheEnd } from '../../../support/to-the-end.ts';

/** One sitting of a simulated person: what was forecast for it, and the percent it came to. */
export interface Sat extends Outcome {
  readonly answersBefore: number;
  /** Percent of the mocks this person sat before. */
  readonly before: readonly number[];
}

export interface World {
  readonly questions: number;
  /** How many answers somebody gives between two mocks: from, to. */
  readonly practice: readonly [number, number];
  /** What one answer adds to the ability in its section, in logits. */
  readonly learning: number;
  readonly mocks: number;
  readonly people: number;
  readonly seed: number;
  readonly nature?: Partial<Nature>;
}

/** What people are like. Abilities in logits. */
export interface Nature {
  readonly ability: number;
  readonly spread: number;
  /** How much a person's sections, and the topics of a section, differ. */
  readonly sectionSpread: number;
  readonly topicSpread: number;
  /** Which share of the questions is guessed without reading. */
  readonly guesses: number;
  /** What one answer leaves behind for its question, how much of it adds up, and the days after which half is forgotten. */
  readonly gain: number;
  readonly most: number;
  readonly halfLife: number;
  /** By how much all abilities leap before the fourth mock, and wander before each. */
  readonly leap: number;
  readonly wander: number;
  /** Days without study before the fourth mock. */
  readonly pause: number;
}

const usual: Nature = {
  ability: 1,
  spread: 0.8,
  sectionSpread: 0.5,
  topicSpread: 0.4,
  guesses: 0,
  gain: 1.2,
  most: 3,
  halfLife: 60,
  leap: 0,
  wander: 0,
  pause: 0,
};

const day = 86_400_000;
const changeAt = 3;
const begin = Date.UTC(2026, 0, 5);
const sections = ['甲', '乙', '丙', '丁', '戊'];
const topicsOfSection = 6;
const guessing: Readonly<Record<QuestionType, number>> = { single: 0.22, multiple: 0.05, judge: 0.45, blank: 0.02, short: 0, case: 0 };
const hardness: Readonly<Record<Difficulty, number>> = { easy: -0.7, medium: 0, hard: 0.7 };

/** 25 single, 15 multiple of 2 points, 25 judge of 1: 80 points, sections by weight. */
export const blueprint: Blueprint = {
  id: 'mock',
  title: '示例模拟卷',
  minutes: 60,
  parts: [
    { type: 'single', count: 25, scoreEach: 1 },
    { type: 'multiple', count: 15, scoreEach: 2 },
    { type: 'judge', count: 25, scoreEach: 1 },
  ],
  sections: sections.map((section, place) => ({ section, weight: 1 + (place % 2) })),
};

interface Item {
  readonly id: string;
  readonly section: number;
  readonly topic: number;
  readonly type: QuestionType;
  readonly difficulty: Difficulty;
  /** The three parameters of the response model. */
  readonly slope: number;
  readonly hardness: number;
  readonly guess: number;
}

/** Sits mocks with simulated people of known ability (three-parameter item-response model), who learn as they study. */
export function simulate(world: World): Sat[] {
  return Array.from({ length: world.people }, (_, person) => live(world, new Chance(seedFrom(world.seed, person + 1)))).flat();
}

function live(world: World, chance: Chance): Sat[] {
  const items = makeItems(world.questions, chance);
  const blocks = blocksOf(items);
  const cells = Map.groupBy(items, ({ section, type }) => `${section} ${type}`);
  const learner = new Learner(world, chance);
  const sat: Sat[] = [];
  let now = begin;
  for (let mock = 0; mock < world.mocks; mock += 1) {
    const [from, to] = world.practice;
    const amount = from + chance.dice(to - from + 1);
    const days = 2 + chance.dice(12);
    if (mock === changeAt) now += learner.nature.pause * day;
    learner.change(mock === changeAt);
    for (let answer = 0; answer < amount; answer += 1) learner.study(items, now + (days * day * answer) / amount);
    now += days * day;
    const standings = standingOf(blocks, learner.given);
    const input = { standings, outcomes: sat, personId: 'p', partials: {}, now };
    const forecast = toTheEnd(forecasterSteps(input)).forecast(blueprint);
    const answersBefore = learner.given.length;
    const before = sat.map(({ percent }) => percent);
    const percent = learner.sit(cells, now);
    now += 3_600_000;
    if (!forecast) continue;
    const row = { id: `f${mock}`, personId: 'p', blueprintId: blueprint.id, at: now, ...forecast };
    sat.push({ forecast: row, percent, answersBefore, before });
  }
  return sat;
}

/** The items of a section and type. */
type Cells = ReadonlyMap<string, readonly Item[]>;

class Learner {
  readonly given: Given[] = [];
  readonly nature: Nature;
  readonly #world: World;
  readonly #chance: Chance;
  readonly #abilities: number[];
  readonly #topics: readonly number[];
  readonly #gains = new Map<string, { amount: number; at: number }>();
  readonly #wrong = new Map<string, Item>();
  readonly #sat = new Set<string>();
  #place = 0;

  constructor(world: World, chance: Chance) {
    this.#world = world;
    this.#chance = chance;
    this.nature = { ...usual, ...world.nature };
    const { ability, spread, sectionSpread, topicSpread } = this.nature;
    const general = chance.normal(ability, spread);
    this.#abilities = sections.map(() => general + chance.normal(0, sectionSpread));
    this.#topics = sections.flatMap(() => Array.from({ length: topicsOfSection }, () => chance.normal(0, topicSpread)));
  }

  change(leaps: boolean): void {
    const { leap, wander } = this.nature;
    this.#abilities.forEach((ability, section) => {
      this.#abilities[section] = ability + (leaps ? leap : 0) + (wander > 0 ? this.#chance.normal(0, wander) : 0);
    });
  }

  /** Mostly the next questions in order, some at random, some that were wrong before. */
  study(items: readonly Item[], at: number): void {
    const roll = this.#chance.uniform();
    const wrong = roll < 0.25 ? this.#wrong.values().next().value : undefined;
    const next = roll < 0.7 ? items[this.#place++ % items.length] : items[this.#chance.dice(items.length)];
    const item = wrong ?? next;
    if (item) this.#answer(item, at, 'random');
  }

  /** Sits a paper and gives its percent. */
  sit(cells: Cells, at: number): number {
    const form = this.#chance.normal(0, 0.1);
    const paper = drawPaper(cells, this.#sat, this.#chance.dice);
    let points = 0;
    let full = 0;
    for (const { item, score } of paper) {
      full += score;
      if (this.#answer(item, at, 'mock', form)) points += score;
      this.#sat.add(item.id);
    }
    return Math.floor((10_000 * points) / full) / 100;
  }

  #answer(item: Item, at: number, mode: Given['mode'], form = 0): boolean {
    const gain = this.#gains.get(item.id);
    const remembered = gain ? gain.amount * 2 ** (-(at - gain.at) / (this.nature.halfLife * day)) : 0;
    const ability = (this.#abilities[item.section] ?? 0) + (this.#topics[item.section * topicsOfSection + item.topic] ?? 0);
    const odds = item.slope * (ability + remembered + form - item.hardness);
    const isGuessed = this.nature.guesses > 0 && this.#chance.uniform() < this.nature.guesses;
    const correct = this.#chance.uniform() < item.guess + (isGuessed ? 0 : (1 - item.guess) / (1 + Math.exp(-odds)));
    this.given.push({ id: `r${this.given.length}`.padStart(8, '0'), questionId: item.id, revision: 'r', correct, mode, at });
    this.#gains.set(item.id, { amount: Math.min(this.nature.most, remembered + this.nature.gain), at });
    if (correct) this.#wrong.delete(item.id);
    else this.#wrong.set(item.id, item);
    this.#abilities[item.section] = (this.#abilities[item.section] ?? 0) + this.#world.learning;
    return correct;
  }
}

class Chance {
  readonly dice: Dice;

  constructor(dice: Dice) {
    this.dice = dice;
  }

  uniform(): number {
    return (this.dice(2 ** 32) + 0.5) / 2 ** 32;
  }

  normal(mean: number, deviation: number): number {
    return mean + deviation * Math.sqrt(-2 * Math.log(this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }
}

const types: readonly QuestionType[] = ['single', 'single', 'multiple', 'judge'];
const labels: readonly Difficulty[] = ['easy', 'medium', 'hard'];

function makeItems(count: number, chance: Chance): Item[] {
  return Array.from({ length: count }, (_, number) => {
    const type = types[chance.dice(types.length)] ?? 'single';
    const difficulty = labels[chance.dice(labels.length)] ?? 'medium';
    return {
      id: `q${number}`,
      section: number % sections.length,
      topic: chance.dice(topicsOfSection),
      type,
      difficulty,
      slope: Math.exp(chance.normal(0, 0.25)),
      hardness: hardness[difficulty] + (type === 'multiple' ? 0.4 : 0) + chance.normal(0, 0.8),
      guess: guessing[type],
    };
  });
}

function blocksOf(items: readonly Item[]): BlockIndex[] {
  return [...Map.groupBy(items, ({ section }) => section)].map(([section, own]) => ({
    section: sections[section] ?? '',
    ids: own.map(({ id }) => id),
    types: own.map(({ type }) => type),
    topics: own.map(({ topic }) => `知识点${topic}`),
    difficulties: own.map(({ difficulty }) => difficulty),
    revisions: own.map(() => 'r'),
  }));
}

/** As the assembly does: sections by weight, what was never on a paper first. */
function drawPaper(cells: Cells, sat: ReadonlySet<string>, dice: Dice): { readonly item: Item; readonly score: number }[] {
  const weight = blueprint.sections.reduce((sum, section) => sum + section.weight, 0);
  return blueprint.parts.flatMap(({ type, count, scoreEach }) => {
    let drawn = 0;
    return blueprint.sections.flatMap((section, place) => {
      const isLast = place === blueprint.sections.length - 1;
      const wanted = isLast ? count - drawn : Math.round((count * section.weight) / weight);
      drawn += wanted;
      const own = cells.get(`${place} ${type}`) ?? [];
      const fresh = pick(
        own.filter(({ id }) => !sat.has(id)),
        wanted,
        dice,
      );
      const used = pick(
        own.filter(({ id }) => sat.has(id)),
        wanted - fresh.length,
        dice,
      );
      return [...fresh, ...used].map((item) => ({ item, score: scoreEach }));
    });
  });
}
