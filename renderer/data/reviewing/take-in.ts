import type { OpenedBundle } from '@shared/ipc/projects.ts';
import type { BundleEntry, BundleSender } from '@shared/model/bundle.ts';
import { fail, succeed, type Failure, type Result } from '@shared/model/failure.ts';
import type { Claim } from '@shared/model/topic.ts';
import type { WorkOp } from '@shared/model/work.ts';
import type { ReturnOutcome } from '@shared/projects/merge/merge.ts';
import { commit } from '../work.ts';
import { takeInClaims } from './take-in/claims.ts';
import { takeInCorrections } from './take-in/corrections.ts';
import { Returning } from './take-in/returning.ts';

/** What became of one entry. `refused`: its parts contradict each other, so that nothing of it was taken in. */
export interface EntryOutcome {
  readonly kind: BundleEntry['kind'];
  readonly id: string;
  readonly title: string;
  readonly outcome: ReturnOutcome | 'withdrawn' | 'refused';
}

export type BundleOutcome =
  | {
      readonly file: string;
      readonly ok: true;
      readonly sender: BundleSender;
      readonly entries: readonly EntryOutcome[];
      /** Kinds of entries that this program is too old for, and how many. */
      readonly unknown: Readonly<Record<string, number>>;
    }
  | { readonly file: string; readonly ok: false; readonly failure: Failure };

export interface TakeIn {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether the signatures of claims hold, as main says. */
  readonly checkClaims: (claims: readonly Claim[]) => Promise<readonly boolean[]>;
}

/**
 * Takes opened bundles in: projects, claims and 纠错单. In whatever order and however often they come, the same rows stay. A bundle
 * that could not be opened stops none of the others. Where work cannot be saved the failure comes back; what was committed before
 * it stays, and taking the same files in again goes on from there.
 */
export async function takeInBundles(opened: readonly OpenedBundle[], options: TakeIn): Promise<Result<readonly BundleOutcome[]>> {
  const projects = new Returning();
  const outcomes: BundleOutcome[] = [];
  for (const bundle of opened) {
    const outcome = bundle.ok ? await takeIn(bundle, projects, options) : succeed<BundleOutcome>(bundle);
    if (!outcome.ok) return outcome;
    outcomes.push(outcome.value);
    const saved = await commitWhereMuch(projects);
    if (!saved.ok) return saved;
  }
  const saved = await commitInParts(projects.takeOps());
  return saved.ok ? succeed(outcomes) : saved;
}

type Whole = Extract<OpenedBundle, { readonly ok: true }>;

async function takeIn(bundle: Whole, projects: Returning, options: TakeIn): Promise<Result<BundleOutcome>> {
  const { file, manifest, entries, unknown } = bundle;
  const claims = await takeInClaims(bundle, options);
  if (!claims.ok) return claims;
  const corrections = await takeInCorrections(entries);
  if (!corrections.ok) return corrections;
  const returned = await projects.add(bundle);
  return succeed({ file, ok: true, sender: manifest.sender, entries: [...returned, ...claims.value, ...corrections.value], unknown });
}

/** Characters and ops of one commit: so many are written and handed over without holding the window up. */
const mostCharacters = 1_500_000;
const mostOps = 1_000;
/** Characters of one op: a line of the journal may be a little longer (main/limits.ts has 16 million). */
const mostOfOne = 12_000_000;

const commitWhereMuch = async (projects: Returning): Promise<Result<null>> =>
  projects.size >= mostOps / 4 ? commitInParts(projects.takeOps()) : succeed(null);

async function commitInParts(ops: readonly WorkOp[]): Promise<Result<null>> {
  let part: WorkOp[] = [];
  let characters = 0;
  for (const op of ops) {
    const length = JSON.stringify(op).length;
    if (length > mostOfOne) return fail('too-large', 'put' in op ? op.put.id : op.remove);
    if (part.length > 0 && (part.length >= mostOps || characters + length > mostCharacters)) {
      const saved = await commit('returns.take-in', part);
      if (!saved.ok) return saved;
      [part, characters] = [[], 0];
    }
    part.push(op);
    characters += length;
  }
  return part.length > 0 ? commit('returns.take-in', part) : succeed(null);
}
