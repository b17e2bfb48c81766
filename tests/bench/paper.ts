import { assemble } from '@shared/exam/assembly/assemble.ts';
import { exposuresOf, Pool, type PoolEntry } from '@shared/exam/assembly/pool.ts';
import { seedFrom, shuffle, type Dice } from '@shared/exam/random.ts';
import type { Blueprint, Demand } from '@shared/model/policy.ts';
import { difficulties, questionTypes } from '@shared/model/question.ts';
import { figure, median, type Figure } from './figure.ts';

const questions = 100_000;
const rounds = 15;
/** Milliseconds. */
const goal = 100;

const sections = ['党史', '党章', '党规', '思想', '要求', '安全', '营销'];
const topics = Array.from({ length: 40 }, (_, place) => `知识点${place}`);

/** A paper of 100 from 100,000 under a blueprint with everything that can be asked, against shuffling the pool and taking the first of each type. */
export function paperFigures(): Figure[] {
  const dice = seedFrom(11);
  const entries = Array.from({ length: questions }, (_, number) => entryOf(number, dice));
  const pool = new Pool(entries);
  const blueprint = fullBlueprint(entries);
  const exposure = exposuresOf(
    Array.from({ length: 40 }, (_, at) => ({ at, ids: Array.from({ length: 100 }, () => entries[dice(questions)]?.id ?? '') })),
  );
  const own: number[] = [];
  const greedy: number[] = [];
  const drawn: number[] = [];
  for (let seed = 0; seed < rounds; seed += 1) {
    const [assembly, took] = timed(() => assemble({ pool, blueprint, seed, exposure }));
    own.push(took);
    drawn.push(assembly.ok ? assembly.picks.length : 0);
    greedy.push(timed(() => takeFirst(entries, blueprint, seedFrom(seed)))[1]);
  }
  const value = median(own);
  const demands = blueprint.parts.reduce((sum, part) => sum + (part.demands?.length ?? 0), 0);
  const note = `${demands} exact demands, 7 section and 3 difficulty shares, 10 must, 500 must not, 40 earlier papers; papers of ${Math.min(...drawn)} to ${Math.max(...drawn)} questions; slowest ${Math.round(Math.max(...own))} ms; the goal is in ms`;
  const measured = {
    group: 'paper',
    name: 'paper-100-of-100k',
    value,
    unit: 'ms',
    peer: 'shuffle and take the first of each type',
  } as const;
  const result = figure({ ...measured, peerValue: median(greedy), goal: null, note });
  return [{ ...result, goal, met: value <= goal && drawn.every((count) => count === 100) }];
}

const oneOf = <T>(items: readonly T[], dice: Dice): T => items[dice(items.length)] as T;

const entryOf = (number: number, dice: Dice): PoolEntry => ({
  id: `question-${number.toString(36)}-${dice(1e9).toString(36)}`,
  section: oneOf(sections, dice),
  type: oneOf(questionTypes, dice),
  topic: oneOf(topics, dice),
  difficulty: oneOf(difficulties, dice),
});

function fullBlueprint(entries: readonly PoolEntry[]): Blueprint {
  const any = { section: null, topic: null, difficulty: null };
  const demands: Demand[] = [
    { ...any, section: '党史', count: 6 },
    { ...any, difficulty: 'hard', count: 5 },
    { ...any, topic: '知识点3', count: 3 },
    { section: '党章', topic: '知识点7', difficulty: 'easy', count: 2 },
  ];
  return {
    id: 'bench',
    title: 'bench',
    minutes: 90,
    parts: [
      { type: 'single', count: 40, scoreEach: 1, demands },
      { type: 'multiple', count: 20, scoreEach: 1, scoring: 'half', demands: demands.slice(0, 3) },
      { type: 'judge', count: 20, scoreEach: 1, demands: [{ ...any, section: '党规', difficulty: 'hard', count: 4 }] },
      { type: 'blank', count: 14, scoreEach: 1 },
      { type: 'short', count: 4, scoreEach: 2.5 },
      { type: 'case', count: 2, scoreEach: 8 },
    ],
    sections: sections.map((section, place) => ({ section, weight: place + 1 })),
    difficulties: { easy: 3, medium: 5, hard: 2 },
    must: entries
      .filter(({ type }) => type === 'single')
      .slice(0, 10)
      .map(({ id }) => id),
    mustNot: entries.slice(50_000, 50_500).map(({ id }) => id),
  };
}

function takeFirst(entries: readonly PoolEntry[], { parts }: Blueprint, dice: Dice): string[] {
  const mixed = shuffle(entries, dice);
  return parts.flatMap(({ type, count }) =>
    mixed
      .filter((entry) => entry.type === type)
      .slice(0, count)
      .map(({ id }) => id),
  );
}

function timed<T>(work: () => T): readonly [T, number] {
  const started = performance.now();
  const result = work();
  return [result, performance.now() - started];
}
