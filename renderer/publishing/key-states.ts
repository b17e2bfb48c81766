import type { KeyRole, KeysState, KeyState } from '@shared/ipc/publisher.ts';

export const keysOf = (state: KeysState, role: KeyRole): readonly KeyState[] => (role === 'root' ? state.root.keys : state.online);

export const isHere = ({ here }: KeyState): boolean => here !== 'elsewhere';

export const isLocked = ({ here, unlocked }: KeyState): boolean => here === 'sealed' && !unlocked;

/** Whether it can sign at once. */
const isUsable = (key: KeyState): boolean => isHere(key) && !isLocked(key);

/** What keeps the keys of a role from signing. */
export type Obstacle = { readonly kind: 'locked' } | { readonly kind: 'missing'; readonly missing: number };

/** Null where enough keys of the role can sign. Locked keys are named first: a passphrase is nearer than the safe. */
export function obstacleOf(state: KeysState, role: KeyRole): Obstacle | null {
  const keys = keysOf(state, role);
  const needed = role === 'root' ? state.root.threshold : 1;
  if (keys.filter(isUsable).length >= needed) return null;
  const here = keys.filter(isHere).length;
  return here >= needed ? { kind: 'locked' } : { kind: 'missing', missing: needed - here };
}
