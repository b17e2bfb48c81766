import { writeXlsx, type CellStyle, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import { templateColumns, usualOptions, type TemplateColumn } from '@shared/bank/template/columns.ts';
import { typeNames } from '@shared/bank/template/rows.ts';

/** Widths in characters. */
const widths: Readonly<Record<string, number>> = {
  number: 6,
  section: 14,
  type: 10,
  stem: 60,
  answer: 14,
  explanation: 40,
  basis: 30,
  topic: 16,
  difficulty: 10,
  score: 8,
  shuffle: 12,
  id: 16,
  parent: 16,
  blankOrder: 10,
};
const optionWidth = 20;

/** Lists of the dictionary that drop-downs offer. */
const choices: Readonly<Record<string, string>> = {
  section: '板块',
  type: '题型',
  difficulty: '难度',
  shuffle: '是否',
  blankOrder: '填空顺序',
};

/** What the drop-downs offer. The bureau writes the names of further sections into free rows below. */
const dictionary: Readonly<Record<string, readonly string[]>> = {
  板块: ['党史', '党章', '党规', '习近平新时代中国特色社会主义思想', '上级党建工作要求'],
  题型: Object.values(typeNames),
  难度: ['易', '中', '难'],
  是否: ['是', '否'],
  填空顺序: ['有序', '无序'],
};

const notes: readonly string[] = [
  '1. 从“题库”表第 2 行起填写，一行一题；带 * 的列必填，表头不要改动。',
  '2. 题干和选项不写题号、字母和答案；题干中的空用（  ）或 ____ 表示。',
  '3. 单选题答案如 A；多选题如 ABD（也可写 A,B,D 或 A、B、D）；判断题填“正确”或“错误”。',
  '4. 填空题各空答案用“；”分开，同一空的多种写法用“|”分开，如：从严治党|全面从严治党；1921年。',
  '5. 各空可以互换顺序的，“填空顺序”填“无序”。',
  '6. 简答题答案每行写一个采分点（单元格内换行用 Alt+Enter）。',
  '7. 党章、党规类试题请写明依据，如：《中国共产党章程》第一章第一条。',
  '8. 选项之间有先后关系（如“以上都对”）的，“选项可乱序”填“否”。',
  '9. 题目编码不要重复；更新题库时同一题保留原编码，各支部的学习记录才能接上。',
  '10. 案例题：先用一行写材料（题型“案例题”，题干写材料，填好题目编码），再一行写一道小题，“材料题编码（父题）”填材料那一行的题目编码；小题的“分值”是它在整道题中的份额。',
  '11. 可选的板块、题型等列在“字典”表中；板块可在该表空行中补充。',
];

/** How far down the drop-downs reach. */
const lastRow = 5_000;
/** How many rows of a dictionary column a drop-down offers, so that it can be added to. */
const choiceRows = 40;

const headerStyle: CellStyle = {
  font: { name: '黑体', size: 11, bold: true },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } },
};
const textStyle: CellStyle = { font: { name: '宋体', size: 11 }, alignment: { vertical: 'top', wrapText: true }, numFmt: '@' };

/** The header row of the template, in order. */
export const templateHeader: readonly string[] = templateColumns(usualOptions).map(({ title }) => title);

/** Our template for question banks as a workbook: 题库 to fill in, 填写说明, and 字典 for its drop-downs. */
export const bankTemplate = (): Promise<Uint8Array> =>
  templateWorkbook({ columns: templateColumns(usualOptions), hidden: [], rows: [] }, '题库导入模板');

/** What goes into the sheet 题库. */
export interface TemplateContent {
  readonly columns: readonly (TemplateColumn & { readonly width?: number })[];
  /** Titles of columns behind them that people need not see. */
  readonly hidden: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The template with rows in it. Texts are written as texts: one that begins with = or + is no formula. */
export async function templateWorkbook(content: TemplateContent, title: string): Promise<Uint8Array> {
  return writeXlsx({ sheets: [bankSheet(content), notesSheet(), dictionarySheet()], properties: { title } });
}

function bankSheet({ columns, hidden, rows }: TemplateContent): WriteSheet {
  const titles = [...columns.map((column) => column.title), ...hidden];
  return {
    name: '题库',
    columns: [
      ...columns.map(({ holds, width }) => ({ width: width ?? widths[holds] ?? optionWidth, style: textStyle })),
      ...hidden.map(() => ({ width: 10, hidden: true, style: textStyle })),
    ],
    rows: [titles, ...rows.map((row) => row.map((cell) => (cell === '' ? null : cell)))],
    cells: headerCells(titles),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap((column, place) => dropDown(column, place, Math.max(lastRow, rows.length + 1))),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** The drop-down helps and does not forbid: sections have more names than the dictionary. */
function dropDown({ holds }: TemplateColumn, column: number, last: number): DataValidation[] {
  const list = choices[holds];
  if (!list) return [];
  const letter = letterOf(Object.keys(dictionary).indexOf(list));
  const range = `${letterOf(column)}2:${letterOf(column)}${last}`;
  const formula1 = `字典!$${letter}$2:$${letter}$${choiceRows}`;
  return [
    {
      type: 'list',
      formula1,
      range,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: '不在字典中',
      errorMessage: '确定要用字典以外的内容吗？',
    },
  ];
}

function notesSheet(): WriteSheet {
  return {
    name: '填写说明',
    columns: [{ width: 100, style: textStyle }],
    rows: [['填写说明'], ...notes.map((note) => [note])],
    cells: headerCells(['填写说明']),
  };
}

function dictionarySheet(): WriteSheet {
  const titles = Object.keys(dictionary);
  const lists = Object.values(dictionary);
  const rows = Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, row) => lists.map((list) => list[row] ?? null));
  return { name: '字典', columns: titles.map(() => ({ width: 24 })), rows: [titles, ...rows], cells: headerCells(titles) };
}

const headerCells = (titles: readonly string[]): Map<string, { value: string; style: CellStyle }> =>
  new Map(titles.map((value, column) => [`0,${column}`, { value, style: headerStyle }]));

/** AB for 27. */
const letterOf = (column: number): string =>
  (column < 26 ? '' : letterOf(Math.floor(column / 26) - 1)) + String.fromCharCode('A'.charCodeAt(0) + (column % 26));
