import type { SelectHow } from './selection.ts';

export interface ListKey {
  readonly key: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
}

export type ListMove =
  | { readonly kind: 'select'; readonly row: number; readonly how: SelectHow }
  | { readonly kind: 'all' }
  | { readonly kind: 'open' };

export interface ListState {
  readonly active: number;
  readonly count: number;
  /** Rows that fit into the box. */
  readonly page: number;
  /** False where only one row can be chosen. */
  readonly several: boolean;
}

/** What a key means in a list; null for a key that is not the list's. */
export function moveOf({ key, shift, ctrl }: ListKey, { active, count, page, several }: ListState): ListMove | null {
  if (count === 0) return null;
  if (several && ctrl && key.toLowerCase() === 'a') return { kind: 'all' };
  if (several && key === ' ') return { kind: 'select', row: Math.max(0, active), how: 'toggle' };
  if (key === 'Enter' && !ctrl) return { kind: 'open' };
  const target = targetOf(key, active, count, page);
  if (target === null) return null;
  const how = several && shift ? 'extend' : several && ctrl ? 'step' : 'move';
  return { kind: 'select', row: Math.min(Math.max(0, target), count - 1), how };
}

function targetOf(key: string, active: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + Math.max(1, page - 1);
    case 'PageUp':
      return active - Math.max(1, page - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
