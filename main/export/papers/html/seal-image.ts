import { charactersOf } from '@shared/exam/printed/widths.ts';
import type { SealField } from '@shared/exam/printed/paper.ts';
import { margins, sealCharacters, sealWarning } from '../page-layout.ts';
import { fonts } from './fonts.ts';
import { escape } from './text.ts';

/** Millimetres: a character, and where texts and line stand from the outer edge of the band. */
const character = 4.2;
const edge = { fields: 9, line: 17, warning: 15 } as const;
const outside = margins.sealed - margins.sealBand - 5;

/**
 * The seal line as an image for the left margin of a page, `length` millimetres long, as a data address: what stands in
 * the margin itself must be an image. Texts run from the foot to the head, the fields on the outer side of the line.
 */
export function sealImage(fields: readonly SealField[], length: number): string {
  const drawing = [...fieldTexts(fields, length), ...sealLine(length)].join('');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${margins.sealed}mm" height="${length}mm" viewBox="0 0 ${margins.sealed} ${length}">` +
    `<g transform="translate(${outside} ${length}) rotate(-90)" font-family="${escape(fonts.body)}" font-size="${character}">${drawing}</g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Names with their lines, spread evenly over the length. */
function fieldTexts(fields: readonly SealField[], length: number): string[] {
  const sizes = fields.map(({ name, width }) => ({ name, text: charactersOf(name) * character, line: width * character }));
  const space = (length - sizes.reduce((sum, { text, line }) => sum + text + line, 0)) / fields.length;
  let at = space / 2;
  return sizes.map(({ name, text, line }) => {
    const from = at + text + 1;
    at += text + line + space;
    return `<text x="${from - text - 1}" y="${edge.fields}">${escape(name)}</text>${stroke(from, from + line - 1, edge.fields + 0.8, 'stroke-width="0.25"')}`;
  });
}

/** ……密……封……线……, with the warning between the characters. */
function sealLine(length: number): string[] {
  const quarter = length / 4;
  const stops = sealCharacters.map((_, place) => quarter * (place + 1));
  const gap = character;
  const starts = [0, ...stops.map((stop) => stop + gap)];
  const dots = starts.map((start, place) =>
    stroke(start, (stops[place] ?? length + gap) - gap, edge.line, 'stroke-width="0.5" stroke-dasharray="0.5 1.3"'),
  );
  const characters = sealCharacters.map((each, place) => centred(each, stops[place] ?? 0, edge.line + character * 0.36, character));
  const warnings = stops.slice(1).map((stop) => centred(sealWarning, stop - quarter / 2, edge.warning, 3));
  return [...dots, ...characters, ...warnings];
}

const stroke = (from: number, to: number, y: number, look: string): string =>
  `<line x1="${from}" x2="${to}" y1="${y}" y2="${y}" stroke="#000" ${look}/>`;

const centred = (text: string, x: number, y: number, size: number): string =>
  `<text x="${x}" y="${y}" font-size="${size}" text-anchor="middle">${text}</text>`;
