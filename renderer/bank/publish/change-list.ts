import type { BankPreview } from '@shared/ipc/contract.ts';

export interface ListedChange {
  readonly id: string;
  readonly kind: 'added' | 'changed' | 'withdrawn';
}

/** What a version does, in one list: first what touches questions that branches have. */
export const changeList = ({ added, changed, withdrawn }: BankPreview): ListedChange[] => [
  ...changed.map((id): ListedChange => ({ id, kind: 'changed' })),
  ...withdrawn.map((id): ListedChange => ({ id, kind: 'withdrawn' })),
  ...added.map((id): ListedChange => ({ id, kind: 'added' })),
];
