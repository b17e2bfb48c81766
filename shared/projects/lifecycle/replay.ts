import { canonicalJson } from '../../bank/changes.ts';
import { compare } from '../../compare.ts';
import type { ProjectEvent } from '../../model/project-event.ts';
import { advance } from './advance.ts';
import { faultOf } from './faults.ts';
import { firstState, type ProjectState, type SetAsideEvent } from './state.ts';

/**
 * Where a project stands by its events, whatever order they came in and however often. Events of other projects are left out.
 * The way is the chain by `after`; of several steps in one place a step of the bureau goes before one of the branch, then the
 * earlier. What does not count is set aside with its reason and never lost. Where the bureau's step takes the place of the
 * branch's own entry of the same kind (a review written off the paper form), what followed that entry follows the bureau's step.
 */
export function replay(projectId: string, events: Iterable<ProjectEvent>): ProjectState {
  const { distinct, doubles } = apart([...events].filter((event) => event.projectId === projectId));
  const following = Map.groupBy(distinct, ({ after }) => after);
  const aside: SetAsideEvent[] = [...doubles];
  let state = firstState;
  let waiting: readonly ProjectEvent[] = following.get(null) ?? [];
  while (waiting.length > 0) {
    const { next, others } = choose(state, waiting);
    aside.push(...others);
    if (!next) break;
    const displaced = others.filter(({ event, why }) => why === 'place-taken' && isSamePlace(next, event));
    waiting = [next.id, ...displaced.map(({ event }) => event.id)].flatMap((id) => following.get(id) ?? []);
    state = advance(state, next);
  }
  return { ...state, setAside: [...aside, ...unreached(distinct, state, aside)].sort((one, other) => byTime(one.event, other.event)) };
}

/** The step that counts of those that could come next, and why the others do not. */
function choose(state: ProjectState, waiting: readonly ProjectEvent[]): { next: ProjectEvent | null; others: readonly SetAsideEvent[] } {
  const faults = new Map(waiting.map((event) => [event, faultOf(state, event.action, event.side)]));
  const possible = waiting.filter((event) => faults.get(event) === null);
  const next = possible.toSorted((one, other) => precedence(state, one, other))[0] ?? null;
  const others = waiting.flatMap((event) => (event === next ? [] : [{ event, why: faults.get(event) ?? ('place-taken' as const) }]));
  return { next, others };
}

function precedence({ head }: ProjectState, one: ProjectEvent, other: ProjectEvent): number {
  const rank = ({ side, after }: ProjectEvent): number => (side === 'bureau' ? 0 : 2) + (after === head ? 0 : 1);
  return rank(one) - rank(other) || byTime(one, other);
}

const isSamePlace = (bureau: ProjectEvent, branch: ProjectEvent): boolean =>
  bureau.side === 'bureau' && branch.side === 'branch' && bureau.action.kind === branch.action.kind;

function unreached(distinct: readonly ProjectEvent[], { steps }: ProjectState, aside: readonly SetAsideEvent[]): SetAsideEvent[] {
  const reached = new Set([...steps, ...aside.map(({ event }) => event)]);
  const ids = new Set(distinct.map(({ id }) => id));
  return distinct
    .filter((event) => !reached.has(event))
    .map((event) => ({ event, why: event.after === null || ids.has(event.after) ? 'behind' : 'step-missing' }));
}

/** One event an id. Where two say different things under one id the bureau's counts, then the first by its text. */
function apart(events: readonly ProjectEvent[]): { readonly distinct: readonly ProjectEvent[]; readonly doubles: SetAsideEvent[] } {
  const distinct: ProjectEvent[] = [];
  const doubles: SetAsideEvent[] = [];
  for (const same of Map.groupBy(events, ({ id }) => id).values()) {
    const [first, ...others] = same.length === 1 ? same : differing(same);
    if (first) distinct.push(first);
    doubles.push(...others.map((event) => ({ event, why: 'same-id' as const })));
  }
  return { distinct, doubles };
}

function differing(same: readonly ProjectEvent[]): ProjectEvent[] {
  const byText = new Map(same.map((event) => [canonicalJson(event), event]));
  const order = ([text, { side }]: readonly [string, ProjectEvent]): string => `${side === 'bureau' ? 0 : 1}${text}`;
  return [...byText].toSorted((one, other) => compare(order(one), order(other))).map(([, event]) => event);
}

const byTime = (one: ProjectEvent, other: ProjectEvent): number => one.at - other.at || compare(one.id, other.id);
