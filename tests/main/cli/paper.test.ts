import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../../main/cli/command.ts';
import { findElectron } from '../../../main/cli/electron.ts';
import { paper } from '../../../main/cli/bank/paper.ts';
import { partOf } from '../../support/zip-part.ts';
import { temporaryFile } from '../import/workbook.ts';

const rows = (section: string) => [
  ...Array.from({ length: 6 }, (_, n) => `${section},单选题,${section}第${n}个单选题哪个对（  ）,甲${n},乙${n},丙${n},B`),
  ...Array.from({ length: 4 }, (_, n) => `${section},判断题,${section}第${n}个判断<b>,,,,对`),
];
const bank = ['板块,题型,题干,选项A,选项B,选项C,答案', ...rows('党史'), ...rows('党章'), '党史,单选题,两个答案的,甲,乙,丙,AB'].join('\n');
const blueprint = {
  id: 'b',
  title: '测试卷',
  minutes: 30,
  parts: [
    { type: 'single', count: 6, scoreEach: 2 },
    { type: 'judge', count: 4, scoreEach: 1 },
  ],
  sections: [
    { section: '党史', weight: 1 },
    { section: '党章', weight: 1 },
  ],
};

const files = async (plan: unknown = blueprint) => ({
  bank: await temporaryFile('题库.csv', bank),
  plan: await temporaryFile('方案.json', JSON.stringify(plan)),
});
const run = async (seed: string, ...more: string[]) => {
  const { bank: bankFile, plan } = await files();
  return paper(['--bank', bankFile, '--blueprint', plan, '--seed', seed, ...more]);
};

test('the same files and seed give the same paper, another seed another one', async () => {
  const once = await run('7');
  expect(once.exitCode).toBe(0);
  expect((await run('7')).document).toEqual(once.document);
  expect((await run('8')).document).not.toEqual(once.document);
  const { items, ...rest } = once.document as {
    items: { section: string; type: string; score: number; options: string[]; answer: unknown }[];
  };
  expect(rest).toEqual({ id: 'b-7', title: '测试卷', blueprint: 'b', seed: 7, minutes: 30, notes: [], leftOut: 1 });
  expect(items.map(({ type, score }) => `${type} ${score}`)).toEqual([
    ...Array.from({ length: 6 }, () => 'single 2'),
    ...Array.from({ length: 4 }, () => 'judge 1'),
  ]);
  expect(items.filter(({ section }) => section === '党史')).toHaveLength(5);
  for (const { options, answer } of items.slice(0, 6))
    expect(answer).toEqual(['ABC'[options.findIndex((option) => option.startsWith('乙'))]]);
  expect(once.messages).toEqual(['有 1 道试题因有错误未参加组卷。']);
});

test('what cannot be assembled is refused with its reason', async () => {
  const { bank: bankFile, plan } = await files({ ...blueprint, parts: [{ type: 'judge', count: 9, scoreEach: 1 }] });
  const short = await paper(['--bank', bankFile, '--blueprint', plan, '--seed', '1']);
  expect(short).toMatchObject({ exitCode: 1, document: { kind: 'shortfall', shortfalls: [{ type: 'judge', wanted: 9, available: 8 }] } });
  expect(short.messages).toEqual(['判断题需要 9 题，题库只有 8 题，差 1 题（党史 4 题、党章 4 题）。']);
  expect(await paper(['--bank', bankFile, '--blueprint', bankFile, '--seed', '1'])).toMatchObject({
    exitCode: 1,
    document: { kind: 'blueprint' },
  });
  expect(await paper(['--bank', plan, '--blueprint', plan, '--seed', '1'])).toMatchObject({ exitCode: 1, document: { kind: 'bank' } });
});

