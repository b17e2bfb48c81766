import type { Line } from './line.ts';
import { chapterHeading, innerHeadings, typeHeading, type Heading } from './signs/headings.ts';

/** A line, or the part of one, with the heading that it is. */
export interface Part extends Line {
  readonly heading: Heading | null;
}

/** Cuts headings off what was glued to them: …甲。二、多选题1、… is three parts. */
export function divide(line: Line): Part[] {
  const cuts = innerHeadings(line.plain).filter((at) => typeHeading(line.plain.slice(at)));
  return [0, ...cuts].flatMap((from, place) => headed(part(line, from, cuts[place] ?? line.text.length)));
}

function headed(line: Line): Part[] {
  const heading = typeHeading(line.plain) ?? chapterHeading(line.plain);
  if (!heading || line.plain.slice(heading.end).trim() === '') return [{ ...line, heading }];
  return [
    { ...part(line, 0, heading.end), heading },
    { ...part(line, heading.end, line.text.length), heading: null },
  ];
}

function part(line: Line, from: number, to: number): Line {
  if (from === 0 && to === line.text.length) return line;
  const marks = line.marks
    .filter((mark) => mark.from < to && mark.to > from)
    .map((mark) => ({ ...mark, from: Math.max(mark.from, from) - from, to: Math.min(mark.to, to) - from }));
  return { ...line, text: line.text.slice(from, to), plain: line.plain.slice(from, to), marks };
}
