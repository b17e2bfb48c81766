import type { CheckReport } from '@shared/bank/checks/report.ts';
import type { BankPreview, BankPublication, PublishedReply } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';

/** What would be published, ready to be looked at. */
export interface Prepared {
  /** Token of the questions that main holds. */
  readonly collection: string;
  readonly place: string;
  readonly replies: readonly PublishedReply[];
  readonly preview: BankPreview;
}

/** A publication, from the first look at the changes until its result is closed. */
export type PublishState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'preparing' }
  /** The checks found what has to be decided first. */
  | { readonly kind: 'blocked'; readonly report: CheckReport }
  | { readonly kind: 'prepared'; readonly prepared: Prepared }
  | { readonly kind: 'publishing'; readonly prepared: Prepared; readonly task: string }
  | { readonly kind: 'published'; readonly publication: BankPublication }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const isBusy = (state: PublishState): boolean => state.kind === 'preparing' || state.kind === 'publishing';

/** Whether the version before holds the very same questions. */
export const isSame = ({ since, added, changed, withdrawn }: BankPreview): boolean =>
  since !== null && added.length + changed.length + withdrawn.length === 0;
