import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportPapers, type PapersExport } from '../../../../main/export/papers/export-papers.ts';
import { choice, paper } from '../../../shared/exam/questions.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(path.join(os.tmpdir(), 'sanxun-papers-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const made = { ...paper({ question: choice('a', [1]), optionOrder: [0, 1, 2, 3], score: 2 }), title: '示例考试试卷' };
const request = (changes: Partial<PapersExport> = {}): PapersExport => ({
  place,
  folder: '示例考试－打印',
  papers: ['A', 'B'].map((variant) => ({ variant, paper: made })),
  size: 'A4',
  printouts: ['candidate', 'teacher', 'answers', 'sheet'],
  formats: ['docx', 'pdf'],
  pdf: async (html) => Buffer.from(`%PDF ${html}`),
  signal: new AbortController().signal,
  progress: () => undefined,
  ...changes,
});

test('A and B in one go: every printout in every format, each under a name of its own, with a list of checksums', async () => {
  const steps: string[] = [];
  const outcome = await exportPapers(request({ progress: ({ phase, done, total }) => steps.push(`${phase} ${done}/${total}`) }));
  const names = ['A', 'B'].flatMap((variant) =>
    ['试卷', '教师卷', '参考答案', '答题卡'].flatMap((suffix) =>
      ['docx', 'pdf'].map((ending) => `示例考试（${variant}卷）－${suffix}.${ending}`),
    ),
  );
  expect(outcome.ok && outcome.value.files.map(({ name }) => name)).toEqual(names);
  const folder = path.join(place, '示例考试－打印');
  expect(readdirSync(folder).toSorted()).toEqual([...names, '校验清单.txt'].toSorted());
  expect(readFileSync(path.join(folder, '示例考试（B卷）－试卷.pdf'), 'utf8')).toContain('示例考试试卷（B卷）');
  expect([steps[0], steps[16], steps.at(-1)]).toEqual(['read 0/16', 'write 0/16', 'verify 17/17']);
});

test('two papers of the same title do not overwrite each other', async () => {
  const papers = [made, made].map((each) => ({ variant: '', paper: each }));
  const outcome = await exportPapers(request({ papers, printouts: ['sheet'], formats: ['docx'] }));
  expect(outcome.ok && outcome.value.files.map(({ name }) => name)).toEqual(['示例考试－答题卡.docx', '示例考试－答题卡(2).docx']);
});

test('cancelled while rendering, nothing is written', async () => {
  const abort = new AbortController();
  const pdf = async (): Promise<Uint8Array> => {
    abort.abort();
    return Buffer.from('%PDF');
  };
  const outcome = await exportPapers(request({ pdf, formats: ['pdf'], signal: abort.signal }));
  expect(outcome).toEqual({ ok: false, failure: { kind: 'cancelled', subject: '示例考试－打印' } });
  expect(readdirSync(place)).toEqual([]);
});
