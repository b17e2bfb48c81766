import type { Failure } from '../model/failure.ts';

/** A clerk cannot read a file of the repository aloud: `name`, of the package or its source, stands for it. */
export const readable = (failure: Failure, name: string): Failure =>
  /\.(json|gz|zst|\d{3})$/.test(failure.subject) ? { ...failure, subject: name } : failure;