test('demands hold exactly, and those that cannot are named', async () => {
  const demand = { section: '党史', topic: null, difficulty: null };
  const asking = (count: number) => ({
    ...blueprint,
    parts: [{ ...blueprint.parts[0], demands: [{ ...demand, count }] }, blueprint.parts[1]],
  });
  const drawIt = async (count: number) => {
    const { bank: bankFile, plan } = await files(asking(count));
    return paper(['--bank', bankFile, '--blueprint', plan, '--seed', '1']);
  };
  const { items } = (await drawIt(5)).document as { items: { section: string; type: string }[] };
  expect(items.filter(({ section, type }) => section === '党史' && type === 'single')).toHaveLength(5);
  expect(await drawIt(7)).toMatchObject({
    exitCode: 1,
    document: { kind: 'shortfall', shortfalls: [], conflicts: [{ wanted: [{ kind: 'demand', available: 6 }], missing: 1 }] },
    messages: ['第一部分单选题中“党史”要 7 题（题库可用 6 题），差 1 题。'],
  });
});

test('A and B cover the same with the overlap that is asked for, each in a file of its own', async () => {
  const { bank: bankFile, plan } = await files({ ...blueprint, parts: [{ type: 'single', count: 6, scoreEach: 2 }] });
  const out = await temporaryFile('卷.docx', '');
  const { document } = await paper(['--bank', bankFile, '--blueprint', plan, '--seed', '7', '--pair', '--overlap', '50', '--out', out]);
  const { papers, ...rest } = document as { papers: { variant: string; items: { id: string }[] }[]; out: string[] };
  expect(rest).toMatchObject({
    seed: 7,
    shared: 3,
    meanDifficulty: [0.5, 0.5],
    sameTopics: true,
    notes: [],
    out: ['-A', '-B'].map((mark) => out.replace('.docx', `${mark}.docx`)),
  });
  expect(papers.map(({ variant, items }) => [variant, items.length])).toEqual([
    ['A', 6],
    ['B', 6],
  ]);
  const [a, b] = papers.map(({ items }) => new Set(items.map(({ id }) => id)));
  expect([...a!].filter((id) => b!.has(id))).toHaveLength(3);
  for (const file of rest.out) expect(existsSync(file)).toBe(true);
});

test('wrong usage', async () => {
  await expect(run('1', '--overlap', '20')).rejects.toThrow(UsageError);
  await expect(run('1', '--pair', '--overlap', '120')).rejects.toThrow(UsageError);
  await expect(paper(['--seed', '1'])).rejects.toThrow(UsageError);
  await expect(run('1.5')).rejects.toThrow(UsageError);
  await expect(run('1', '--out', 'paper.txt')).rejects.toThrow(UsageError);
});

test('a Word file keeps questions with their options and puts the answers on the last page', async () => {
  const out = await temporaryFile('卷.docx', '');
  expect(await run('7', '--out', out)).toMatchObject({ exitCode: 0, document: { out } });
  const zip = await readFile(out);
  const body = partOf(zip, 'word/document.xml');
  const paragraphs = body.split('<w:p>').slice(1);
  expect(body).toContain('一、单项选择题（共6题，每题2分，共12分。每题只有1个正确答案）');
  expect(body).toContain('&lt;b&gt;');
  expect(body).toContain('w:eastAsia="黑体"');
  const stem = paragraphs.findIndex((paragraph) => paragraph.includes('个单选题哪个对'));
  expect(paragraphs[stem]).toContain('<w:keepNext/>');
  expect(body.split('<w:sectPr>')[1]).toContain('参考答案'); // a section of its own, and so a page
  expect(partOf(zip, 'word/footer1.xml')).toContain('NUMPAGES');
});

const root = path.resolve(import.meta.dirname, '../../..');
const canPrint = findElectron(root) !== null && existsSync(path.join(root, 'dist/main/print.js'));

test.skipIf(!canPrint)('a PDF of the same paper', async () => {
  const out = await temporaryFile('卷.pdf', '');
  expect(await run('7', '--out', out)).toMatchObject({ exitCode: 0, document: { out } });
  const pdf = await readFile(out, 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2); // the paper and its answers
});
