import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { BankPublishRequest } from '@shared/ipc/contract.ts';
import type { PublishedReply } from '@shared/model/bank.ts';
import type { Question } from '@shared/model/question.ts';
import { day, failureOf, noon, openBranch, question, temporaryFolder, valueOf } from '../sync/support.ts';
import { collect, openService, type Service } from './support.ts';

const reply = (correctionId: string, at = noon, text = '已改正。'): PublishedReply => ({
  correctionId,
  questionId: 'Q-2',
  outcome: 'accepted',
  text,
  at,
});

async function requestOf(
  service: Service,
  place: string,
  questions: readonly Question[],
  replies: readonly PublishedReply[] = [],
): Promise<BankPublishRequest> {
  const collection = await collect(service, questions);
  return { collection, name: 'xuexi', title: '学习题库', place: service.placeOf(place), replies, clockOk: false };
}

test('a bank goes out with its answers to 纠错单, and a branch reads them', async () => {
  let now = noon;
  const service = await openService({ now: () => now });
  const stick = await temporaryFolder();
  const first = [question(1), question(2), question(3)];
  const preview = valueOf(await service.channels['bank:preview'](await requestOf(service, stick, first)));
  expect(preview).toEqual({
    since: null,
    version: 1,
    added: ['Q-1', 'Q-2', 'Q-3'],
    changed: [],
    withdrawn: [],
    before: [],
    farClock: null,
  });
  await expect(access(path.join(stick, 'sanxun-repo'))).rejects.toThrow('ENOENT');

  const one = valueOf(await service.channels['bank:publish'](await requestOf(service, stick, first, [reply('C-1')]), 'task'));
  expect(one).toMatchObject({ version: 1, outcome: 'published', folderLabel: `${path.basename(stick)}/sanxun-repo` });
  const branch = await openBranch({ now: () => now });
  const source = await branch.trust(path.join(stick, 'sanxun-repo'));
  await branch.update(source);
  expect(await branch.packages.installed()).toMatchObject([
    { name: 'xuexi', version: 1, publisher: one.fingerprint, replies: [reply('C-1')] },
  ]);

  now += day;
  const second = [question(1), question(2, { note: '新的解析' }), question(4)];
  const request = await requestOf(service, stick, second, [reply('C-2', now), reply('C-1', now, '仍按原文。')]);
  expect(valueOf(await service.channels['bank:preview'](request))).toEqual({
    since: 1,
    version: 2,
    added: ['Q-4'],
    changed: ['Q-2'],
    withdrawn: ['Q-3'],
    before: [question(2), question(3)],
    farClock: null,
  });
  expect(valueOf(await service.channels['bank:publish'](request, 'task'))).toMatchObject({ version: 2, fingerprint: one.fingerprint });
  await branch.update(source);
  const [installed] = await branch.packages.installed();
  expect(installed?.version).toBe(2);
  expect(installed?.replies).toEqual([reply('C-1', now, '仍按原文。'), reply('C-2', now)]);
});

test('the same bank again is no new version; a new answer alone is one', async () => {
  const service = await openService();
  const stick = await temporaryFolder();
  const publish = async (replies: readonly PublishedReply[]) =>
    valueOf(await service.channels['bank:publish'](await requestOf(service, stick, [question(1)], replies), 'task'));
  expect(await publish([])).toMatchObject({ version: 1, outcome: 'published' });
  expect(await publish([])).toMatchObject({ version: 1, outcome: 'unchanged' });
  expect(await publish([reply('C-1')])).toMatchObject({ version: 2, outcome: 'published' });
  expect(await publish([])).toMatchObject({ version: 2, outcome: 'unchanged' });
  expect(await publish([reply('C-1', noon - day, '更早的答复。')])).toMatchObject({ version: 2, outcome: 'unchanged' });
});

test('a second repository is not begun by accident, because branches would not know its publisher', async () => {
  const service = await openService();
  const [stick, other] = [await temporaryFolder(), await temporaryFolder()];
  valueOf(await service.channels['bank:publish'](await requestOf(service, stick, [question(1)]), 'task'));
  const failure = failureOf(await service.channels['bank:publish'](await requestOf(service, other, [question(1)]), 'task'));
  expect(failure.kind).toBe('publish-refused');
  expect(failure.subject).toContain('没有原来的发布文件夹');
});

test('what cannot be published is refused with its reason, and nothing is written', async () => {
  const service = await openService();
  const stick = await temporaryFolder();
  const refusal = async (questions: readonly Question[], changes: Partial<BankPublishRequest> = {}): Promise<string> => {
    const request = { ...(await requestOf(service, stick, questions)), ...changes };
    const failure = failureOf(await service.channels['bank:publish'](request, 'task'));
    expect(failure.kind).toBe('publish-refused');
    return failure.subject;
  };
  expect(await refusal([])).toBe('没有可以发布的内容。');
  expect(await refusal([question(1), question(1)])).toBe('编码 Q-1 重复。');
  expect(await refusal([question(1, { section: '' })])).toContain('questions.0.section');
  expect(await refusal([question(1)], { name: '题库' })).toContain('只能用小写字母');
  expect(await refusal([question(1)], { replies: [reply('C-1', noon, '长'.repeat(5_000))] })).toContain('第 1 条');
  await expect(readFile(path.join(stick, 'sanxun-repo/metadata/timestamp.json'))).rejects.toThrow('ENOENT');
  expect(failureOf(await service.channels['bank:publish']({ ...(await requestOf(service, stick, [])), place: 'gone' }, 'task')).kind).toBe(
    'place-gone',
  );
});
