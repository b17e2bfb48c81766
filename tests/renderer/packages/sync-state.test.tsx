import { describe, expect, it } from 'vitest';
import type { SyncFindings } from '@shared/ipc/contract.ts';
import { checking, found, idle, isBusy, withProgress, type SyncState } from '../../../renderer/packages/sync-state.ts';
import { buildBank, stagedOf } from '../../support/bank.ts';

const nothing: SyncFindings = { packages: [], refused: [], transferredBytes: 0, reusedBytes: 0 };
const refusal = { kind: 'older', subject: '题库' } as const;
const step = { phase: 'download', done: 1, total: 4 } as const;

describe('progress', () => {
  it('moves the sync that is running', () => {
    expect(withProgress(checking('now'), { task: 'now', ...step })).toEqual({ kind: 'checking', task: 'now', ...step });
  });

  it('of an old sync changes nothing', () => {
    const state = checking('now');
    expect(withProgress(state, { task: 'before', ...step })).toBe(state);
  });

  it.each<SyncState>([idle, { kind: 'current' }, { kind: 'found', findings: nothing }, { kind: 'failed', failure: refusal }])(
    'after the end changes nothing: $kind',
    (state) => expect(withProgress(state, { task: 'now', ...step })).toBe(state),
  );
});

it('what was found, or refused, is shown; nothing is up to date', () => {
  expect(found(nothing)).toEqual({ kind: 'current' });
  const packages = { ...nothing, packages: [stagedOf(buildBank([]))] };
  expect(found(packages)).toEqual({ kind: 'found', findings: packages });
  const refused = { ...nothing, refused: [refusal] };
  expect(found(refused)).toEqual({ kind: 'found', findings: refused });
});

it('only checking and installing are busy', () => {
  const states: readonly SyncState[] = [
    idle,
    checking('now'),
    { kind: 'current' },
    { kind: 'found', findings: nothing },
    { kind: 'installing', findings: nothing, done: 0, total: 1 },
    { kind: 'installed', findings: nothing },
    { kind: 'failed', failure: refusal },
  ];
  expect(states.filter(isBusy).map(({ kind }) => kind)).toEqual(['checking', 'installing']);
});
