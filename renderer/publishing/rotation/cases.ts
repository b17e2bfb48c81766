import type { KeyRole, KeysState, Rotation } from '@shared/ipc/publisher.ts';

/** Why somebody comes here, in the order of how pressing it is. */
export const rotationCases = ['online', 'root', 'renewal'] as const;
export type RotationCase = (typeof rotationCases)[number];

/** What may be chosen within a case; the first is proposed. */
export function choicesFor(which: RotationCase, keys: KeysState): readonly [Rotation, ...Rotation[]] {
  switch (which) {
    case 'online':
      return [{ kind: 'online' }];
    case 'root':
      return [
        { kind: 'root', keys: 1, threshold: 1 },
        { kind: 'root', keys: 3, threshold: 2 },
      ];
    case 'renewal':
      // what expires first is proposed; ISO 8601 sorts by time
      return keys.rootExpires < keys.expires ? [{ kind: 'renew' }, { kind: 'sign-again' }] : [{ kind: 'sign-again' }, { kind: 'renew' }];
  }
}

/** Whose keys have to sign it. */
export const signerOf = ({ kind }: Rotation): KeyRole => (kind === 'sign-again' ? 'online' : 'root');

/** Whose keys are new afterwards. */
export const renewedBy = ({ kind }: Rotation): KeyRole | null => (kind === 'online' || kind === 'root' ? kind : null);
