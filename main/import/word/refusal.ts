import type { FileRefusal } from '@shared/bank/imported.ts';

/** Breaks off the reading of a document from wherever its fault shows; `refusalOr` turns it into the value that callers get. */
export class WordRefusal extends Error {
  readonly refusal: FileRefusal;

  constructor(code: FileRefusal['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.refusal = { code, message };
  }
}

/** What reading gives, or why the file is refused. Anything else that is thrown is a bug and passes. */
export async function refusalOr<Result>(reading: () => Result | Promise<Result>): Promise<Result | FileRefusal> {
  try {
    return await reading();
  } catch (error) {
    if (error instanceof WordRefusal) return error.refusal;
    throw error;
  }
}
