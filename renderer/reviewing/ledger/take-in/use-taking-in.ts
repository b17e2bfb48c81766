import { useRef, useState } from 'react';
import type { ChosenFile } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';
import { droppedBundles, request } from '../../../bridge.ts';
import { takeInBundles, type BundleOutcome } from '../../../data/reviewing/returns.ts';

export type TakeInState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  /** `left` bundles were not looked at because somebody stopped it. */
  | { readonly kind: 'done'; readonly outcomes: readonly BundleOutcome[]; readonly left: number }
  /** The place could not be read, or work could not be saved. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly outcomes: readonly BundleOutcome[] };

export interface TakingIn {
  readonly state: TakeInState;
  readonly chooseFiles: () => Promise<void>;
  /** Takes every bundle in a place. */
  readonly readPlace: (place: string) => Promise<void>;
  /** Takes what was dropped onto the screen: bundles, and folders with bundles in them. */
  readonly readDropped: (dropped: readonly File[]) => Promise<void>;
  readonly stop: () => void;
}

/** So many bundles are opened and then saved together: each commit waits for the disk. */
const bundlesAtOnce = 10;

/** Opens bundles one after the other and takes them in; one that is refused stops none of the others. */
export function useTakingIn(): TakingIn {
  const [state, setState] = useState<TakeInState>({ kind: 'idle' });
  const isStopped = useRef(false);
  const take = async (files: readonly ChosenFile[]): Promise<void> => {
    isStopped.current = false;
    const outcomes: BundleOutcome[] = [];
    while (outcomes.length < files.length && !isStopped.current) {
      setState({ kind: 'reading', done: outcomes.length, total: files.length });
      const taken = await takeSome(files.slice(outcomes.length, outcomes.length + bundlesAtOnce));
      if (!taken.ok) return setState({ kind: 'failed', failure: taken.failure, outcomes });
      outcomes.push(...taken.value);
    }
    return setState({ kind: 'done', outcomes, left: files.length - outcomes.length });
  };
  return {
    state,
    async chooseFiles() {
      const files = await request('bundles:choose');
      if (files.length > 0) await take(files);
    },
    async readPlace(place) {
      const found = await request('bundles:find', place);
      if (found.ok) await take(found.value);
      else setState({ kind: 'failed', failure: found.failure, outcomes: [] });
    },
    async readDropped(dropped) {
      await take(await droppedBundles(dropped));
    },
    stop() {
      isStopped.current = true;
    },
  };
}

async function takeSome(files: readonly ChosenFile[]): ReturnType<typeof takeInBundles> {
  const opened = [];
  for (const { token } of files) opened.push(await request('bundles:open', token));
  return takeInBundles(opened, { now: Date.now(), checkClaims: (claims) => request('projects:check-claims', claims) });
}
