import { useEffect, useState } from 'react';
import type { BankPublication, TaskProgress } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';
import { listen, request } from '../../bridge.ts';
import { readNextVersion, readPublications, savePublication } from '../../data/reviewing/publish.ts';

/** The name of the package at the branches; what was published once goes on under its name. */
const packageName = 'projects';

export type PublishingState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'working'; readonly task: string; readonly progress: TaskProgress | null }
  | { readonly kind: 'done'; readonly publication: BankPublication }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** It is written, but this computer has not noted it. */
  | { readonly kind: 'notKept'; readonly failure: Failure };

export interface PublishOrder {
  /** Token of the repository's folder. */
  readonly place: string;
  readonly title: string;
  /** A person has looked at the date. */
  readonly clockOk: boolean;
}

export interface Publishing {
  readonly state: PublishingState;
  readonly publish: (order: PublishOrder) => Promise<void>;
  readonly cancel: () => void;
}

/** Has main sign and write the next version, follows it, and remembers what it brought. */
export function usePublishing(): Publishing {
  const [state, setState] = useState<PublishingState>({ kind: 'asking' });
  useEffect(() => listen('task:progress', (progress) => setState((current) => withProgress(current, progress))), []);
  return {
    state,
    async publish(order) {
      const task = crypto.randomUUID();
      setState({ kind: 'working', task, progress: null });
      setState(await publishNext(order, task));
    },
    cancel() {
      if (state.kind === 'working') void request('tasks:cancel', state.task);
    },
  };
}

const withProgress = (state: PublishingState, progress: TaskProgress): PublishingState =>
  state.kind === 'working' && state.task === progress.task ? { ...state, progress } : state;

async function publishNext({ place, title, clockOk }: PublishOrder, task: string): Promise<PublishingState> {
  const [{ contents, news }, publications] = await Promise.all([readNextVersion(), readPublications()]);
  const name = publications[0]?.package ?? packageName;
  const published = await request('projects:publish', { place, name, title, contents, clockOk }, task);
  if (!published.ok) return published.failure.kind === 'cancelled' ? { kind: 'cancelled' } : { kind: 'failed', failure: published.failure };
  const saved = await savePublication({ package: name, version: published.value.version, at: Date.now() }, news);
  return saved.ok ? { kind: 'done', publication: published.value } : { kind: 'notKept', failure: saved.failure };
}
