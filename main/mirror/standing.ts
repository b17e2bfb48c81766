import { Metadata, MetadataKind, type Root, type Timestamp } from '@tufjs/models';
import { limits } from '../limits.ts';
import { Refusal } from '../sync/refusal.ts';
import { readFirstRoot } from '../sync/trust/trust.ts';
import type { RootChain } from './root-chain.ts';
import type { Depot } from './depot.ts';

/** What readers of a place go by at this moment; null where nobody reads there yet, or what lies there is damaged. */
export type StandingTimestamp = Metadata<Timestamp> | null;

/**
 * Looks at a place before anything is written: it may be empty, or hold an older state of the very same repository. Throws
 * Refusal publish-refused where something else lies there, or something newer.
 */
export async function requireOurPlace(depot: Depot, roots: RootChain, timestamp: Buffer, signal: AbortSignal): Promise<StandingTimestamp> {
  await requireSameRoots(depot, roots, signal);
  const there = await depot.read('metadata/timestamp.json', limits.timestampMetadata, signal);
  const standing = there && parse(there);
  // A damaged one, or one that a revoked key has signed, vouches for nothing: it is replaced.
  if (!standing || !accepts(roots.newest, standing)) return standing;
  const [theirs, ours] = [standing.signed.version, parse(timestamp)?.signed.version ?? 0];
  if (theirs > ours) refuse(`${depot.label} 上的版本更新（第 ${theirs} 次签发，本机是第 ${ours} 次），没有覆盖。${takeNewest}`);
  if (theirs === ours && !there?.equals(timestamp)) refuse(`${depot.label} 上有另一台电脑在同一版本上签发的内容，没有覆盖。${takeNewest}`);
  return standing;
}

/** Another root there is another publisher, or the work of another computer that has renewed the keys since. */
async function requireSameRoots(depot: Depot, roots: RootChain, signal: AbortSignal): Promise<void> {
  const first = await depot.read('metadata/1.root.json', limits.rootMetadata, signal);
  if (first === null) {
    if ((await depot.find('metadata/timestamp.json', signal)) !== null) foreign(depot);
    return;
  }
  if (fingerprintIn(first) !== roots.fingerprint) foreign(depot);
  const next = `metadata/${roots.newest.version + 1}.root.json`;
  if ((await depot.find(next, signal)) !== null) refuse(`${depot.label} 上的密钥已在别的电脑上更换过，没有覆盖。${takeNewest}`);
}

/** '' for a file that does not verify itself: a place with a damaged root is left alone as well. */
function fingerprintIn(root: Buffer): string {
  try {
    return readFirstRoot(root, '1.root.json').fingerprint;
  } catch (error) {
    if (error instanceof Refusal) return '';
    throw error;
  }
}

const takeNewest = '请使用最新的发布文件夹；县局请先从那里检查更新。';
const foreign = ({ label }: Depot): never => refuse(`${label} 已有另一个发布单位的内容，没有覆盖。请换一个位置。`);

function refuse(sentence: string): never {
  throw new Refusal('publish-refused', sentence, 'something else lies there');
}

/** Whether the timestamp key of a root has signed a timestamp (spec 5.4.2). */
export function accepts(root: Root, timestamp: Metadata<Timestamp>): boolean {
  try {
    new Metadata(root).verifyDelegate(MetadataKind.Timestamp, timestamp);
    return true;
  } catch {
    return false;
  }
}

export function parse(bytes: Buffer): Metadata<Timestamp> | null {
  try {
    return Metadata.fromJSON(MetadataKind.Timestamp, JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}
