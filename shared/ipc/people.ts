/** What is known of PINs on this computer; nothing of them can be worked out from it. */
export interface PinState {
  /** Ids of those who have a PIN. */
  readonly protected: readonly string[];
  /** Id of the person who may clear PINs (口令管理人), or null. */
  readonly keeper: string | null;
  /** PINs that were cleared and whose owners do not know it yet. `at` in milliseconds since 1970, `by` the keeper's name. */
  readonly resets: readonly { readonly personId: string; readonly at: number; readonly by: string }[];
}
