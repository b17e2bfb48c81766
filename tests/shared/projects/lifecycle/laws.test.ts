import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectEvent } from '@shared/model/project-event.ts';
import { canDo, lastOwn, step } from '@shared/projects/lifecycle/actions.ts';
import { advance } from '@shared/projects/lifecycle/advance.ts';
import { replay } from '@shared/projects/lifecycle/replay.ts';
import { firstPosition, firstState, positionOf, type ProjectState } from '@shared/projects/lifecycle/state.ts';
import { project } from '../fixture.ts';
import { isAllowed, spelled, stageOf, tried, type Word } from './letters.ts';
import { anyAction, anySide, clerk, event } from './steps.ts';
import { anyTry, eventOf, rightKinds, type Try } from './tries.ts';

interface Run {
  readonly state: ProjectState;
  readonly word: Word;
  readonly tries: readonly { readonly expected: Word | null; readonly got: ProjectEvent | null }[];
}

/** Both sides try one thing after another; beside the state runs the model. After a project's end nothing more is possible. */
function run(all: readonly Try[]): Run {
  let [state, word] = [firstState, [] as Word];
  const tries: { expected: Word | null; got: ProjectEvent | null }[] = [];
  for (const [n, one] of all.entries()) {
    const attempt = eventOf(one, word, { id: `e${n}`, at: n, after: state.head });
    const expected = tried(word, attempt);
    const outcome = step(state, attempt.action, attempt);
    tries.push({ expected, got: outcome.ok ? outcome.event : null });
    if (outcome.ok) state = advance(state, outcome.event);
    if (expected) word = expected;
  }
  return { state, word, tries };
}

const anyRun = fc.array(anyTry, { minLength: 1, maxLength: 80 });

describe('any actions of both sides', () => {
  it('are possible exactly where the model allows them, and lead where it says', () => {
    fc.assert(
      fc.property(anyRun, (all) => {
        const { state, word, tries } = run(all);
        for (const { expected, got } of tries) expect(got !== null).toBe(expected !== null);
        expect(state.counting.map(({ event: { id } }) => id)).toEqual(word.map(({ event: { id } }) => id));
        expect(state.stage).toBe(stageOf(word));
        expect(isAllowed(word)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('replay to the same state, whatever order they arrive in and however often', () => {
    const arrivals = anyRun.chain((all) => {
      const { state } = run(all);
      return fc.tuple(fc.constant(state), fc.shuffledSubarray([...state.steps, ...state.steps], { minLength: state.steps.length }));
    });
    fc.assert(
      fc.property(arrivals, ([state, some]) => {
        expect(replay(project.id, [...some, ...structuredClone(state.steps)].toReversed())).toEqual(state);
      }),
      { numRuns: 500 },
    );
  });

  it('give back the first position when everything is undone, with the whole history kept', () => {
    fc.assert(
      fc.property(anyRun, (all) => {
        let { state } = run(all);
        const done = state.steps.length;
        const undoings = state.counting.length;
        for (let n = 0; n < undoings; n += 1) {
          const side = lastOwn(state, 'branch') ? 'branch' : 'bureau';
          const last = lastOwn(state, side);
          const outcome = step(
            state,
            { kind: 'undone', of: last?.id ?? '' },
            { id: `u${n}`, at: done + n, by: clerk, side, projectId: project.id },
          );
          if (!outcome.ok) throw new Error(outcome.why);
          state = advance(state, outcome.event);
        }
        expect(positionOf(state)).toEqual(firstPosition);
        expect(state.steps.length).toBe(done + undoings);
        expect(replay(project.id, state.steps)).toEqual(state);
      }),
      { numRuns: 300 },
    );
  });

  it('offer exactly the kinds that are possible with the right content', () => {
    fc.assert(
      fc.property(anyRun, anySide, (all, side) => {
        const { state, word } = run(all);
        const possible = rightKinds(word).filter((action) => tried(word, { ...event('e99', state.head, action), side }));
        expect(new Set(canDo(state, side))).toEqual(new Set(possible.map(({ kind }) => kind)));
      }),
    );
  });
});

describe('any heap of events', () => {
  const anyHeap = fc
    .array(
      fc.record({
        side: anySide,
        action: anyAction,
        after: fc.option(fc.nat({ max: 14 })),
        id: fc.nat({ max: 14 }),
        at: fc.nat({ max: 9 }),
      }),
      { maxLength: 20 },
    )
    .map((all) =>
      all.map(({ id, after, action, side, at }) => ({ ...event(`e${id}`, after === null ? null : `e${after}`, action), side, at })),
    );

  it('gives one state in every order, skips no review and loses nothing', () => {
    fc.assert(fc.property(shuffledBeside(anyHeap), keepsTheLaws), { numRuns: 500 });
  });

  it('does so where both sides go on from what each of them knows', () => {
    const anyFork = fc.array(fc.tuple(anyTry, fc.nat({ max: 30 })), { minLength: 5, maxLength: 40 }).map(forked);
    fc.assert(fc.property(shuffledBeside(anyFork), keepsTheLaws), { numRuns: 500 });
  });
});

/** Every step is possible by some of the steps before it, so that ways of different length lie beside each other. */
function forked(all: readonly (readonly [Try, number])[]): readonly ProjectEvent[] {
  const events: ProjectEvent[] = [];
  for (const [n, [one, known]] of all.entries()) {
    const state = replay(project.id, events.slice(0, events.length - (known % 4)));
    const attempt = eventOf(one, wordOf(state), { id: `e${n}`, at: (known * 7) % 11, after: state.head });
    const outcome = step(state, attempt.action, attempt);
    if (outcome.ok) events.push(outcome.event);
  }
  return events;
}

/** The word of steps that are known to be possible. */
const wordOf = ({ steps }: ProjectState): Word => steps.reduce<Word>((word, one) => tried(word, one) ?? word, []);

const shuffledBeside = (heaps: fc.Arbitrary<readonly ProjectEvent[]>) =>
  heaps.chain((heap) => fc.tuple(fc.constant(heap), fc.shuffledSubarray([...heap], { minLength: heap.length })));

function keepsTheLaws([heap, shuffled]: readonly [readonly ProjectEvent[], readonly ProjectEvent[]]): void {
  const state = replay(project.id, heap);
  expect(replay(project.id, structuredClone([...shuffled, ...heap]))).toEqual(state);
  let word: Word | null = [];
  for (const one of state.steps) word = word && tried(word, one);
  expect(word && stageOf(word)).toBe(state.stage);
  expect(word && spelled(word)).not.toMatch(/(?<!S)d|(?<!d)l|(?<!l)c/);
  const kept = new Set([...state.steps, ...state.setAside.map((aside) => aside.event)].map((one) => JSON.stringify(one)));
  for (const one of heap) expect(kept).toContain(JSON.stringify(one));
}
