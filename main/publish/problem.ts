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
  'repository-damaged',
  'clock-behind',
  'name-invalid',
  'kind-differs',
  'contents-invalid',
  'nothing-to-publish',
  'block-too-large',
  'source-error',
  'section-missing',
  'answer-contradicts',
  'id-repeated',
] as const;
export type PublishProblemCode = (typeof publishProblemCodes)[number];

/** Carries problems out of nested steps; `publishPackage` turns them into a value. */
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
