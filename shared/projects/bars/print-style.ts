import type { PaperSize } from '../../ipc/exam.ts';
import { fontFaces, fonts } from '../../reports/style.ts';
import { columnWidths, heights, mostLines, pageMargins, sheetBorder, type PrintRow } from './print-pages.ts';

/** The style sheet of printed bars. Sizes of rows and columns are rules: the content policy allows no style attributes. */
export function printStyle(size: PaperSize, rows: readonly PrintRow[]): string {
  const rowHeights = [...new Set(rows.map(({ height }) => height))];
  return `
@page { size: ${size} landscape; margin: ${pageMargins.top}mm ${pageMargins.side}mm ${pageMargins.bottom}mm;
  @bottom-center { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; font-family: ${fonts.song}; font-size: 10.5pt; } }
${fontFaces}
* { box-sizing: border-box; }
html { color: #000; background: #fff; }
body { margin: 0; font-family: ${fonts.fangSong}; font-size: 9pt; line-height: 4mm; }
.page { break-after: page; }
.page:last-child { break-after: auto; }
h1 { height: ${heights.title}mm; margin: 0; font-family: ${fonts.title}; font-size: 20pt; font-weight: 700; line-height: ${heights.title}mm; text-align: center; }
p { height: ${heights.headLine}mm; margin: 0; font-size: 11pt; line-height: ${heights.headLine}mm; white-space: pre; overflow: hidden; text-overflow: ellipsis; }
.sheet { display: flex; border: ${sheetBorder}mm solid #000; width: fit-content; }
.left { flex: none; }
.row { display: flex; border-bottom: 0.15mm solid #777; }
.row > div { flex: none; display: flex; align-items: center; padding: 0 1mm; border-right: 0.15mm solid #777; overflow: hidden; }
.row > div > span { width: 100%; max-height: ${mostLines * 4}mm; overflow: hidden; overflow-wrap: anywhere; white-space: pre-line; }
.top { height: ${heights.timeHead}mm; border-bottom: 0.3mm solid #000; font-family: ${fonts.hei}; font-weight: 700; text-align: center; }
.number, .progress { text-align: right; }
.dates { font-size: 8.5pt; letter-spacing: -0.02em; text-align: center; }
${Object.entries(columnWidths[size])
  .map(([name, width]) => `.${name} { width: ${width}mm; }`)
  .join('\n')}
${rowHeights.map((height) => `.${rowClass(height)} { height: ${height}mm; }`).join('\n')}
svg { display: block; overflow: hidden; }
.patterns { position: absolute; width: 0; height: 0; }
text { font-size: 2.9px; dominant-baseline: central; paint-order: stroke; stroke: #fff; stroke-width: 0.6; }
.time text { font-size: 3px; stroke: none; font-family: ${fonts.hei}; }
.before { text-anchor: end; }
.line { fill: none; stroke: #777; stroke-width: 0.15; }
.edge { fill: none; stroke: #000; stroke-width: 0.3; }
.off { fill: #e4e4e4; }
.plan { fill: #fff; stroke: #000; stroke-width: 0.3; }
.plan.overdue { fill: url(#overdue); }
.plan.half, .plan.reversed { stroke-dasharray: 0.8 0.5; }
.plan.done.milestone { fill: #000; }
.actual { fill: #000; }
.approved { fill: #bbb; stroke: #000; stroke-width: 0.15; }
.today { fill: none; stroke: #000; stroke-width: 0.35; stroke-dasharray: 1.6 0.9; }
.link { fill: none; stroke: #333; stroke-width: 0.2; marker-end: url(#arrow); }
.legend { display: flex; gap: 6mm; height: ${heights.legend}mm; align-items: center; }
.legend span { display: flex; gap: 1.5mm; align-items: center; }
.foot { height: ${heights.foot}mm; line-height: ${heights.foot}mm; font-size: 12pt; }
`;
}

/** The class that gives a row its height. */
export const rowClass = (height: number): string => `h${String(height).replace('.', '-')}`;
