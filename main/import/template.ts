import { writeXlsx, type CellStyle, type DataValidation, type WriteSheet } from 'hucre/xlsx';

interface TemplateColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  /** The column of the dictionary that its drop-down offers. */
  readonly choices?: string;
}

const columns: readonly TemplateColumn[] = [
  { title: '序号', width: 6 },
  { title: '板块*', width: 14, choices: '板块' },
  { title: '题型*', width: 10, choices: '题型' },
  { title: '题干*', width: 60 },
  ...Array.from('ABCDEF', (letter) => ({ title: `选项${letter}`, width: 20 })),
  { title: '正确答案*', width: 14 },
  { title: '解析', width: 40 },
  { title: '依据（文件及条款）', width: 30 },
  { title: '知识点', width: 16 },
  { title: '难度（易/中/难）', width: 10, choices: '难度' },
  { title: '分值', width: 8 },
  { title: '选项可乱序（是/否）', width: 12, choices: '是否' },
  { title: '题目编码', width: 16 },
];

/** What the drop-downs offer. The bureau writes the names of further sections into free rows below. */
const dictionary: Readonly<Record<string, readonly string[]>> = {
  板块: ['党史', '党章', '党规', '习近平新时代中国特色社会主义思想', '上级党建工作要求'],
  题型: ['单选题', '多选题', '判断题', '填空题', '简答题'],
  难度: ['易', '中', '难'],
  是否: ['是', '否'],
};

const notes: readonly string[] = [
  '1. 从“题库”表第 2 行起填写，一行一题；带 * 的列必填，表头不要改动。',
  '2. 题干和选项不写题号、字母和答案；题干中的空用（  ）或 ____ 表示。',
  '3. 单选题答案如 A；多选题如 ABD（也可写 A,B,D 或 A、B、D）；判断题填“正确”或“错误”。',
  '4. 填空题各空答案用“；”分开，同一空的多种写法用“|”分开，如：从严治党|全面从严治党；1921年。',
  '5. 简答题答案每行写一个采分点（单元格内换行用 Alt+Enter）。',
  '6. 党章、党规类试题请写明依据，如：《中国共产党章程》第一章第一条。',
  '7. 选项之间有先后关系（如“以上都对”）的，“选项可乱序”填“否”。',
  '8. 题目编码不要重复；更新题库时同一题保留原编码，各支部的学习记录才能接上。',
  '9. 可选的板块、题型等列在“字典”表中；板块可在该表空行中补充。',
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

/** Our template for question banks as a workbook: 题库 to fill in, 填写说明, and 字典 for its drop-downs. */
export async function bankTemplate(): Promise<Uint8Array> {
  return writeXlsx({ sheets: [bankSheet(), notesSheet(), dictionarySheet()], properties: { title: '题库导入模板' } });
}

/** The header row of the template, in order. */
export const templateHeader: readonly string[] = columns.map((column) => column.title);

function bankSheet(): WriteSheet {
  return {
    name: '题库',
    columns: columns.map(({ width }) => ({ width, style: textStyle })),
    rows: [[...templateHeader]],
    cells: headerCells(templateHeader),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap(dropDown),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** The drop-down helps and does not forbid: sections have more names than the dictionary. */
function dropDown({ choices }: TemplateColumn, column: number): DataValidation[] {
  if (!choices) return [];
  const letter = letterOf(Object.keys(dictionary).indexOf(choices));
  const range = `${letterOf(column)}2:${letterOf(column)}${lastRow}`;
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

const letterOf = (column: number): string => String.fromCharCode('A'.charCodeAt(0) + column);
