import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import { Key, Signature } from '@tufjs/models';

/** A key that signs one kind of role. */
export interface SigningKey {
  readonly public: Key;
  readonly sign: (bytes: Buffer) => Signature;
}

/** The secret part of a key as PEM text (PKCS #8), together with what it signs with. */
export interface SecretKey extends SigningKey {
  readonly pem: string;
}

/** A new Ed25519 key. */
export function makeKey(): SecretKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return keyOf(privateKey);
}

/** Every private key in a text, whatever stands between them. Throws the system's error where one is no Ed25519 key. */
export function keysIn(text: string): readonly SecretKey[] {
  const blocks = text.match(/-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/g) ?? [];
  return blocks.map((block) => keyOf(createPrivateKey(block)));
}

/** First 16 hex digits of a key id: enough to tell keys apart, short enough to read out. */
export const shortId = (id: string): string => id.slice(0, 16);

function keyOf(secret: KeyObject): SecretKey {
  if (secret.asymmetricKeyType !== 'ed25519') throw new Error(`a key of type ${String(secret.asymmetricKeyType)}`);
  // The last 32 bytes of the DER form are the key itself.
  const hex = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const json = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: hex } };
  const keyID = createHash('sha256').update(canonicalize(json)).digest('hex');
  return {
    pem: secret.export({ format: 'pem', type: 'pkcs8' }).toString(),
    public: Key.fromJSON(keyID, json),
    sign: (bytes) => new Signature({ keyID, sig: sign(null, bytes, secret).toString('hex') }),
  };
}
