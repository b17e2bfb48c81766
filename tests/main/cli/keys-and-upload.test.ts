import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { runCommand } from '../../../main/cli/run.ts';
import { startS3 } from '../../support/s3-server.ts';
import { fingerprintFiles, temporaryFolder } from '../sync/support.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function sanxun(...words: readonly string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const exitCode = await runCommand([...words, '--json'], { out: (line) => out.push(line), error: (line) => errors.push(line) });
  const document = out.length > 0 ? (JSON.parse(out.join('\n')) as Record<string, unknown>) : null;
  return { exitCode, document, errors: errors.join('\n') };
}

async function published() {
  const home = await temporaryFolder();
  const file = path.join(home, '题目.csv');
  await writeFile(file, '板块,题型,题干,选项A,选项B,正确答案\n示例,单选题,一加一等于（  ）。,1,2,B\n');
  const repo = ['--repo', path.join(home, 'repository')];
  const keys = ['--keys', path.join(home, 'keys')];
  const publish = () => sanxun('publish', ...repo, ...keys, '--bank', file);
  const { document } = await publish();
  return { home, repo, keys, publish, fingerprint: document?.fingerprint };
}

test('keys are sealed, exported, removed, imported and replaced by scripts', { timeout: 180_000 }, async () => {
  const { home, repo, keys, publish, fingerprint } = await published();
  const stick = path.join(home, 'safe');
  expect(await sanxun('keys', 'protect', ...keys, '--role', 'online')).toMatchObject({ exitCode: 2, document: null });
  vi.stubEnv('SANXUN_PASSPHRASE', 'eight or more');
  expect(await sanxun('keys', 'protect', ...keys, '--role', 'online')).toMatchObject({ exitCode: 0, document: { ok: true, sealed: true } });
  vi.stubEnv('SANXUN_PASSPHRASE', 'a wrong one');
  expect(await publish()).toMatchObject({ exitCode: 1, document: { problems: [{ code: 'keys-locked' }] } });
  expect(await sanxun('keys', 'remove-root', ...keys, ...repo)).toMatchObject({
    exitCode: 1,
    document: { failure: { kind: 'publish-refused' } },
  });
  vi.stubEnv('SANXUN_PASSPHRASE', 'eight or more');
  expect((await publish()).exitCode).toBe(0);
  expect(await sanxun('keys', 'export', ...keys, ...repo, '--role', 'root', '--to', stick)).toMatchObject({
    exitCode: 1,
    document: { failure: { kind: 'place-gone' } },
  });
  const exported = await sanxun('keys', 'export', ...keys, ...repo, '--role', 'root', '--to', home);
  expect(exported).toMatchObject({ exitCode: 0 });
  expect((await sanxun('keys', 'remove-root', ...keys, ...repo)).exitCode).toBe(0);
  expect(await readdir(path.join(home, 'keys'))).toEqual(['keys.json', 'online.age']);
  const folder = path.join(home, path.basename(String(exported.document?.folderLabel)));
  const file = path.join(folder, (await readdir(folder)).find((name) => name.endsWith('.age')) ?? '');
  expect(await sanxun('keys', 'import', ...keys, ...repo, '--file', file)).toMatchObject({ exitCode: 0, document: { role: 'root' } });
  expect(await sanxun('keys', 'rotate', ...keys, ...repo, '--root', '3', '--threshold', '2')).toMatchObject({
    exitCode: 0,
    document: { ok: true, version: 2, fingerprint },
  });
  const sealed = { here: 'sealed', unlocked: true };
  expect((await sanxun('keys', 'status', ...keys, ...repo)).document).toMatchObject({
    ok: true,
    fingerprint,
    root: { keys: [sealed, sealed, sealed], threshold: 2 },
    online: [sealed],
  });
});

test('upload to a folder and to a store, with secrets from the environment', async () => {
  const { home, repo } = await published();
  const copy = path.join(home, 'copy');
  expect(await sanxun('upload', ...repo, '--to', copy)).toMatchObject({ exitCode: 0, document: { ok: true, removable: false } });
  expect(await fingerprintFiles(copy)).toEqual(await fingerprintFiles(path.join(home, 'repository')));
  const store = await startS3({
    accessKey: 'KEY',
    secretKey: 'secret',
    region: 'here-1',
    bucket: 'sanxun',
    publicRead: false,
    now: Date.now,
  });
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'KEY');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'wrong');
  vi.stubEnv('AWS_REGION', 'here-1');
  expect(await sanxun('upload', ...repo, '--to', store.url, '--s3')).toMatchObject({
    exitCode: 1,
    document: { failure: { kind: 'upload-refused' } },
  });
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  expect((await sanxun('upload', ...repo, '--to', store.url)).exitCode).toBe(0);
  expect(store.objects.get('metadata/timestamp.json')).toEqual(await readFile(path.join(copy, 'metadata/timestamp.json')));
  await store.stop();
});

test.each([
  [['keys', 'status']],
  [['keys', 'rotate', '--keys', 'x', '--repo', 'y']],
  [['keys', 'rotate', '--keys', 'x', '--repo', 'y', '--root', '2', '--threshold', '3']],
  [['keys', 'protect', '--keys', 'x', '--role', 'other']],
  [['upload', '--repo', 'x']],
])('wrong usage %j exits 2', async (words) => {
  expect(await sanxun(...words)).toMatchObject({ exitCode: 2, document: null, errors: expect.stringMatching(/Usage/) });
});
