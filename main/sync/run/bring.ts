import type { Failure } from '@shared/model/failure.ts';
import { readable } from '@shared/packages/readable.ts';
import { limits } from '../../limits.ts';
import { failureOf, reasonOf, Refusal } from '../refusal.ts';
import { stage, type Staged } from '../store/staging.ts';
import { download } from './download.ts';
import { progressOf } from './found.ts';
import { downloadMeter, type Meter } from './meter.ts';
import type { Wish } from './offers.ts';
import { planDownload, sumOf, wantedOf, type Plan } from './plan.ts';
import type { Progress, RunContext } from './run.ts';

/** What was staged, and why the rest was not. */
export interface Brought {
  readonly staged: readonly Staged[];
  readonly failed: readonly Failure[];
  /** Bytes of the staged versions that were here already or were made of patches. */
  readonly reusedBytes: number;
}

/** After these nothing more comes from the same publisher's sources. */
const endsAll: ReadonlySet<string> = new Set(['source-unreachable', 'metered', 'disk-full']);

/** Downloads, then stages, what is wanted. What one package lacks does not cost the others. */
export async function bring(wishes: readonly Wish[], context: RunContext): Promise<Brought> {
  const plans: Plan[] = [];
  for (const wish of wishes) plans.push(await planDownload(wish, context.store));
  const found = await context.onFound(plans.map((plan) => ({ ...plan.wish.offer, wanted: wantedOf(plan).map(contentOf) })));
  await requireSpace(plans, context); // after it is noted: what does not fit is unfinished, and the computer not up to date
  const meter = downloadMeter(await progressOf(found, context.store), context.progress);
  const { complete, failed } = await downloadAll(plans, meter, context);
  const staged: Staged[] = [];
  let reusedBytes = 0;
  const checked = checkProgress(complete, context.progress);
  for (const { plan, made } of complete) {
    const result = await attempt(plan, context, () => stageHealed(plan, { meter, checked }, context));
    if ('failure' in result) failed.push(result.failure);
    else staged.push(result.value);
    if ('value' in result) reusedBytes += plan.held + plan.begun + made;
  }
  return { staged, failed, reusedBytes };
}

/** Gives a function that is told the version and the position of each block that is looked at. */
function checkProgress(complete: Downloaded['complete'], progress: Progress): Checked {
  const counts = complete.map(({ plan }) => plan.wish.offer.manifest.blocks.length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return (wish, position) => {
    const place = complete.findIndex(({ plan }) => plan.wish === wish);
    const before = counts.slice(0, place).reduce((sum, count) => sum + count, 0);
    progress({ phase: 'check', done: before + position, total });
  };
}

type Checked = (wish: Wish, position: number) => void;

/** Blocks go into the database too, and something has to be left for the work that is saved meanwhile. */
async function requireSpace(plans: readonly Plan[], { freeBytes }: RunContext): Promise<void> {
  const needed = plans.reduce((sum, plan) => sum + sumOf(plan.deltas) + sumOf(plan.pieces) + 2 * sumOf(plan.blocks) - plan.begun, 0);
  if (needed <= 0) return;
  const free = await freeBytes();
  if (free < needed + limits.spareSpace) throw new Refusal('disk-full', '', `${needed} bytes wanted, ${free} are free`);
}

const contentOf = ({ sha256, length }: { sha256: string; length: number }) => ({ sha256, length });

interface Downloaded {
  readonly complete: readonly { readonly plan: Plan; readonly made: number }[];
  readonly failed: Failure[];
}

async function downloadAll(plans: readonly Plan[], meter: Meter, context: RunContext): Promise<Downloaded> {
  const complete: Downloaded['complete'][number][] = [];
  const failed: Failure[] = [];
  const ended = new Set<string>();
  for (const plan of plans) {
    const { publisher } = plan.wish.offer;
    if (ended.has(publisher)) continue;
    const result = await attempt(plan, context, () => download(plan, meter, context));
    if ('value' in result) complete.push({ plan, made: result.value });
    else failed.push(result.failure);
    if ('failure' in result && endsAll.has(result.failure.kind)) ended.add(publisher);
  }
  return { complete, failed };
}

/** A refusal of one package is noted; cancelling ends the run. */
async function attempt<T>({ wish }: Plan, context: RunContext, work: () => Promise<T>): Promise<{ value: T } | { failure: Failure }> {
  try {
    return { value: await work() };
  } catch (error) {
    const { title } = wish.offer.manifest;
    const found = failureOf(error, title);
    if (!found || found.kind === 'cancelled') throw error;
    const failure = readable(found, title);
    context.log(`package ${wish.offer.manifest.title}`, error);
    await context.onNotTaken({ failure, reason: reasonOf(error), origin: wish.origin, version: wish.offer.manifest.version });
    if (isOfSource(failure)) await context.onChecked({ origin: wish.origin, failure, root: null });
    return { failure };
  }
}

const isOfSource = ({ kind }: Failure): boolean => ['source-unreachable', 'tampered', 'truncated', 'too-large'].includes(kind);

interface Told {
  readonly meter: Meter;
  readonly checked: Checked;
}

/** What was damaged on this disk since it came is only noticed when it is read; it is then fetched once more. */
async function stageHealed(plan: Plan, { meter, checked }: Told, context: RunContext): Promise<Staged> {
  try {
    return await stageNow(plan.wish, checked, context);
  } catch (error) {
    const again = await planDownload(plan.wish, context.store);
    if (!(error instanceof Refusal) || error.failure.kind !== 'tampered' || wantedOf(again).length === 0) throw error;
    meter.alsoWanted(wantedOf(again));
    await download(again, meter, context);
    return stageNow(plan.wish, checked, context);
  }
}

function stageNow(wish: Wish, checked: Checked, { store, signal }: RunContext): Promise<Staged> {
  return stage({ offer: wish.offer, replaces: wish.here, store, onBlock: (position) => checked(wish, position), signal });
}
