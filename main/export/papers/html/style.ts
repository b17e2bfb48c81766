import type { PaperSize } from '@shared/ipc/contract.ts';
import type { SealField } from '@shared/exam/printed/paper.ts';
import { layouts, margins, type PageLayout } from '../page-layout.ts';
import { fonts } from './fonts.ts';
import { sealImage } from './seal-image.ts';

/** Pages, then what stands on them. The one thing that may not happen is a question that parts from its options. */
export const paperStyle = (size: PaperSize, fields: readonly SealField[]): string => `${pages(size, fields)}${content(layouts[size])}`;

/** The seal line stands in the margin of the pages named `sealed`: what the page itself holds is cut off at its margins. */
function pages(size: PaperSize, fields: readonly SealField[]): string {
  const { height, sealOn }: PageLayout = layouts[size];
  const length = height - 2 * margins.plain;
  const seal = `@left-middle { content: url("${sealImage(fields, length)}"); width: ${margins.sealed}mm; height: ${length}mm; text-align: left; }`;
  return `
@page {
  size: ${size === 'A3' ? 'A3 landscape' : 'A4 portrait'};
  margin: ${margins.plain}mm;
  @bottom-center { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; font: 10.5pt ${fonts.body}; }
}
@page sealed { margin-left: ${margins.sealed}mm; }
@page sealed${sealOn === 'first' ? ':first' : ''} { ${seal} }`;
}

const content = ({ columns, gap }: PageLayout): string => `
* { box-sizing: border-box; }
body { margin: 0; font: 12pt/1.6 ${fonts.body}; color: #000; }
${columns === 1 ? '' : `main { columns: ${columns}; column-gap: ${gap}mm; column-fill: auto; }`}
main + main { break-before: page; }
.sealed { page: sealed; }
h1 { margin: 0; font: 700 22pt/1.4 ${fonts.title}; text-align: center; }
h2 { margin: 4mm 0 1mm; font: 700 12pt/1.6 ${fonts.heading}; break-after: avoid; }
p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; }
th, td { height: 7.5mm; padding: 0 1mm; border: 0.75pt solid #000; font-weight: 400; text-align: center; white-space: nowrap; }
.subtitle { margin-top: 2mm; font-family: ${fonts.fangsong}; text-align: center; white-space: nowrap; }
/* half a border lies outside of a table and would be cut off at the margin */
.scores { width: calc(100% - 1pt); margin-top: 3mm; table-layout: fixed; }
.notes { margin-top: 3mm; font-size: 10.5pt; }
.notes b { font-family: ${fonts.heading}; }
.notes ol { margin: 0; padding-left: 6mm; }
.part { display: flex; gap: 3mm; align-items: center; margin-top: 4mm; break-inside: avoid; break-after: avoid; }
.part table { flex: none; }
.part th, .part td { width: 15mm; height: 7mm; font-size: 10.5pt; }
.part h2 { flex: 1; margin: 0; }
.item { break-inside: avoid; margin-top: 1mm; }
.item:has(> .item) { break-inside: auto; }
.item:has(> .item) > .stem { break-after: avoid; }
.options { display: grid; column-gap: 4mm; padding-left: 6mm; }
.options span, .key span { overflow-wrap: anywhere; }
.per2 { grid-template-columns: repeat(2, 1fr); }
.per4 { grid-template-columns: repeat(4, 1fr); }
.note { padding-left: 6mm; font: 10.5pt/1.5 ${fonts.kai}; break-inside: avoid; }
.item > .item + .note { break-before: avoid; }
.rule { height: 9mm; border-bottom: 0.5pt solid #000; }
.key { display: flex; flex-wrap: wrap; gap: 0 8mm; white-space: pre-wrap; }
${sheet}`;

const sheet = `
.identity { display: flex; gap: 8mm; align-items: flex-start; margin-top: 4mm; break-inside: avoid; }
.identity > div { flex: 1; }
.identity .field { display: flex; height: 9mm; align-items: flex-end; }
.identity .field u { flex: 1; margin-left: 2mm; border-bottom: 0.75pt solid #000; text-decoration: none; }
.identity .notes { margin-top: 4mm; }
.digits { margin-right: 1pt; }
.digits th, .digits td { width: 6.6mm; height: 4.9mm; padding: 0; line-height: 1; }
.digits td { border-top: 0; border-bottom: 0; }
.digits tr:last-child td { border-bottom: 0.75pt solid #000; }
.digits tr:nth-child(2) td { height: 8.5mm; border-bottom: 0.75pt solid #000; }
i { display: inline-block; width: 5.4mm; height: 3.5mm; border: 0.6pt solid #000; font: 7.5pt/3.3mm ${fonts.heading}; text-align: center; }
.bubbles { display: flex; flex-wrap: wrap; gap: 2.5mm 7mm; }
.five { break-inside: avoid; }
.five p { display: flex; gap: 2mm; align-items: center; height: 5.6mm; white-space: nowrap; }
.five b { min-width: 7mm; font: 10.5pt ${fonts.body}; text-align: right; }
.written { display: flex; gap: 3mm; break-inside: avoid; margin-top: 1mm; }
.written > span { flex: none; }
.written > div { flex: 1; }
.blanks { display: flex; flex-wrap: wrap; gap: 0 6mm; }
.blanks > u { height: 8mm; border-bottom: 0.5pt solid #000; text-decoration: none; }
`;
