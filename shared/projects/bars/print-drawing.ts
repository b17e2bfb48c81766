import { charactersOf } from '../../exam/printed/widths.ts';
import { projectBars as words } from '../../messages/zh/projects/bars.ts';
import type { PlanNode } from '../../model/project.ts';
import { escapeHtml } from '../../reports/escape.ts';
import type { LegalCalendar } from '../schedule/calendar.ts';
import { barOf, type PlanBar, type Span } from './layout.ts';
import { elbow, linksWithin, type BarLink, type LinkEnd } from './links.ts';
import { offSpans } from './off-spans.ts';
import type { PrintRow } from './print-pages.ts';
import { distance, type BarScale } from './scale.ts';

/** What every page of a drawing has in common. Lengths are millimetres. */
export interface PrintDrawing {
  readonly scale: BarScale;
  readonly width: number;
  readonly rows: readonly PrintRow[];
  readonly bars: readonly PlanBar[];
  readonly links: readonly BarLink[];
  readonly calendar: LegalCalendar;
  /** 'YYYY-MM-DD' */
  readonly today: string;
}

/** The bars of all rows, in their order. */
export const printBars = (rows: readonly PrintRow[], first: string, today: string, approved: ReadonlyMap<string, PlanNode>): PlanBar[] =>
  rows.map(({ node }) => barOf(node, { first, today, approved }));

/** Around the middle of a row. */
const lanes = { plan: { top: -3, height: 3.6 }, actual: { top: 1.2, height: 0.9 }, approved: { top: 2.6, height: 1 } } as const;
const planMiddle = lanes.plan.top + lanes.plan.height / 2;
const diamond = 2.1;

/** The bars of one page as SVG, black on white: empty, part filled, full, hatched. */
export function pageDrawing(page: readonly PrintRow[], drawing: PrintDrawing): string {
  const [first, last] = [page[0], page.at(-1)];
  if (!first || !last) return '';
  const [top, height] = [first.top, last.top + last.height - first.top];
  return `<svg class="bars" width="${drawing.width}mm" height="${height}mm" viewBox="0 ${top} ${drawing.width} ${height}">
${offDays(drawing, top, height)}
${page.map((row) => `<path class="line" d="M0 ${row.top + row.height}H${drawing.width}"/>`).join('')}
${linksWithin(drawing.links, first.row, last.row + 1)
  .map((link) => linkPath(link, drawing))
  .join('')}
${page.map((row) => rowDrawing(row, drawing)).join('\n')}
${todayLine(drawing, top, height)}
</svg>`;
}

/** Hatching and arrows, once for all pages. */
export const printPatterns =
  '<svg class="patterns"><defs><pattern id="overdue" width="1.4" height="1.4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
  '<rect width="1.4" height="1.4" fill="#fff"/><rect width="0.5" height="1.4" fill="#000"/></pattern>' +
  '<marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="1.6" markerHeight="1.6" markerUnits="userSpaceOnUse" orient="auto">' +
  '<path d="M0 0L8 4L0 8z"/></marker></defs></svg>';

/** A weekend narrower than this is no more than a line. */
const leastOff = 0.4;

function offDays({ scale, calendar }: PrintDrawing, top: number, height: number): string {
  if (scale.dayLength < leastOff) return '';
  const path = offSpans(scale, calendar).map(({ from, to }) => {
    const { x, width } = extentOf({ from, to }, scale);
    return `M${x} ${top}h${width}v${height}h${-width}z`;
  });
  return `<path class="off" d="${path.join('')}"/>`;
}

function todayLine({ scale, today, width }: PrintDrawing, top: number, height: number): string {
  const x = (distance(scale.first, today) + 0.5) * scale.dayLength;
  return x < 0 || x > width ? '' : `<path class="today" d="M${round(x)} ${top}v${height}"/>`;
}

