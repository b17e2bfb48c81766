import { writeFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';

const header = [
  '序号',
  '板块*',
  '题型*',
  '题干*',
  '选项A',
  '选项B',
  '选项C',
  '选项D',
  '选项E',
  '选项F',
  '正确答案*',
  '解析',
  '依据（文件及条款）*',
  '知识点',
  '难度（易/中/难）',
  '分值',
  '选项可乱序（是/否）',
  '题目编码',
];

/** Sections of the workbook below. */
export const sampleSections = ['示例板块一', '示例板块二'] as const;

type Row = readonly (string | number)[];

/** A question of each type in turn, over three topics. */
function sampleRow(number: number, section: string, edition: number): Row {
  const code = `SAMPLE-${section.at(-1)}-${String(number).padStart(3, '0')}`;
  const topic = `示例知识点${'甲乙丙'[number % 3] ?? ''}`;
  const tail = [`第${number}题的理由（第${edition}版）。`, '示例文件（2026年）第一条', topic, '易', '', '是', code];
  const stem = `${section}第${number}题`;
  const forms: readonly Row[] = [
    ['单选题', `${stem}应选哪一项（  ）。`, '甲项', '乙项', '丙项', '丁项', '', '', 'ABCD'[number % 4] ?? 'A'],
    ['多选题', `${stem}应选哪些项（  ）。`, '甲项', '乙项', '丙项', '丁项', '', '', 'ACD'],
    ['判断题', `${stem}的说法是否正确。`, '', '', '', '', '', '', number % 2 === 0 ? '√' : '×'],
    ['填空题', `${stem}的答案是____。`, '', '', '', '', '', '', '示例|样例'],
    ['简答题', `${stem}请简要说明。`, '', '', '', '', '', '', '第一点\n第二点'],
  ];
  return [number, section, ...(forms[number % forms.length] ?? []), ...tail];
}

/** Writes a bank in the product's own template: two sections of `perSection` questions in all five types. */
export function writeBankWorkbook(file: string, perSection: number, edition = 1): void {
  const numbers = Array.from({ length: perSection }, (_, index) => index + 1);
  const rows = sampleSections.flatMap((section) => numbers.map((number) => [...sampleRow(number, section, edition)]));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([header, ...rows]), '题库');
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}
