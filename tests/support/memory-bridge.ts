import { droppedChannel, textChannels } from '@shared/ipc/channels.ts';
import type { Args, Channel, EventChannel, Events, Reply } from '@shared/ipc/contract.ts';
import { fail, succeed, type FailureKind } from '@shared/model/failure.ts';
import { parseCommit } from '@shared/model/schemas/work.ts';
import type { Commit } from '@shared/model/work.ts';
import { database } from '../../renderer/data/database.ts';
import { connectJournal } from '../../renderer/data/work.ts';

type Answers = { readonly [C in Channel]?: (...args: Args<C>) => Reply<C> | Promise<Reply<C>> };

export interface MemoryBridge {
  /** What the journal acknowledged, oldest first. */
  readonly commits: readonly Commit[];
  /** The journal refuses with this failure until it is called with null. */
  readonly refuse: (kind: FailureKind | null) => void;
  /** The journal answers nothing, as on a disk that hangs, until the function that this gives is called. */
  readonly hold: () => () => void;
  /** Says something as main would. */
  readonly tell: (progress: Events['task:progress']) => void;
  /** Says that something in the overview of packages has changed. */
  readonly announce: () => void;
  /** Says that the computer goes to sleep or woke up. */
  readonly power: (change: Events['power:changed']) => void;
}

/** What main says where nothing was set up. */
const usual: Answers = { 'exam:outbox': () => [], 'people:pins': () => ({ protected: [], keeper: null, resets: [] }) };

/** A fresh database, a journal in memory that checks commits as main does, and a window.bridge that answers as told. */
export async function memoryBridge(answers: Answers = {}): Promise<MemoryBridge> {
  await database.delete();
  await database.open();
  const commits: Commit[] = [];
  const listeners: { readonly [E in EventChannel]: Set<(value: Events[E]) => void> } = {
    'task:progress': new Set(),
    'packages:changed': new Set(),
    'power:changed': new Set(),
  };
  let refusal: FailureKind | null = null;
  let disk: Promise<void> = Promise.resolve();
  connectJournal({
    commit: async (commit) => {
      const parsed = parseCommit(structuredClone(commit));
      await disk;
      if (refusal) return fail(refusal);
      commits.push(parsed);
      return succeed({ n: commits.length, hash: `hash ${commits.length}` });
    },
    since: async (mark) => ({ reset: false, records: [], mark, last: mark.n }),
    rows: async () => null,
  });
  Object.defineProperty(window, 'bridge', {
    configurable: true,
    value: {
      request: async (channel: Channel, ...args: readonly unknown[]) => {
        const answer = { ...usual, ...answers }[channel] as ((...all: readonly unknown[]) => unknown) | undefined; // typed by Answers where it is written
        if (!answer) throw new Error(`nobody answers ${channel}`);
        if (!textChannels.has(channel)) return answer(...args);
        return JSON.stringify((await answer(...(JSON.parse(args[0] as string) as unknown[]))) ?? null); // as main/ipc does
      },
      // a file in jsdom has no path: its name stands for it
      drop: async (dropped: readonly File[]) => {
        const answer = answers[droppedChannel];
        if (!answer) throw new Error(`nobody answers ${droppedChannel}`);
        return answer(dropped.map(({ name }) => name));
      },
      on: (channel: EventChannel, listener: (value: unknown) => void) => {
        listeners[channel].add(listener);
        return () => listeners[channel].delete(listener);
      },
    },
  });
  return {
    commits,
    refuse: (kind) => {
      refusal = kind;
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      disk = promise;
      return resolve;
    },
    tell: (progress) => listeners['task:progress'].forEach((listener) => listener(progress)),
    announce: () => listeners['packages:changed'].forEach((listener) => listener(null)),
    power: (change) => listeners['power:changed'].forEach((listener) => listener(change)),
  };
}
