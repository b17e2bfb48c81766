import { Metadata, MetadataKind, type Root } from '@tufjs/models';
import { LengthOrHashMismatchError, UnsignedMetadataError } from '@tufjs/models/dist/error.js';
import { BadVersionError, EqualVersionError, ExpiredMetadataError } from 'tuf-js/dist/error.js';
import type { FailureKind } from '@shared/model/failure.ts';
import { Refusal } from '../refusal.ts';

/** A metadata file in front of a gate: its bytes, and the keys that may sign it. */
export interface Candidate {
  readonly file: string;
  readonly bytes: Buffer;
  readonly signers: readonly string[];
}

/**
 * Sends a metadata file through one of tuf-js's checks. A refusal gets the kind that a person can act on.
 * EqualVersionError passes through: spec 5.4.3 says that nothing is new then, not that something is wrong.
 */
export function gate(candidate: Candidate, check: (bytes: Buffer) => unknown): void {
  try {
    check(candidate.bytes);
  } catch (error) {
    if (error instanceof EqualVersionError) throw error;
    throw new Refusal(kindOf(error, candidate), candidate.file, error instanceof Error ? error.message : String(error), error);
  }
}

/** Spec 5.5.1 and 5.6.1: the length was signed, so a shorter file is a broken copy. */
export function requireLength(file: string, bytes: Buffer, length: number | undefined): void {
  if (length !== undefined && bytes.length < length) throw new Refusal('truncated', file, `${bytes.length} of ${length} bytes`);
}

function kindOf(error: unknown, candidate: Candidate): FailureKind {
  if (error instanceof BadVersionError) return 'older';
  if (error instanceof ExpiredMetadataError) return 'expired';
  if (error instanceof LengthOrHashMismatchError) return 'tampered';
  if (error instanceof UnsignedMetadataError) return isSignedByOneOf(candidate) ? 'tampered' : 'wrong-key';
  if (error instanceof SyntaxError) return endsEarly(candidate.bytes) ? 'truncated' : 'tampered';
  // tuf-js checks the form before the signature: what is no metadata at all may be anything, a newer format or damage.
  return isOtherFormat(candidate.bytes) ? 'not-understood' : 'tampered';
}

/** A known key has signed, but not this content: the file was altered. Otherwise somebody else has signed. */
function isSignedByOneOf({ bytes, signers }: Candidate): boolean {
  const { signatures } = JSON.parse(bytes.toString('utf8')) as { signatures: { keyid: string }[] }; // its form was checked before its signatures
  return signatures.some(({ keyid }) => signers.includes(keyid));
}

const endsEarly = (bytes: Buffer): boolean => !/\}\s*$/.test(bytes.subarray(-16).toString('latin1'));

function isOtherFormat(bytes: Buffer): boolean {
  const signed: unknown = (JSON.parse(bytes.toString('utf8')) as { signed?: unknown } | null)?.signed;
  const version = typeof signed === 'object' && signed !== null && 'spec_version' in signed ? signed.spec_version : null;
  return typeof version === 'string' && /^\d+\.\d+/.test(version) && !version.startsWith('1.');
}

/** Key ids that a root names for a role. */
export const signersOf = (root: Metadata<Root>, role: MetadataKind): readonly string[] => root.signed.roles[role]?.keyIDs ?? [];
