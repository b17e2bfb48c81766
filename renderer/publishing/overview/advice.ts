import type { Destination, PublisherState } from '@shared/ipc/publisher.ts';
import { isHere } from '../key-states.ts';
import { validityOf } from './validity.ts';

/** One thing that the bureau should do about its publications. */
export type Advice =
  | { readonly kind: 'expired' | 'root-expired'; readonly expires: string }
  | { readonly kind: 'expires' | 'root-expires'; readonly expires: string; readonly days: number }
  | { readonly kind: 'not-exported' | 'root-open' }
  | { readonly kind: 'not-uploaded' | 'upload-failed'; readonly labels: readonly string[] };

/** What waits to be done, most urgent first; nothing before the first publication. */
export function adviceOf(state: PublisherState, now: number): readonly Advice[] {
  if (state.repository === null) return [];
  return [...ofValidity(state, now), ...ofKeys(state), ...ofDestinations(state)];
}

function ofValidity({ keys }: PublisherState, now: number): Advice[] {
  const advice: Advice[] = [];
  const others = validityOf(keys.expires, now);
  const root = validityOf(keys.rootExpires, now);
  if (others?.state === 'expired') advice.push({ kind: 'expired', expires: others.expires });
  if (root?.state === 'expired') advice.push({ kind: 'root-expired', expires: root.expires });
  if (others?.state === 'soon') advice.push({ kind: 'expires', expires: others.expires, days: others.days });
  if (root?.state === 'soon') advice.push({ kind: 'root-expires', expires: root.expires, days: root.days });
  return advice;
}

/** Only the root key matters so much: it replaces a publishing key that is lost, and nothing replaces it. */
function ofKeys({ keys: { root, exported } }: PublisherState): Advice[] {
  if (exported.root === null) return root.keys.some(isHere) ? [{ kind: 'not-exported' }] : [];
  // once they are in the safe, they need not lie here
  return root.keys.some(({ here }) => here === 'open') ? [{ kind: 'root-open' }] : [];
}

function ofDestinations({ destinations }: PublisherState): Advice[] {
  return (['upload-failed', 'not-uploaded'] as const).flatMap((kind): Advice[] => {
    const labels = destinations.filter((destination) => waitingIn(destination) === kind).map(({ label }) => label);
    return labels.length === 0 ? [] : [{ kind, labels }];
  });
}

function waitingIn({ lastUpload }: Destination): 'upload-failed' | 'not-uploaded' | null {
  if (lastUpload?.failure) return 'upload-failed';
  return lastUpload?.current !== true ? 'not-uploaded' : null;
}
