import type { Encoding } from '@shared/bank/encodings.ts';
import type { FileRefusal, ImportedQuestion, Problem, Refusal } from '@shared/bank/imported.ts';
import type { PlanFile } from '@shared/model/plan-file.ts';
import type { FileReading, ReadingOptions } from '../file-reading.ts';

/** What a reader process is asked to do; it does one job in its life. */
export type Job =
  | { readonly kind: 'questions'; readonly file: string; readonly name: string; readonly options: ReadingOptions }
  | { readonly kind: 'source'; readonly file: string; readonly name: string; readonly encoding: Encoding | null }
  | { readonly kind: 'plan'; readonly file: string; readonly name: string };

/** How many items one message carries: a hundred thousand questions do not travel as one. */
export const itemsPerMessage = 1_000;

/** A part of a result. `total` comes first and says how many questions, refusals and problems follow. */
export type Page =
  | { readonly kind: 'total'; readonly items: number }
  | { readonly kind: 'questions'; readonly items: readonly ImportedQuestion[] }
  | { readonly kind: 'refusals'; readonly items: readonly Refusal[] }
  | { readonly kind: 'problems'; readonly items: readonly Problem[] }
  | { readonly kind: 'rows'; readonly page: SourcePage };

/** How the job came to its end. The lists of a reading are empty here: they went before as pages. */
export type End =
  | { readonly kind: 'read'; readonly reading: FileReading }
  | { readonly kind: 'source-read' }
  | { readonly kind: 'plan-read'; readonly plan: PlanFile }
  | { readonly kind: 'refused'; readonly refusal: FileRefusal }
  /** The process ended by itself; `reason` is what it said last, for the log. */
  | { readonly kind: 'broken'; readonly refusal: FileRefusal; readonly reason: string }
  /** The program failed on the file. */
  | { readonly kind: 'fault'; readonly reason: string };

export type Message = Page | End;

/** Rows of the source that follow each other on one sheet, as JSON of SourceRow[] in UTF-8: a whole file of them can be kept at little cost. */
export interface SourcePage {
  readonly sheet: string | null;
  readonly first: number;
  readonly last: number;
  readonly json: Uint8Array;
}
