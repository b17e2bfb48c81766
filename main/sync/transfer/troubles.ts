import type { FailureKind } from '@shared/model/failure.ts';
import { Refusal } from '../refusal.ts';
import type { Reader } from '../sources/reader.ts';
import type { Expected } from './sum.ts';

/** Bytes, or a length, that are not the signed ones: a source may give them once, a line that damages things is no lie yet. */
const strikesAtMost = 2;

/** What can be wrong with a source, the worst first: it is what a person has to hear of. */
const kinds: readonly FailureKind[] = ['tampered', 'too-large', 'truncated', 'source-unreachable'];

/** What went wrong with one file so far, and whom it still makes sense to ask. */
export class Troubles {
  readonly #strikes = new Map<Reader, number>();
  #refusals: Refusal[] = [];
  readonly #expected: Expected;

  constructor(expected: Expected) {
    this.#expected = expected;
  }

  bears(reader: Reader): boolean {
    return (this.#strikes.get(reader) ?? 0) < strikesAtMost;
  }

  /** Gives the kind of what a source has done. Anything else — the disk, the person, the month's limit — is thrown on. */
  note(reader: Reader, error: unknown): FailureKind {
    if (!(error instanceof Refusal) || !kinds.includes(error.failure.kind)) throw error;
    const { kind } = error.failure;
    if (kind !== 'source-unreachable') this.#strikes.set(reader, (this.#strikes.get(reader) ?? 0) + 1);
    this.#refusals = [...this.#refusals.filter((other) => other.failure.kind !== kind), error];
    return kind;
  }

  worst(): Refusal {
    const [worst] = kinds.flatMap((kind) => this.#refusals.filter(({ failure }) => failure.kind === kind));
    return worst ?? new Refusal('source-unreachable', this.#expected.file, 'no source is left to ask');
  }
}
