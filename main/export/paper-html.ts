import { stretchesOf } from '@shared/bank/emphasis.ts';
import type { PrintedItem, PrintedPaper, PrintedPart } from '@shared/exam/printed.ts';

/** A paper as a complete HTML document to print: A4, page numbers, questions that do not part from their options, answers on a page of their own. */
export function paperHtml(paper: PrintedPaper): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${escape(paper.title)}</title><style>${style}</style></head>
<body>
<h1>${escape(paper.title)}</h1>
<p class="subtitle">${escape(paper.subtitle)}</p>
<p class="fields">${escape(paper.fields)}</p>
<section class="notes"><b>注意事项</b><ol>${paper.notes.map((note) => `<li>${escape(note)}</li>`).join('')}</ol></section>
${paper.parts.map(partHtml).join('\n')}
<section class="answers"><h1>参考答案</h1>${paper.parts.map(answersHtml).join('\n')}</section>
</body>
</html>
`;
}

const partHtml = (part: PrintedPart): string => `<h2>${escape(part.heading)}</h2>\n${part.items.map(itemHtml).join('\n')}`;

function itemHtml(item: PrintedItem): string {
  const options = item.options.map((option) => `<span>${emphasised(option)}</span>`).join('');
  const lines = '<hr>'.repeat(item.lines);
  const parts = item.parts.map(itemHtml).join('\n');
  return `<section class="item"><p>${item.label}${emphasised(item.stem)}</p>${options && `<div class="per${item.optionsPerLine}">${options}</div>`}${lines}${parts}</section>`;
}

function answersHtml(part: PrintedPart): string {
  const answers = part.items.map((item) => `<span>${item.label}${emphasised(item.answer)}</span>`).join('');
  return `<h2>${escape(part.title)}</h2><div class="key">${answers}</div>`;
}

const song = '"Times New Roman", "宋体", SimSun, "Noto Serif CJK SC", serif';
const hei = '"黑体", SimHei, "Noto Sans CJK SC", sans-serif';

const style = `
@page { size: A4 portrait; margin: 22mm 22mm 20mm; @bottom-center { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; font: 10.5pt ${song}; } }
* { box-sizing: border-box; }
body { margin: 0; font: 12pt/1.6 ${song}; color: #000; }
h1 { margin: 0; font: 700 22pt/1.4 "方正小标宋简体", "华文中宋", STZhongsong, ${song}; text-align: center; }
h2 { margin: 4mm 0 1mm; font: 700 12pt/1.6 ${hei}; break-after: avoid; }
p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.subtitle, .fields { margin-top: 2mm; text-align: center; }
.fields { font-size: 10.5pt; white-space: nowrap; }
.notes { margin-top: 3mm; font-size: 10.5pt; }
.notes ol { margin: 0; padding-left: 6mm; }
.item { break-inside: avoid; margin-top: 1mm; }
.item:has(> .item) { break-inside: auto; }
.item:has(> .item) > p { break-after: avoid; }
.item div { display: grid; column-gap: 4mm; padding-left: 6mm; }
.item span, .key span { overflow-wrap: anywhere; }
.per2 { grid-template-columns: repeat(2, 1fr); }
.per4 { grid-template-columns: repeat(4, 1fr); }
hr { height: 10mm; margin: 0; border: 0; border-bottom: 0.5pt solid #000; }
.answers { break-before: page; }
.key { display: flex; flex-wrap: wrap; gap: 0 8mm; white-space: pre-wrap; }
`;

/** Escaped, with what the question emphasises in bold. */
const emphasised = (text: string): string =>
  stretchesOf(text)
    .map((stretch) => (stretch.strong ? `<b>${escape(stretch.text)}</b>` : escape(stretch.text)))
    .join('');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
