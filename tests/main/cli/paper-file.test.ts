import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { paperFileOf, writePaperFile } from '../../../main/cli/bank/paper-file.ts';
import { UsageError } from '../../../main/cli/command.ts';
import { choice, paper } from '../../shared/exam/questions.ts';
import { partOf } from '../../support/zip-part.ts';
import { temporaryFile } from '../import/workbook.ts';

const made = paper({ question: choice('a', [1]), optionOrder: [0, 1, 2, 3], score: 2 });

test('without a word it is the paper on A4 with its answers behind it', () => {
  expect(paperFileOf('', {})).toEqual({ size: 'A4', printouts: ['candidate', 'answers'] });
  expect(paperFileOf('', { out: '卷.PDF', size: 'a3', printout: ['sheet', 'teacher'] })).toEqual({
    size: 'A3',
    printouts: ['sheet', 'teacher'],
  });
});

test('what is not known is wrong usage', () => {
  for (const options of [{ out: '卷.txt' }, { size: 'A5' }, { printout: ['candidate', 'all'] }])
    expect(() => paperFileOf('', options)).toThrow(UsageError);
});

test('a teacher’s copy on A3 as a Word file', async () => {
  const out = await temporaryFile('卷.docx', '');
  await writePaperFile(made, out, paperFileOf('', { out, size: 'A3', printout: ['teacher'] }));
  const body = partOf(await readFile(out), 'word/document.xml');
  expect(body).toContain('w:orient="landscape"');
  expect(body).toContain('答案：B');
  expect(body).not.toContain('参考答案');
});