function rowDrawing({ node, row, top, height }: PrintRow, drawing: PrintDrawing): string {
  const bar = drawing.bars[row];
  const middle = top + height / 2;
  const span = bar?.present ?? bar?.actual ?? bar?.approved;
  if (!bar || !span) return '';
  return [
    bar.approved ? rectangle('approved', bar.approved, middle, drawing.scale) : '',
    bar.actual ? rectangle('actual', bar.actual, middle, drawing.scale) : '',
    bar.present ? present(node, bar, bar.present, middle, drawing.scale) : '',
    wordsBeside(standing(node, bar), span, middle + planMiddle, drawing),
  ].join('');
}

function rectangle(lane: keyof typeof lanes, span: Span, middle: number, scale: BarScale): string {
  const { x, width } = extentOf(span, scale);
  return `<rect class="${lane}" x="${x}" y="${round(middle + lanes[lane].top)}" width="${width}" height="${lanes[lane].height}"/>`;
}

function present(node: PlanNode, bar: PlanBar, span: Span, middle: number, scale: BarScale): string {
  const { x, width } = extentOf(span, scale);
  const [y, height] = [middle + lanes.plan.top, lanes.plan.height];
  const name = `plan ${bar.state} ${bar.shape}`;
  if (isPoint(bar)) {
    return `<path class="${name}" d="M${round(x + width / 2 - diamond)} ${round(y + height / 2)}l${diamond} ${-diamond}l${diamond} ${diamond}l${-diamond} ${diamond}z"/>`;
  }
  const done = bar.state === 'done' ? 100 : node.progress;
  const filled = `<rect x="${x}" y="${round(y + 0.8)}" width="${round((width * done) / 100)}" height="${round(height - 1.6)}"/>`;
  return `<rect class="${name}" x="${x}" y="${round(y)}" width="${width}" height="${height}"/>${done > 0 ? filled : ''}`;
}

const isPoint = ({ shape }: PlanBar): boolean => shape === 'milestone' || shape === 'half';

function standing(node: PlanNode, bar: PlanBar): string {
  return [
    bar.state === 'done' ? words.done : node.progress > 0 ? words.percent(node.progress) : '',
    bar.state === 'overdue' ? words.overdue(bar.deviation ?? 0) : '',
    bar.shape === 'half' ? words.half : bar.shape === 'reversed' ? words.reversed : '',
    bar.change === 'none' ? '' : words[bar.change],
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** A character of the words behind a bar. */
const character = 2.9;

/** Behind the bar, or before it where the sheet ends; nothing where neither has room. */
function wordsBeside(text: string, span: Span, y: number, { scale, width: sheet }: PrintDrawing): string {
  const { x, width } = extentOf(span, scale);
  const needed = charactersOf(text) * character + 2 * diamond;
  const behind = x + width + needed <= sheet;
  if (text === '' || (!behind && x < needed)) return '';
  const at = behind ? x + width + diamond + 0.6 : x - diamond - 0.6;
  return `<text class="${behind ? 'behind' : 'before'}" x="${round(at)}" y="${round(y)}">${escapeHtml(text)}</text>`;
}

function linkPath({ type, from, to }: BarLink, drawing: PrintDrawing): string {
  const [before, after] = [endOf(from, drawing), endOf(to, drawing)];
  if (!before || !after) return '';
  const gap = (drawing.rows[to]?.height ?? 0) / 2 + planMiddle;
  const points = elbow(type, before, after, { stub: 1.6, gap });
  return `<path class="link" d="${points.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')}"/>`;
}

function endOf(row: number, { rows, bars, scale }: PrintDrawing): LinkEnd | null {
  const [bar, place] = [bars[row], rows[row]];
  if (!bar?.present || !place) return null;
  const { x, width } = extentOf(bar.present, scale);
  const middle = place.top + place.height / 2 + planMiddle;
  const centre = x + width / 2;
  return isPoint(bar) ? { left: centre - diamond, right: centre + diamond, middle } : { left: x, right: x + width, middle };
}

const extentOf = ({ from, to }: Span, { dayLength }: BarScale) => ({
  x: round(from * dayLength),
  width: round(Math.max(0.4, (to - from) * dayLength)),
});

const round = (length: number): number => Math.round(length * 100) / 100;
