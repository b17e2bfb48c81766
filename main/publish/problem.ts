/** Why nothing was published. Expected: the person mends the cause and tries again. */
export interface PublishProblem {
  readonly code: PublishProblemCode;
  /** One sentence for the person who publishes. */
  readonly message: string;
}

export const publishProblemCodes = [
  'keys-inside-repository',
  'keys-too-open',
  'keys-missing',
  'keys-foreign',
  'keys-locked',
  'keys-not-exported',
  'upload-foreign',
  'repository-damaged',
  'clock-behind',
  'clock-far',
  'name-invalid',
  'kind-differs',
  'contents-invalid',
  'nothing-to-publish',
  'block-too-large',
  'file-refused',
  'source-error',
  'section-missing',
  'answer-contradicts',
  'id-repeated',
] as const;
export type PublishProblemCode = (typeof publishProblemCodes)[number];

/** Carries problems out of nested steps; `asResult` turns them into a value. */
export class PublishRefusal extends Error {
  readonly problems: readonly PublishProblem[];
  constructor(problems: readonly PublishProblem[], cause?: unknown) {
    super(problems.map(({ message }) => message).join('\n'), { cause });
    this.problems = problems;
  }
}

export function refuse(code: PublishProblemCode, message: string, cause?: unknown): never {
  throw new PublishRefusal([{ code, message }], cause);
}

export type PublishResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly PublishProblem[] };

/** A step with its refusal as a value. Anything else that is thrown is a bug and passes. */
export async function asResult<Value>(work: () => Promise<Value>): Promise<PublishResult<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof PublishRefusal) return { ok: false, problems: error.problems };
    throw error;
  }
}
