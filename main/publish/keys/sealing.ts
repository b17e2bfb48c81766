import { armor, Decrypter, Encrypter } from 'age-encryption';
import { keyRoles, type KeyRole } from '@shared/ipc/publisher.ts';
import { keysIn, type SecretKey } from './signing-key.ts';

/**
 * scrypt with N = 2^16: 64 MB of memory and a second or so on an old office computer. age's own 2^18 would take 256 MB,
 * which such a computer may not have to spare.
 */
const workFactor = 16;

/** Keys of one role, out of a sealed file. */
export interface Unsealed {
  readonly role: KeyRole;
  readonly keys: readonly SecretKey[];
}

/** Seals keys of a role by a passphrase: an armored age file, which every age tool opens (`age -d`). */
export async function seal(role: KeyRole, keys: readonly SecretKey[], passphrase: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  const text = keys.map(({ pem, public: { keyID } }) => `Sanxun ${role} key ${keyID}\n${pem}`).join('\n');
  return armor.encode(await encrypter.encrypt(text));
}

/** Opens what `seal` made; null where the passphrase is wrong, or the file is damaged or of another kind. */
export async function unseal(sealed: string, passphrase: string): Promise<Unsealed | null> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    const text = await decrypter.decrypt(armor.decode(sealed), 'text');
    const role = keyRoles.find((name) => text.startsWith(`Sanxun ${name} key `));
    const keys = keysIn(text);
    return role && keys.length > 0 ? { role, keys } : null;
  } catch {
    return null; // age tells a wrong passphrase and a damaged file apart by words only; for the person it is the same
  }
}
