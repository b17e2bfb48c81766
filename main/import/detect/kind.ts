import type { Encoding } from '@shared/bank/encodings.ts';
import type { FileRefusal, ImportFormat } from '@shared/bank/imported.ts';

/** What the content of a file is, whatever its name says. */
export type Kind =
  /** For the reader of workbooks. */
  | { readonly kind: 'workbook'; readonly format: ImportFormat }
  | { readonly kind: 'docx' | 'doc' | 'word-xml' | 'mhtml' | 'qti-package' | 'apkg' }
  | DecodedText
  | { readonly kind: 'refused'; readonly format: ImportFormat; readonly refusal: FileRefusal };

export interface DecodedText {
  readonly kind: 'text';
  readonly format: TextFormat;
  readonly text: string;
  readonly encoding: Encoding;
}

export type TextFormat = 'csv' | 'html' | 'text' | 'json' | 'gift' | 'aiken' | 'moodle' | 'qti' | 'anki';

export const refusedAs = (code: FileRefusal['code'], message: string, format: ImportFormat = 'unknown'): Kind => ({
  kind: 'refused',
  format,
  refusal: { code, message },
});
