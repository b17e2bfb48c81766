import type { InstalledDetail } from '@shared/ipc/contract.ts';

/** Where the other version that is kept leads: after a return it is the newer one. */
export const wayOf = ({ version, before }: InstalledDetail): 'back' | 'forward' =>
  before && before.version > version ? 'forward' : 'back';
