import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bankCheck } from '../../../main/cli/bank/bank-check.ts';
import { bankTemplateCommand } from '../../../main/cli/bank/bank-template.ts';
import { UsageError } from '../../../main/cli/command.ts';
import { gb18030 } from '../../support/gb18030.ts';
import { samples } from '../import/samples.ts';
import { temporaryFile, workbook } from '../import/workbook.ts';

const csv = `题型,板块,题干,选项A,选项B,选项C,答案,依据,分值,题目编码
多选题,党章,1. 下列是奇数的有（AC）,一,二,三,AC,某条,3,Q-1
判断题,,一比二大,,,,错,,,
填空题,,一年有____季，一季有____月,,,,四|4；三,,,
简答题,,说明四季,,,,春夏秋冬,,,
单选题,,哪个大,一,二,三,E,,,
`;

test('prints the contract of the command line', async () => {
  const file = await temporaryFile('题库.csv', csv);
  const result = await bankCheck([file, '--section', '常识']);
  expect(result.exitCode).toBe(0);
  const more = { section: '常识', difficulty: 'medium' };
  expect(JSON.parse(JSON.stringify(result.document))).toEqual({
    files: [
      {
        file: '题库.csv',
        format: 'csv',
        questions: [
          {
            row: 2,
            type: 'multiple',
            stem: '下列是奇数的有（  ）',
            options: ['一', '二', '三'],
            answer: ['A', 'C'],
            id: 'Q-1',
            basis: '某条',
            section: '党章',
            difficulty: 'medium',
            score: 3,
          },
          { row: 3, type: 'judge', stem: '一比二大', options: [], answer: false, ...more },
          { row: 4, type: 'blank', stem: '一年有____季，一季有____月', options: [], answer: [['四', '4'], ['三']], ...more },
          { row: 5, type: 'short', stem: '说明四季', options: [], answer: '春夏秋冬', ...more },
        ],
        problems: [{ row: 6, severity: 'error', code: 'answer-beyond-options', message: '答案 E 中的 E 没有对应的选项。' }],
        accounted: { source: 6, questions: 4, headings: 1, refused: 1, ignored: 0 },
      },
    ],
  });
  expect(result.lines).toEqual([
    '题库.csv：6 行 = 试题 4 + 标题 1 + 未收 1 + 忽略 0',
    '题库.csv 第 6 行 错误：答案 E 中的 E 没有对应的选项。',
  ]);
});

test('questions and problems of a workbook name their sheet', async () => {
  const file = await temporaryFile(
    '题库.xlsx',
    await workbook({
      判断题: [
        ['题干', '答案'],
        ['一比二大', '错'],
        ['二比一大', '?'],
      ],
    }),
  );
  const { document } = await bankCheck([file]);
  expect(document).toMatchObject({ files: [{ questions: [{ sheet: '判断题', row: 2 }], problems: [{ sheet: '判断题', row: 3 }] }] });
});

test('a file that cannot be read is refused, and the others are still told', async () => {
  const result = await bankCheck([await temporaryFile('题库.csv', csv), await temporaryFile('~$题库.xlsx', 'x')]);
  expect(result.exitCode).toBe(1);
  expect(result.document).toMatchObject({ files: [{ accounted: { questions: 4 } }, { problems: [{ code: 'lock-file' }] }] });
  expect(result.messages).toEqual(['~$题库.xlsx 错误：这是办公软件打开文件时留下的临时文件，请选择原文件。']);
});

test('without a file it is wrong usage', async () => {
  await expect(bankCheck([])).rejects.toThrow(UsageError);
  await expect(bankTemplateCommand(['--out', '模板.doc'])).rejects.toThrow(UsageError);
});

test('the template is written where asked, or refused', async () => {
  const file = await temporaryFile('模板.xlsx', '');
  expect(await bankTemplateCommand(['--out', file])).toMatchObject({ exitCode: 0, document: { file } });
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
  const nowhere = path.join(path.dirname(file), 'nowhere/模板.xlsx');
  expect(await bankTemplateCommand(['--out', nowhere])).toMatchObject({ exitCode: 1, document: { failure: { kind: 'place-gone' } } });
});

test('a case goes out with its parts and no answer of its own', async () => {
  const text = `一、案例分析题
1. 某支部有党员十名，一年开会四次。
（1）一年开会几次？
A. 三次 B. 四次
答案：B
（2）支部有党员十名。
答案：正确
`;
  const { document } = await bankCheck([await temporaryFile('案例.txt', text), '--section', '示例']);
  const [file] = (document as { files: readonly { questions: readonly object[] }[] }).files;
  expect(file?.questions).toMatchObject([
    {
      type: 'case',
      stem: '某支部有党员十名，一年开会四次。',
      options: [],
      answer: null,
      section: '示例',
      parts: [
        { type: 'single', stem: '一年开会几次？', options: ['三次', '四次'], answer: ['B'] },
        { type: 'judge', stem: '支部有党员十名。', options: [], answer: true },
      ],
    },
  ]);
});

test('every format is checked from the command line', async () => {
  const files: string[] = [];
  for (const [name, bytes] of Object.entries(await samples())) files.push(await temporaryFile(name, bytes));
  const { document, exitCode } = await bankCheck(files);
  expect(exitCode).toBe(0);
  const told = (document as { files: readonly { file: string; format: string; questions: readonly object[] }[] }).files;
  expect(told.map(({ file, format, questions }) => [file, format, questions.length > 0])).toEqual([
    ['题库.xlsx', 'xlsx', true],
    ['题库.xls', 'xls', true],
    ['题库.xlsb', 'xlsb', true],
    ['题库.ods', 'ods', true],
    ['题库2003.xml', 'xls', true],
    ['题库.csv', 'csv', true],
    ['题库gbk.csv', 'csv', true],
    ['题库.tsv', 'csv', true],
    ['题库.docx', 'docx', true],
    ['题库.html', 'html', true],
    ['题库.txt', 'text', true],
    ['题库gbk.txt', 'text', true],
    ['题库.md', 'text', true],
    ['题库.json', 'json', true],
    ['题库.jsonl', 'json', true],
    ['题库.gift', 'gift', true],
    ['aiken.txt', 'aiken', true],
    ['moodle.xml', 'moodle', true],
    ['qti.xml', 'qti', true],
    ['qti.zip', 'qti', true],
    ['anki.txt', 'anki', true],
    ['anki.apkg', 'anki', true],
  ]);
});

test('an encoding can be named, and an unknown one is wrong usage', async () => {
  const file = await temporaryFile('题库.txt', gb18030('1. 一比二大（×）\n'));
  const stem = async (...args: readonly string[]): Promise<unknown> => (await bankCheck([file, ...args])).document;
  expect(await stem('--encoding', 'GBK')).toMatchObject({ files: [{ questions: [{ stem: '一比二大' }] }] });
  expect(await stem('--encoding', 'utf-8')).not.toMatchObject({ files: [{ questions: [{ stem: '一比二大' }] }] });
  await expect(bankCheck([file, '--encoding', 'latin1'])).rejects.toThrow(UsageError);
});
