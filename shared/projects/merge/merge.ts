import { compare } from '../../compare.ts';
import type { ProjectReturn, ProjectSnapshot, ReturnedPlan, ReturnedRevision, ReturnFacts } from '../../model/reviewing.ts';

/** Everything that is here of one project: one row an installation that sent it, and the snapshots that are kept. */
export interface ReturnsOfProject {
  readonly rows: readonly ProjectReturn[];
  readonly plans: readonly ReturnedPlan[];
}

export interface IncomingReturn {
  readonly projectId: string;
  readonly installation: string;
  readonly revision: number;
  readonly sha256: string;
  /** By the branch's clock, milliseconds since 1970. */
  readonly sentAt: number;
  readonly snapshot: ProjectSnapshot;
}

/**
 * What a snapshot that came in is beside what is here. `new`: the first of its project · `newer`: takes the place of an earlier
 * revision · `known`: nothing that was not here · `older`: a later revision came in before it · `conflict`: another installation,
 * or another file of the same revision, says something else; a person decides.
 */
export const returnOutcomes = ['new', 'newer', 'known', 'older', 'conflict'] as const;
export type ReturnOutcome = (typeof returnOutcomes)[number];

export interface ReturnMerge {
  readonly outcome: ReturnOutcome;
  readonly after: ReturnsOfProject;
}

/** What the ledger shows of a snapshot. */
export type FactsOf = (snapshot: ProjectSnapshot) => ReturnFacts;

export const nothingReturned: ReturnsOfProject = { rows: [], plans: [] };

/**
 * Adds what an installation sent of a project. The newest revision of an installation counts. In whatever order and however
 * often the same files come in, the same rows stay.
 */
export function mergeReturn(here: ReturnsOfProject, incoming: IncomingReturn, factsOf: FactsOf): ReturnMerge {
  const id = returnId(incoming);
  const row = here.rows.find((each) => each.id === id);
  const newest = row?.history.at(-1)?.revision ?? 0;
  const known = row?.history.some((each) => isSameFile(each, incoming)) ?? false;
  const noted = here.rows.map((each) => (each === row ? { ...row, history: withRevision(row.history, incoming) } : each));
  if (known) return { outcome: 'known', after: { ...here, rows: noted } };
  if (incoming.revision < newest) return { outcome: 'older', after: { ...here, rows: noted } };
  const after = judged(withPlan({ ...here, rows: noted }, incoming, factsOf));
  const isForked = after.rows.find((each) => each.id === id)?.state === 'conflict';
  return { outcome: isForked ? 'conflict' : row ? 'newer' : 'new', after };
}

/** Id of the row and of its snapshot. */
export const returnId = ({ projectId, installation }: Pick<IncomingReturn, 'projectId' | 'installation'>): string =>
  `${projectId}@${installation}`;

/** Snapshots of a row: the one that counts first, then other files of the same revision. */
export const plansOf = ({ plans }: ReturnsOfProject, rowId: string): readonly ReturnedPlan[] =>
  plans.filter(({ id }) => id === rowId || id.startsWith(`${rowId}#`)).toSorted((one, other) => compare(one.id, other.id));

/** Of several files of one revision the one with the lowest hash stands first, whichever came first. */
function withPlan(here: ReturnsOfProject, incoming: IncomingReturn, factsOf: FactsOf): ReturnsOfProject {
  const { projectId, installation, revision, sha256, snapshot } = incoming;
  const id = returnId(incoming);
  const mine = plansOf(here, id);
  const rivals = mine.filter((plan) => plan.revision === revision);
  const variants = [...rivals, { id, projectId, revision, sha256, snapshot }].toSorted((one, other) => compare(one.sha256, other.sha256));
  const [first = { snapshot }] = variants;
  const before = here.rows.find((row) => row.id === id);
  const row: ProjectReturn = {
    id,
    projectId,
    installation,
    history: withRevision(before?.history ?? [], incoming),
    state: variants.length > 1 ? 'conflict' : 'current',
    facts: factsOf(first.snapshot),
  };
  return {
    rows: [...here.rows.filter((each) => each.id !== id), row].toSorted((one, other) => compare(one.id, other.id)),
    plans: named([...here.plans.filter((plan) => !mine.includes(plan)), ...variants.map((plan, place) => placed(plan, id, place))]),
  };
}

/** A snapshot under the id of its place: the first stands under its row's. */
export const placed = (plan: ReturnedPlan, rowId: string, place: number): ReturnedPlan => ({
  ...plan,
  id: place === 0 ? rowId : `${rowId}#${plan.sha256}`,
});

export const named = (plans: readonly ReturnedPlan[]): readonly ReturnedPlan[] => plans.toSorted((one, other) => compare(one.id, other.id));

/** Rows that nobody has decided against contradict each other when their snapshots differ. */
function judged(here: ReturnsOfProject): ReturnsOfProject {
  const contents = new Set(openPlans(here).map(({ sha256 }) => sha256));
  const state = contents.size > 1 ? 'conflict' : 'current';
  return { ...here, rows: here.rows.map((row) => (row.state === 'setAside' ? row : { ...row, state })) };
}

/** Snapshots that may count: of a row in conflict each of its files. */
const openPlans = (here: ReturnsOfProject): readonly ReturnedPlan[] =>
  here.rows.flatMap((row) => {
    const plans = plansOf(here, row.id);
    return row.state === 'setAside' ? [] : row.state === 'conflict' ? plans : plans.slice(0, 1);
  });

const isSameFile = (one: Pick<ReturnedRevision, 'revision' | 'sha256'>, other: Pick<ReturnedRevision, 'revision' | 'sha256'>): boolean =>
  one.revision === other.revision && one.sha256 === other.sha256;

/** The same file in several bundles was sent when it was sent first. */
function withRevision(history: readonly ReturnedRevision[], { revision, sha256, sentAt }: ReturnedRevision): readonly ReturnedRevision[] {
  const before = history.find((each) => isSameFile(each, { revision, sha256 }));
  if (before && before.sentAt <= sentAt) return history;
  return [...history.filter((each) => each !== before), { revision, sha256, sentAt }].toSorted(
    (one, other) => one.revision - other.revision || compare(one.sha256, other.sha256),
  );
}
