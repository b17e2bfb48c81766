import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InstalledDetail, PackagesOverview, Source } from '@shared/ipc/contract.ts';
import * as zh from '@shared/messages/zh/index.ts';
import { moved } from '../../../renderer/packages/sources/order.ts';
import { remainingText } from '../../../renderer/packages/sync/remaining-text.ts';
import { standingOf } from '../../../renderer/packages/sync/standing.ts';
import { buildBank } from '../../support/bank.ts';
import { emptyOverview, starter, sourceOf } from './fixture.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 5, 1);

const standing = (sources: readonly Source[], change: Partial<PackagesOverview> = {}) =>
  standingOf({ ...emptyOverview, sources: [starter, ...sources], ...change }, now);

describe('where the computer stands', () => {
  it('asks for a source while there is only the example', () => {
    expect(standing([])).toEqual({ kind: 'no-source' });
  });

  it('has never been checked while no source has ever been read', () => {
    const down = { at: now, failure: { kind: 'source-unreachable', subject: '' } } as const;
    expect(standing([sourceOf('a')])).toEqual({ kind: 'never' });
    expect(standing([sourceOf('a', { lastCheck: down })])).toEqual({ kind: 'never' });
  });

  it('is current as of the newest success, and counts the sources that failed last time', () => {
    const down = { at: now, failure: { kind: 'source-unreachable', subject: '' } } as const;
    const well = { at: now - day, failure: null };
    expect(
      standing([
        sourceOf('a', { lastSuccess: now - 3 * day, lastCheck: down }),
        sourceOf('b', { lastSuccess: now - day, lastCheck: well }),
      ]),
    ).toEqual({ kind: 'current', checkedAt: now - day, failing: 1 });
  });

  it('is not current while something newer is put off', () => {
    const well = { lastSuccess: now - day, lastCheck: { at: now - day, failure: null } };
    const putOff = [{ title: '示例题库', version: 2 }];
    expect(standing([sourceOf('a', well)], { putOff })).toEqual({ kind: 'put-off', versions: putOff, checkedAt: now - day });
  });

  it('says after thirty days how long nothing could be read, and how old the content is', () => {
    const installed = ['2025-12-01T00:00:00.000Z', '2026-03-05T00:00:00.000Z'].map((issued): InstalledDetail => ({
      ...buildBank([]).version,
      issued,
      source: '',
      starter: false,
      expires: '',
      before: null,
    }));
    expect(standing([sourceOf('a', { lastSuccess: now - 30 * day })], { installed })).toMatchObject({ kind: 'current' });
    expect(standing([sourceOf('a', { lastSuccess: now - 31 * day })], { installed })).toEqual({
      kind: 'stale',
      days: 31,
      issued: '2026-03-05T00:00:00.000Z',
    });
  });

  it('offers first to go on with what was broken off', () => {
    const unfinished = { done: 1, total: 2, titles: ['题库'] };
    expect(standing([], { unfinished })).toEqual({ kind: 'unfinished', unfinished });
  });
});

describe('remaining time', () => {
  const words = zh.packages;

  it('promises no more than is known', () => {
    expect([null, 0, 59, 60, 61, 3_599, 3_600, 5_000, 86_399, 86_400].map((seconds) => remainingText(seconds, words))).toEqual([
      '剩余时间还估算不出来',
      '大约不到 1 分钟',
      '大约不到 1 分钟',
      '大约还要 1 分钟',
      '大约还要 2 分钟',
      '大约还要 1 小时',
      '大约还要 1 小时',
      '大约还要 1 小时 30 分钟',
      '还要一天以上，建议改用U盘或局域网',
      '还要一天以上，建议改用U盘或局域网',
    ]);
  });
});

describe('the order of sources', () => {
  const orders = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 });

  it('moving there and back changes nothing, and nothing is lost', () => {
    fc.assert(
      fc.property(orders, fc.nat(), (ids, pick) => {
        const id = ids[pick % ids.length] ?? '';
        const later = moved(ids, id, 1);
        expect(later.toSorted()).toEqual(ids.toSorted());
        expect(later === ids || moved(later, id, -1).join() === ids.join()).toBe(true);
      }),
    );
  });

  it('ends at the ends', () => {
    expect([moved(['a', 'b', 'c'], 'a', -1), moved(['a', 'b', 'c'], 'c', 1), moved(['a', 'b', 'c'], 'b', -1)]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
      ['b', 'a', 'c'],
    ]);
  });
});
