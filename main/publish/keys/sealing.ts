import { armor } from 'age-encryption';
import { keyRoles, type KeyRole } from '@shared/ipc/publisher.ts';
import { openWithPassphrase, sealWithPassphrase } from '../../age-files.ts';
import { keysIn, type SecretKey } from './signing-key.ts';

/** Keys of one role, out of a sealed file. */
export interface Unsealed {
  readonly role: KeyRole;
  readonly keys: readonly SecretKey[];
}

/** Seals keys of a role by a passphrase: an armored age file, which every age tool opens (`age -d`). */
export const seal = (role: KeyRole, keys: readonly SecretKey[], passphrase: string): Promise<string> =>
  sealText(keys.map(({ pem, public: { keyID } }) => `Sanxun ${role} key ${keyID}\n${pem}`).join('\n'), passphrase);

/** Opens what `seal` made; null where the passphrase is wrong, or the file is damaged or of another kind. */
export async function unseal(sealed: string, passphrase: string): Promise<Unsealed | null> {
  const text = await unsealText(sealed, passphrase);
  if (text === null) return null;
  const role = keyRoles.find((name) => text.startsWith(`Sanxun ${name} key `));
  const keys = keysOf(text);
  return role && keys.length > 0 ? { role, keys } : null;
}

/** A text sealed by a passphrase, in letters that survive a print and a chat window. */
export const sealText = async (text: string, passphrase: string): Promise<string> =>
  armor.encode(await sealWithPassphrase(text, passphrase));

/** What `sealText` sealed; null where the passphrase is wrong, or the file is damaged or none. */
export async function unsealText(sealed: string, passphrase: string): Promise<string | null> {
  const file = bytesOf(sealed);
  return file && openWithPassphrase(file, passphrase);
}

function bytesOf(sealed: string): Uint8Array | null {
  try {
    return armor.decode(sealed);
  } catch {
    return null; // no armored file
  }
}

function keysOf(text: string): readonly SecretKey[] {
  try {
    return keysIn(text);
  } catch {
    return []; // a key of another make
  }
}
