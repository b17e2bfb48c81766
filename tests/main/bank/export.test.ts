import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bankExportFormats, type BankExportFormat, type CollectedItem } from '@shared/ipc/contract.ts';
import type { Question, SimpleQuestion } from '@shared/model/question.ts';
import { importQuestions } from '../../../main/import/index.ts';
import { hashBytes } from '../../../main/files.ts';
import { partOf } from '../../support/zip-part.ts';
import { failureOf, temporaryFolder, valueOf } from '../sync/support.ts';
import { collect, openService, type Service } from './support.ts';

const base = { section: '示例板块', topic: '', explanation: '', basis: '', difficulty: 'medium' } as const;
const simple: readonly SimpleQuestion[] = [
  {
    ...base,
    id: 'Q-1',
    type: 'single',
    stem: '一年有几季（  ）',
    options: ['三', '四', '五'],
    answer: [1],
    shuffle: true,
    explanation: '春夏秋冬。',
  },
  { ...base, id: 'Q-2', type: 'multiple', stem: '哪些**不是**偶数（  ）', options: ['一', '二', '三'], answer: [0, 2], shuffle: true },
  { ...base, id: 'Q-3', type: 'judge', stem: '一比二大。', answer: false, basis: '示例文件第一条' },
  { ...base, id: 'Q-4', type: 'blank', stem: '一年有____季，一周有____天。', answer: [['四', '4'], ['七']] },
  { ...base, id: 'Q-5', type: 'short', stem: '说明四季。', answer: '春夏\n秋冬' },
];
const questions: readonly Question[] = [
  ...simple,
  {
    ...base,
    id: 'Q-6',
    type: 'case',
    stem: '某支部有党员十名。',
    parts: [
      { ...base, id: 'Q-6/1', type: 'judge', stem: '支部有党员十名。', answer: true },
      { ...base, id: 'Q-6/2', type: 'single', stem: '有几名党员（  ）', options: ['九', '十'], answer: [1], shuffle: true },
    ],
    weights: [1, 1],
  },
];

async function exported(service: Service, format: BankExportFormat, collection: string) {
  const folder = await temporaryFolder();
  const request = { collection, format, title: '示例题库', place: service.placeOf(folder) };
  const { folderLabel, files } = valueOf(await service.channels['bank:export'](request, 'task'));
  expect(folderLabel.startsWith(`${path.basename(folder)}/示例题库－`)).toBe(true);
  expect(files).toHaveLength(1);
  const file = path.join(path.dirname(folder), folderLabel, files[0]!.name);
  expect(hashBytes(await readFile(file))).toBe(files[0]!.sha256);
  return file;
}

const readBack = async (file: string) => (await importQuestions(file)).questions.map(({ question }) => question);

test.each(bankExportFormats.filter((format) => format !== 'errors'))(
  'the bank goes out as %s, proven, under a name that says so',
  async (format) => {
    const service = await openService();
    const file = await exported(service, format, await collect(service, questions));
    expect(path.basename(file)).toMatch(/^示例题库－.+\.(?:xlsx|gift|xml|docx)$/);
    expect(service.progress.map(({ phase }) => phase)).toContain('verify');
  },
);

test('our template and Moodle bring back the same questions', async () => {
  const service = await openService();
  const collection = await collect(service, questions);
  expect(await readBack(await exported(service, 'template', collection))).toEqual(questions);
  const moodle = await readBack(await exported(service, 'moodle', collection));
  expect(moodle.map(({ id, type }) => [id, type])).toEqual(questions.map(({ id, type }) => [id, type]));
});

test('a booklet with answers can be read again; one without gives none away', async () => {
  const service = await openService();
  const collection = await collect(service, simple);
  const withAnswers = await readBack(await exported(service, 'booklet-with-answers', collection));
  const plain = ({ type, stem }: Question): readonly string[] => [type, stem.replace(/\s/g, '')];
  expect(withAnswers.map(plain)).toEqual(simple.map(plain));
  expect(withAnswers.map((question) => ('answer' in question ? question.answer : null))).toEqual(simple.map(({ answer }) => answer));
  expect(withAnswers.map(({ explanation, basis }) => [explanation, basis])).toEqual(
    simple.map(({ explanation, basis }) => [explanation, basis]),
  );
  const without = await importQuestions(await exported(service, 'booklet', collection));
  expect(without.questions).toEqual([]);
  expect(without.refusals).toHaveLength(simple.length);
  expect(JSON.stringify(without)).not.toContain('春夏秋冬');
});

test('what a person is told of a question besides stands below it in a booklet, and nowhere else', async () => {
  const service = await openService();
  const collection = await service.channels['bank:collect']();
  const items = simple.map((question, n) => ({ question, score: null, refused: null, remark: `本人答错 ${n + 1} 次` }));
  await service.channels['bank:collect-add'](collection, items);
  const text = partOf(await readFile(await exported(service, 'booklet-with-answers', collection)), 'word/document.xml');
  expect(text.indexOf('本人答错 1 次')).toBeGreaterThan(text.indexOf('春夏秋冬。'));
  expect(text.indexOf('本人答错 1 次')).toBeLessThan(text.indexOf('偶数'));
  expect(text).toContain('本人答错 5 次');
  const template = await readBack(await exported(service, 'template', collection));
  expect(JSON.stringify(template)).not.toContain('答错');
});

test('what was refused goes out with its reasons, and comes back to its place once mended', async () => {
  const service = await openService();
  const collection = await service.channels['bank:collect']();
  const draft = { ...base, type: 'judge', stem: '一比二大', options: [], answer: '错' } as const;
  const refused: CollectedItem['refused'] = {
    entryId: 'entry-1',
    draft,
    source: '题库.xlsx 第 3 行',
    text: '一比二大 | ?',
    reasons: ['答案看不懂。'],
  };
  await service.channels['bank:collect-add'](collection, [{ question: null, score: null, refused }]);
  const { questions: back } = await importQuestions(await exported(service, 'errors', collection));
  expect(back.map(({ entryId, question }) => [entryId, question.type, question.stem])).toEqual([['entry-1', 'judge', '一比二大']]);
});

test('a place that is gone, or a name that no disk takes, does no harm', async () => {
  const service = await openService();
  const collection = await collect(service, questions);
  const request = { collection, format: 'gift', title: '../示例：题库?', place: service.placeOf(await temporaryFolder()) } as const;
  const { folderLabel } = valueOf(await service.channels['bank:export'](request, 'task'));
  expect(folderLabel.split('/')[1]).toBe('示例：题库－GIFT');
  expect(failureOf(await service.channels['bank:export']({ ...request, place: 'gone' }, 'task')).kind).toBe('place-gone');
  expect(() => service.channels['bank:export']({ ...request, collection: 'gone' }, 'task')).toThrow('not open');
});
