import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { fromExactBase64 } from './exam/exact-base64.ts';

/** An Ed25519 key in DER (SubjectPublicKeyInfo, RFC 8410) is these bytes and then the 32 of the key. */
const derHead = Buffer.from('302a300506032b6570032100', 'hex');

/** The public half of an Ed25519 key: base64 of its raw 32 bytes. */
export const publicKeyOf = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(derHead.length).toString('base64');

/** Signature with an Ed25519 private key, base64. */
export const signBytes = (bytes: Uint8Array, key: KeyObject): string => sign(null, bytes, key).toString('base64');

/** Whether a key (base64 of its raw 32 bytes) has signed these bytes. Whose key that is, it does not say. */
export function isSignedBy(bytes: Uint8Array, publicKey: string, signature: string): boolean {
  const raw = fromExactBase64(publicKey);
  const signed = fromExactBase64(signature);
  if (raw?.length !== 32 || !signed) return false;
  try {
    return verify(null, bytes, createPublicKey({ key: Buffer.concat([derHead, raw]), format: 'der', type: 'spki' }), signed);
  } catch {
    return false; // not every 32 bytes are a key
  }
}
