import type { KeyObject } from 'node:crypto';
import { canonicalJson } from '@shared/bank/changes.ts';
import type { SignedClaim } from '@shared/ipc/projects.ts';
import type { Claim, ClaimStatement } from '@shared/model/topic.ts';
import { isSignedBy, publicKeyOf, signBytes } from '../signing.ts';

/** Signs what a branch says when it claims an offer (抢注), with the installation's key. */
export const signClaim = (statement: ClaimStatement, key: KeyObject): SignedClaim => ({
  installation: publicKeyOf(key),
  signature: signBytes(bytesOf(statement), key),
});

/** Whether the installation that a claim names has signed its statement, and the statement is of this very claim. */
export const isGenuine = ({ id, offerId, statement, installation, signature }: Claim): boolean =>
  statement.id === id && statement.offerId === offerId && isSignedBy(bytesOf(statement), installation, signature);

const bytesOf = (statement: ClaimStatement): Buffer => Buffer.from(canonicalJson(statement));
