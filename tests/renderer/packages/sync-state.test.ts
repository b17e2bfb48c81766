import { describe, expect, it } from 'vitest';
import type { SyncFindings } from '@shared/ipc/contract.ts';
import { readable } from '@shared/packages/readable.ts';
import {
  bytesOf,
  checking,
  failed,
  idle,
  isBusy,
  waitingOf,
  withProgress,
  type SyncState,
} from '../../../renderer/packages/sync/sync-state.ts';
import { buildBank, stagedOf } from '../../support/bank.ts';

const nothing: SyncFindings = { packages: [], refused: [], unread: [], transferredBytes: 0, reusedBytes: 0 };
const staged = stagedOf(buildBank([]));
const something: SyncFindings = { ...nothing, packages: [staged] };
const refusal = { kind: 'older', subject: '题库' } as const;
const step = { phase: 'download', done: 1, total: 4, unit: 'bytes', remaining: null } as const;
const all = { source: null, beyondLimit: false };
const states: readonly SyncState[] = [
  idle,
  checking('now'),
  { kind: 'stopping', task: 'now', step },
  { kind: 'found', findings: nothing },
  { kind: 'installing', packages: [staged], done: 0, total: 1 },
  { kind: 'installed', packages: [staged] },
  { kind: 'failed', failure: refusal, request: all },
];

describe('progress', () => {
  it('moves the check that is running', () => {
    expect(withProgress(checking('now'), { task: 'now', ...step })).toEqual({ kind: 'checking', task: 'now', step });
  });

  it('of another check, or of one that is being stopped or has ended, changes nothing', () => {
    for (const state of states) expect(withProgress(state, { task: 'before', ...step })).toBe(state);
    for (const state of states.filter(({ kind }) => kind !== 'checking')) expect(withProgress(state, { task: 'now', ...step })).toBe(state);
  });

  it('counts bytes only where main says so', () => {
    expect([step, { ...step, unit: undefined }].map((one) => bytesOf(one as typeof step))).toEqual([1, 0]);
  });
});

it('only checking, stopping and installing are busy', () => {
  expect(states.filter(isBusy).map(({ kind }) => kind)).toEqual(['checking', 'stopping', 'installing']);
});

it('a stop that was asked for is no failure', () => {
  expect(failed({ kind: 'cancelled', subject: '' }, all)).toEqual(idle);
  expect(failed(refusal, all)).toEqual({ kind: 'failed', failure: refusal, request: all });
});

describe('what waits', () => {
  it('is what main keeps, or what was found while main’s word is on its way', () => {
    expect(waitingOf(idle, something)).toBe(something);
    expect(waitingOf({ kind: 'found', findings: something }, null)).toBe(something);
    expect(waitingOf({ kind: 'found', findings: nothing }, null)).toBeNull();
    expect(waitingOf(idle, null)).toBeNull();
  });

  it('is no longer what has just been installed', () => {
    expect(waitingOf({ kind: 'installed', packages: [staged] }, something)).toBeNull();
    const newer = { ...something, packages: [{ ...staged, staged: 'another' }] };
    expect(waitingOf({ kind: 'installed', packages: [staged] }, newer)).toBe(newer);
  });
});

it('nobody is told the name of a file of the repository', () => {
  for (const subject of ['timestamp.json', 'bank/manifest.json.gz', 'bank/d1-2.zst', 'bank/f-0123456789ab.001']) {
    expect(readable({ kind: 'tampered', subject }, '局党建部')).toEqual({ kind: 'tampered', subject: '局党建部' });
  }
  expect(readable(refusal, '局党建部')).toBe(refusal);
});
