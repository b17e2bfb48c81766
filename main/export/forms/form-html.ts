import type { Form, FormCell, FormRow } from '@shared/model/form.ts';
import { checkedNonce, escapeHtml } from '@shared/reports/escape.ts';
import { fontFaces, fonts, widthInPage } from '@shared/reports/style.ts';
import { rowGroups, type RowGroup } from './form-groups.ts';
import { cellAir, columnWidths, formMargins, isListHead, leastHeight, signatureParts } from './form-layout.ts';

/** A form as a complete printable HTML document, from which its PDF is made: no script, nothing from outside. */
export function formHtml(form: Form, { nonce }: { readonly nonce: string }): string {
  const heads = form.rows.filter(isListHead);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${checkedNonce(nonce)}'">
<title>${escapeHtml(form.title)}</title>
<style nonce="${nonce}">${style(form)}</style>
</head>
<body>
<h1>${escapeHtml(form.title)}</h1>
${form.head.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
<table>
<colgroup>${form.columns.map(() => '<col>').join('')}</colgroup>
${heads.length > 0 ? `<thead>${heads.map(row).join('')}</thead>` : ''}
${body(form)}
</table>
</body>
</html>
`;
}

/** The last group stands on one page with the foot: signatures alone on a sheet sign nothing. */
function body(form: Form): string {
  const groups = rowGroups(form);
  const foot = form.foot.map((text) => `<tr class="foot"><td colspan="${form.columns.length}">${escapeHtml(text)}</td></tr>`).join('');
  return groups.map((group, place) => tableBody(group, place + 1 === groups.length ? foot : '')).join('\n');
}

const tableBody = ({ rows, whole }: RowGroup, foot: string): string =>
  `<tbody${whole ? ' class="whole"' : ''}>${rows.map(row).join('')}${foot}</tbody>`;

const row = ({ cells, height }: FormRow): string => `<tr class="${heightClass(height)}">${cells.map(cell).join('')}</tr>`;

function cell({ kind, span, text }: FormCell): string {
  const tag = kind === 'label' ? 'th' : 'td';
  return `<${tag} colspan="${span}">${contents[kind](text)}</${tag}>`;
}

const contents = {
  label: escapeHtml,
  value: escapeHtml,
  signature: (text) => {
    const { opinion, sign } = signatureParts(text);
    return `<div class="room"><div>${escapeHtml(opinion.join('\n'))}</div><div class="sign">${escapeHtml(sign)}</div></div>`;
  },
} as const satisfies Record<FormCell['kind'], (text: string) => string>;

/** Heights by class: the content policy allows no style attributes. */
const heightClass = (height: number): string => `h${Math.round(height)}`;

function style(form: Form): string {
  const { top, right, bottom, left } = formMargins[form.orientation];
  const heights = [...new Set(form.rows.map(({ height }) => Math.round(height)))];
  return `
@page { size: A4 ${form.orientation}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;
  @bottom-center { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; font-family: ${fonts.song}; font-size: 10.5pt; } }
${fontFaces}
* { box-sizing: border-box; }
html { color: #000; background: #fff; }
body { margin: 0; font-family: ${fonts.fangSong}; font-size: 12pt; line-height: 1.4; }
h1 { margin: 0 0 4mm; font-family: ${fonts.title}; font-size: 22pt; font-weight: 700; line-height: 1.3; text-align: center; text-wrap: balance; }
p { margin: 0 0 1.5mm; white-space: pre-wrap; overflow-wrap: anywhere; }
table { width: ${widthInPage}; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
.whole { break-inside: avoid; }
th, td { padding: 1mm ${cellAir / 2}mm; border: 0.75pt solid #000; vertical-align: middle; overflow-wrap: anywhere; white-space: pre-line; }
th { font-family: ${fonts.hei}; font-weight: 400; text-align: center; }
.foot { break-before: avoid; }
.foot td { padding: 4mm 0 0; border: 0; white-space: pre-wrap; }
.room { display: flex; flex-direction: column; justify-content: space-between; gap: 3mm; }
.sign { text-align: right; white-space: pre-wrap; }
${heights.map((height) => `.h${height} > * { height: ${Math.max(height, leastHeight)}mm; } .h${height} .room { min-height: ${Math.max(0, height - 3)}mm; }`).join('\n')}
${widths(form)}
`;
}

function widths(form: Form): string {
  const all = columnWidths(form);
  const whole = all.reduce((sum, width) => sum + width, 0);
  return all.map((width, place) => `col:nth-child(${place + 1}) { width: ${((100 * width) / whole).toFixed(3)}%; }`).join('\n');
}
