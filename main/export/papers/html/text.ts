import { stretchesOf } from '@shared/bank/emphasis.ts';
import { titleLines } from '@shared/exam/printed/title.ts';
import { titleCapacity } from '../page-layout.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** Escaped, with what the question emphasises in bold. */
export const emphasised = (text: string): string =>
  stretchesOf(text)
    .map((stretch) => (stretch.strong ? `<b>${escape(stretch.text)}</b>` : escape(stretch.text)))
    .join('');

/** A title in one line or two. `width` is that of the column in millimetres. */
export const titleHtml = (title: string, width: number): string =>
  `<h1>${titleLines(title, titleCapacity(width)).map(escape).join('<br>')}</h1>`;
