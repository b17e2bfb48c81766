import { screen } from '@testing-library/react';
import type { PackagesOverview, Reply, SyncFindings, SyncRequest } from '@shared/ipc/contract.ts';
import { fail } from '@shared/model/failure.ts';
import Packages from '../../../renderer/packages/index.tsx';
import { sync } from '../../../renderer/packages/sync/sync.ts';
import { navigate, useRoute } from '../../../renderer/route.ts';
import { buildBank, stagedOf } from '../../support/bank.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen } from '../../support/screen.tsx';
import { questions } from '../study/support.tsx';
import { emptyOverview, sourceOf } from './fixture.ts';

export const built = buildBank([[questions.single], [{ ...questions.judge, section: '党规' }]], 3);
export const bureau = sourceOf('bureau');
export const found = (change: Partial<SyncFindings> = {}): SyncFindings => ({
  packages: [stagedOf(built, { added: 2, changed: 5, withdrawn: 7, source: bureau.label })],
  refused: [],
  unread: [],
  transferredBytes: 2_048,
  reusedBytes: 1_024,
  ...change,
});

type Answers = NonNullable<Parameters<typeof memoryBridge>[0]>;

export interface Main {
  readonly bridge: MemoryBridge;
  /** Every call that changes something, in order. */
  readonly calls: string[];
  /** Changes what the overview says, and says so. */
  readonly change: (change: Partial<PackagesOverview>) => void;
  readonly overview: () => PackagesOverview;
}

interface Start {
  readonly overview?: Partial<PackagesOverview>;
  readonly sync?: (wanted: SyncRequest, task: string) => Reply<'packages:sync'> | Promise<Reply<'packages:sync'>>;
  readonly answers?: Answers;
  /** Part of the page: '' for the first. */
  readonly tab?: string;
}

/** A main process that keeps an overview, and the page on one of its parts. */
export async function startScreen({ overview: first = {}, sync: answerSync, answers = {}, tab = '' }: Start = {}): Promise<Main> {
  const calls: string[] = [];
  let overview: PackagesOverview = { ...emptyOverview, sources: [...emptyOverview.sources, bureau], ...first };
  const recorded = <T,>(call: string, reply: T): T => {
    calls.push(call);
    return reply;
  };
  const bridge = await memoryBridge({
    'packages:overview': () => overview,
    'packages:drives': () => [],
    'packages:sync': (wanted, task) => {
      calls.push(`sync ${wanted.source ?? 'all'}${wanted.beyondLimit ? ' beyond the limit' : ''}`);
      return answerSync ? answerSync(wanted, task) : fail('source-unreachable');
    },
    'packages:blocks': (_staged, positions) => positions.map((position) => built.blocks[position]!),
    'packages:settle': (staged) => recorded(`settle ${staged.join()}`, [built.version]),
    'packages:discard': () => recorded('discard', undefined),
    'packages:put-off': () => {
      overview = { ...overview, waiting: null };
      return recorded('put off', undefined);
    },
    'tasks:cancel': () => recorded('cancel', undefined),
    ...answers,
  });
  const change = (next: Partial<PackagesOverview>): void => {
    overview = { ...overview, ...next };
    bridge.announce();
  };
  sync.dismiss();
  navigate('packages', ...(tab ? [tab] : []));
  renderScreen(AtRoute, []);
  await screen.findByRole('navigation', { name: '数据包的各部分' });
  return { bridge, calls, change, overview: () => overview };
}

/** The page follows the address, as in the shell. */
function AtRoute() {
  return <Packages route={useRoute().slice(1)} />;
}
