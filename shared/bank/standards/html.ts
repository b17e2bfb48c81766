import { stretchesOf } from '../emphasis.ts';

/** Text as every format can carry it: one kind of line end, no control characters, no halves of surrogate pairs. */
export const carriedText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u{fdd0}-\u{fdef}\u{fffe}\u{ffff}]/gu, '')
    .toWellFormed();

/** A stem as HTML that shows the same: words between ** are strong. */
export const htmlOfStem = (stem: string): string =>
  stretchesOf(carriedText(stem))
    .map(({ text, strong }) => (strong ? `<strong>${escapeText(text)}</strong>` : escapeText(text)))
    .join('');

/** Any other text as HTML that shows the same: line breaks and runs of spaces stay. */
export const htmlOf = (text: string): string => escapeText(carriedText(text));

const escapeText = (text: string): string =>
  escapeXml(text)
    .replaceAll('\n', '<br>')
    .replace(/ (?= )|^ | $/g, '&nbsp;');

/** For text and attributes of XML alike. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
