import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Destination } from '@shared/ipc/publisher.ts';
import { adviceOf } from '../../../renderer/publishing/overview/advice.ts';
import { remindedDays, validityOf } from '../../../renderer/publishing/overview/validity.ts';
import { keyState, now, publisherState } from './support.tsx';

const day = 86_400_000;
const inDays = (days: number): string => new Date(now + days * day).toISOString();
const destination = (change: Partial<Destination>): Destination => ({
  id: 'd1',
  kind: 'webdav',
  label: '服务器',
  lastUpload: null,
  ...change,
});

it('has nothing to say where all is well, and before the first publication', () => {
  const uploaded = destination({ lastUpload: { at: now, failure: null, current: true } });
  expect(adviceOf(publisherState({ destinations: [uploaded] }), now)).toEqual([]);
  expect(adviceOf(publisherState({ repository: null }, { exported: { root: null, online: null } }), now)).toEqual([]);
});

it('names what waits, the most urgent first', () => {
  const state = publisherState(
    {
      destinations: [
        destination({ id: 'old', label: '旧的', lastUpload: { at: now, failure: null, current: false } }),
        destination({ id: 'never', label: '新的' }),
        destination({
          id: 'bad',
          label: '坏的',
          lastUpload: { at: now, failure: { kind: 'upload-refused', subject: '坏的' }, current: false },
        }),
      ],
    },
    {
      root: { keys: [keyState('a1', 'open')], threshold: 1 },
      online: [keyState('b2', 'open')],
      expires: inDays(-1),
      rootExpires: inDays(30),
      exported: { root: null, online: null },
    },
  );
  expect(adviceOf(state, now)).toEqual([
    { kind: 'expired', expires: inDays(-1) },
    { kind: 'root-expires', expires: inDays(30), days: 30 },
    { kind: 'not-exported' },
    { kind: 'upload-failed', labels: ['坏的'] },
    { kind: 'not-uploaded', labels: ['旧的', '新的'] },
  ]);
  const exported = { ...state, keys: { ...state.keys, exported: { root: now, online: now } } };
  expect(adviceOf(exported, now).filter(({ kind }) => /export|root-open/.test(kind))).toEqual([{ kind: 'root-open' }]);
});

it('does not ask to export keys that are not here', () => {
  expect(adviceOf(publisherState({}, { exported: { root: null, online: now } }), now)).toEqual([]);
});

it('reminds from sixty days before the end on, and calls nothing valid after it', () => {
  expect(validityOf('', now)).toBeNull();
  expect(validityOf(inDays(remindedDays), now)?.state).toBe('valid');
  expect(validityOf(inDays(remindedDays - 1), now)).toEqual({ expires: inDays(59), days: 59, state: 'soon' });
  expect(validityOf(inDays(0), now)).toEqual({ expires: inDays(0), days: 0, state: 'expired' });
  fc.assert(
    fc.property(fc.integer({ min: -4_000, max: 4_000 }), fc.integer({ min: 0, max: 400 }), (days, later) => {
      const order = ['valid', 'soon', 'expired'];
      const at = (moment: number): number => order.indexOf(validityOf(inDays(days), moment)?.state ?? '');
      expect(at(now + later * day)).toBeGreaterThanOrEqual(at(now));
    }),
  );
});
