import { Decrypter, Encrypter } from 'age-encryption';

/**
 * scrypt with N = 2^16: 64 MB of memory and a second or so on an old office computer. age's own 2^18 would take 256 MB,
 * which such a computer may not have to spare.
 */
const workFactor = 16;

/** Seals a text by a passphrase: a binary age file, which every age tool opens. */
export async function sealWithPassphrase(text: string, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter.encrypt(text);
}

/** The text in an age file; null where the passphrase is wrong, or the file is damaged or none: age tells them apart by words only. */
export async function openWithPassphrase(file: Uint8Array, passphrase: string): Promise<string | null> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return decrypter.decrypt(file, 'text').catch(() => null);
}

export type OpenedText =
  | { readonly ok: true; readonly text: string }
  /** `not-for-us`: sealed to somebody else · `tampered`: sealed to us and not whole · `not-understood`: no age file. */
  | { readonly ok: false; readonly kind: 'not-for-us' | 'tampered' | 'not-understood' };

/** Opens an age file with whichever of these identities (`AGE-SECRET-KEY-1…`) it is sealed to. */
export async function openWithIdentities(file: Uint8Array, identities: readonly string[]): Promise<OpenedText> {
  if (!isAgeFile(file)) return { ok: false, kind: 'not-understood' };
  const decrypter = new Decrypter();
  let isForeign = false;
  for (const identity of identities) decrypter.addIdentity(identity);
  // They are asked in turn: this one only when no other knew the file.
  const last = () => {
    isForeign = true;
    return null;
  };
  decrypter.addIdentity({ unwrapFileKey: last });
  try {
    return { ok: true, text: await decrypter.decrypt(file, 'text') };
  } catch {
    return { ok: false, kind: isForeign ? 'not-for-us' : 'tampered' };
  }
}

const firstLine = Buffer.from('age-encryption.org/v1\n');

/** Whether bytes begin as every age file does (age-encryption.org/v1, the version line). */
export const isAgeFile = (file: Uint8Array): boolean => firstLine.equals(file.subarray(0, firstLine.length));
