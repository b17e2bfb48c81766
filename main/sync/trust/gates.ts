import type { MetadataKind } from '@tufjs/models';
import { LengthOrHashMismatchError, UnsignedMetadataError } from '@tufjs/models/dist/error.js';
import { BadVersionError, EqualVersionError, ExpiredMetadataError } from 'tuf-js/dist/error.js';
import type { FailureKind } from '@shared/model/failure.ts';
import { Refusal } from '../refusal.ts';
import { requirePlainForm } from './form.ts';
import { Metadata } from './models.ts';
import { hasSigned, isKnownKind, type Signers } from './signers.ts';

/** A metadata file in front of a gate: its bytes, the keys that may sign it, and the version that was asked for (null: any newer one). */
export interface Candidate {
  readonly file: string;
  readonly bytes: Buffer;
  readonly signers: Signers;
  readonly version: number | null;
}

/** What tuf-js has found to be of the right form on its way to a later check. */
interface Formed {
  readonly signed: { readonly _type: MetadataKind; readonly version: number; readonly expires: string };
  readonly signatures: readonly { readonly keyid: string }[];
}

/**
 * Sends a metadata file through one of tuf-js's checks. A refusal gets the kind that a person can act on.
 * EqualVersionError passes through: spec 5.4.3 says that nothing is new then, not that something is wrong.
 */
export function gate(candidate: Candidate, check: (bytes: Buffer) => unknown): void {
  const { file, bytes } = candidate;
  try {
    requirePlainForm(file, bytes);
    check(bytes);
  } catch (error) {
    if (error instanceof EqualVersionError || error instanceof Refusal) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const expired = error instanceof ExpiredMetadataError ? new Date(formed(bytes).signed.expires).toISOString() : undefined;
    throw new Refusal(kindOf(error, candidate), file, reason, error, expired);
  }
}

/** Spec 5.5.1 and 5.6.1: the length was signed, so a shorter file is a broken copy. */
export function requireLength(file: string, bytes: Buffer, length: number | undefined): void {
  if (length !== undefined && bytes.length < length) throw new Refusal('truncated', file, `${bytes.length} of ${length} bytes`);
}

/** Spec 4.4: hashes may be left out, and then the signatures have to do; a list of none says that somebody took them out. */
export function requireHashes(file: string, hashes: Readonly<Record<string, string>> | undefined): void {
  if (hashes && Object.keys(hashes).length === 0) throw new Refusal('not-understood', file, 'an empty list of hashes');
}

function kindOf(error: unknown, candidate: Candidate): FailureKind {
  const { bytes, version } = candidate;
  if (error instanceof BadVersionError) return version !== null && formed(bytes).signed.version > version ? 'tampered' : 'older';
  if (error instanceof ExpiredMetadataError) return 'expired';
  if (error instanceof LengthOrHashMismatchError) return /algorithm .* not supported/.test(error.message) ? 'not-understood' : 'tampered';
  if (error instanceof UnsignedMetadataError) return kindOfSignatures(formed(bytes), candidate.signers);
  if (error instanceof SyntaxError) return endsEarly(bytes) ? 'truncated' : 'tampered';
  // tuf-js checks the form before the signature: what is no metadata at all may be anything, a newer format or damage.
  return isOtherFormat(bytes) ? 'not-understood' : 'tampered';
}

/**
 * Right signatures, but too few: some of the keys are somebody else's now. A known key's wrong one: the file was altered.
 * None of a known key: somebody else has signed, or with keys of a kind that this program does not know.
 */
function kindOfSignatures(document: Formed, { keys }: Signers): FailureKind {
  const metadata = Metadata.fromJSON(document.signed._type as MetadataKind.Targets, JSON.parse(JSON.stringify(document)));
  if (keys.some((key) => hasSigned(key, metadata))) return 'wrong-key';
  const named = keys.filter((key) => document.signatures.some(({ keyid }) => keyid === key.keyID));
  if (named.some(isKnownKind)) return 'tampered';
  return keys.length > 0 && !keys.some(isKnownKind) ? 'not-understood' : 'wrong-key';
}

const formed = (bytes: Buffer): Formed => JSON.parse(bytes.toString('utf8')) as Formed; // its form was checked before that

const endsEarly = (bytes: Buffer): boolean => !/\}\s*$/.test(bytes.subarray(-16).toString('latin1'));

/** Whether it is JSON that names a major version of the specification that is not ours (spec 4.2.1). */
export function isOtherFormat(bytes: Buffer): boolean {
  const signed = signedIn(bytes.toString('utf8'));
  const version = typeof signed === 'object' && signed !== null && 'spec_version' in signed ? signed.spec_version : null;
  return typeof version === 'string' && /^\d+\.\d+/.test(version) && !version.startsWith('1.');
}

/** Undefined also where it is no JSON. */
function signedIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { signed?: unknown } | null)?.signed;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
