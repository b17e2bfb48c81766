import type { SimpleAnswer } from '@shared/model/question.ts';

/** What was answered to one part of a case, and whether it was right. */
export interface GivenPart {
  readonly answer: SimpleAnswer;
  readonly correct: boolean;
}

export type GivenParts = readonly (GivenPart | null)[];

// A case becomes a response, and goes to the disk, only as a whole; one that is left half answered goes on where it was left.
const begun = new Map<string, GivenParts>();

/** The parts that were answered under this name. One that was answered whole begins anew, unless it still shows as answered. */
export function begunParts(name: string, { parts, isAnswered }: { parts: number; isAnswered: boolean }): GivenParts {
  const known = begun.get(name);
  return known && (isAnswered || known.includes(null)) ? known : Array.from({ length: parts }, () => null);
}

export const keepBegun = (name: string, parts: GivenParts): void => void begun.set(name, parts);
