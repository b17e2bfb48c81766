import { Decrypter, Encrypter } from 'age-encryption';

/**
 * scrypt with N = 2^16: 64 MB of memory and a second or so on an old office computer. age's own 2^18 would take 256 MB,
 * which such a computer may not have to spare.
 */
const workFactor = 16;

/**
 * What age's own tool writes: 256 MB and a second or so. Whoever makes a file chooses it, each step doubles memory and time,
 * and nothing else runs in this process meanwhile.
 */
const hardestWorkFactor = 18;

/** A header names those who can open the file; each costs a try. This is room for a hundred (bytes). */
const longestHeader = 16_384;

/** Seals a text by a passphrase: a binary age file, which every age tool opens. */
export async function sealWithPassphrase(text: string, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter.encrypt(text);
}

/** The text in an age file; null where the passphrase is wrong, or the file is damaged or none. */
export async function openWithPassphrase(file: Uint8Array, passphrase: string): Promise<string | null> {
  const opened = await tryPassphrase(file, passphrase);
  return opened.ok ? Buffer.from(opened.bytes).toString('utf8') : null;
}

export type OpenedBytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `not-for-us`: another passphrase, or sealed to somebody else · `tampered`: for us and not whole · `not-understood`: no age file as offices make them. */
  | { readonly ok: false; readonly kind: 'not-for-us' | 'tampered' | 'not-understood' };

/** Opens an age file by a passphrase. One that would take too long is not understood. */
export async function tryPassphrase(file: Uint8Array, passphrase: string): Promise<OpenedBytes> {
  return isPassphraseFile(file) ? open(file, (decrypter) => decrypter.addPassphrase(passphrase)) : { ok: false, kind: 'not-understood' };
}

/** Opens an age file with whichever of these identities (`AGE-SECRET-KEY-1…`) it is sealed to. */
export async function tryIdentities(file: Uint8Array, identities: readonly string[]): Promise<OpenedBytes> {
  if (!isAgeFile(file)) return { ok: false, kind: 'not-understood' };
  return open(file, (decrypter) => {
    for (const identity of identities) decrypter.addIdentity(identity);
  });
}

async function open(file: Uint8Array, addKeys: (decrypter: Decrypter) => void): Promise<OpenedBytes> {
  const decrypter = new Decrypter();
  let isForeign = false;
  addKeys(decrypter);
  // They are asked in turn: this one only when no other knew the file.
  const last = () => {
    isForeign = true;
    return null;
  };
  decrypter.addIdentity({ unwrapFileKey: last });
  try {
    return { ok: true, bytes: await decrypter.decrypt(file) };
  } catch {
    return { ok: false, kind: isForeign ? 'not-for-us' : 'tampered' };
  }
}

/** Whether bytes begin as an age file does (age-encryption.org/v1, the header), and the header has a bearable length. */
function isAgeFile(file: Uint8Array): boolean {
  const header = headerIn(file);
  return header.startsWith('age-encryption.org/v1\n') && header.includes('\n--- ');
}

function isPassphraseFile(file: Uint8Array): boolean {
  const [, stanza = ''] = headerIn(file).split('\n', 2);
  const [, factor] = /^-> scrypt \S+ ([1-9]\d?)$/.exec(stanza) ?? [];
  return isAgeFile(file) && factor !== undefined && Number(factor) <= hardestWorkFactor;
}

const headerIn = (file: Uint8Array): string => Buffer.from(file.subarray(0, longestHeader)).toString('latin1');
