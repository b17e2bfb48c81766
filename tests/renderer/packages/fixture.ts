import type { PackagesOverview, Source } from '@shared/ipc/contract.ts';

export const starter: Source = { id: 'starter', kind: 'starter', label: '', publisher: '', lastSuccess: null, lastCheck: null };

/** A source that was added: an address named by its id. */
export const sourceOf = (id: string, change: Partial<Source> = {}): Source => ({
  id,
  kind: 'http',
  label: `http://10.0.0.5/${id}`,
  publisher: 'ab'.repeat(32),
  lastSuccess: null,
  lastCheck: null,
  ...change,
});

export const emptyOverview: PackagesOverview = {
  sources: [starter],
  installed: [],
  waiting: null,
  putOff: [],
  checking: false,
  unfinished: null,
  clock: null,
  usedThisMonth: 0,
  newRefusals: 0,
};
