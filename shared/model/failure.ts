/** Expected failures: values, never throws. Each kind has its sentences in shared/messages. */
export const failureKinds = [
  'cancelled',
  'busy',
  // sources and packages
  'source-unreachable',
  'source-empty',
  'wrong-key',
  'tampered',
  'truncated',
  'older',
  'newer',
  'expired',
  'too-large',
  'not-understood',
  'other-publisher',
  'not-withdrawn',
  'metered',
  // places and disks
  'disk-full',
  'read-only',
  'place-gone',
  'no-permission',
  'verify-mismatch',
  'write-failed',
  // publishing
  'publish-refused',
  'key-locked',
  'upload-refused',
  // exams and people
  'wrong-code',
  'too-many-tries',
  'not-for-us',
  'wrong-pin',
  // files of evidence
  'unsafe-file',
  // the journal
  'journal-failed',
] as const;
export type FailureKind = (typeof failureKinds)[number];

export interface Failure {
  readonly kind: FailureKind;
  /** The thing it happened to, as a person knows it: a file name, a package title. May be ''. */
  readonly subject: string;
  /** An instant that belongs to it, ISO 8601: when the signatures of something expired. */
  readonly at?: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (kind: FailureKind, subject = ''): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure: { kind, subject },
});
