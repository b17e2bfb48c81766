import { hashBytes } from '../../files.ts';
import { unseal, type Unsealed } from './sealing.ts';

/** A sealed file whose passphrase was given. */
export interface Opened extends Unsealed {
  readonly passphrase: string;
}

/** The sealed keys that are open until the program ends. Only in memory. */
export interface Unlocked {
  /** Tries a passphrase on a sealed text; what it opens stays open. Null where it is the wrong one. */
  unlock(sealed: string, passphrase: string): Promise<Opened | null>;
  /** What a sealed text holds, where it was opened before; else null. A file that was sealed anew has to be opened anew. */
  find(sealed: string): Opened | null;
  /** Remembers what was sealed just now. */
  keep(sealed: string, opened: Opened): void;
}

export function createUnlocked(): Unlocked {
  const opened = new Map<string, Opened>();
  return {
    async unlock(sealed, passphrase) {
      const unsealed = await unseal(sealed, passphrase);
      if (!unsealed) return null;
      const found = { ...unsealed, passphrase };
      opened.set(hashBytes(sealed), found);
      return found;
    },
    find: (sealed) => opened.get(hashBytes(sealed)) ?? null,
    keep: (sealed, found) => void opened.set(hashBytes(sealed), found),
  };
}
