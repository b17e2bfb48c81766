import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportedFile } from '@shared/bank/imported.ts';
import { packageKinds, type PackageKind } from '@shared/model/package.ts';
import { importQuestions } from '../import/index.ts';
import { prepareQuestions } from '../publish/bank/questions.ts';
import { publishPackage, type Publication } from '../publish/publish.ts';
import { publishedQuestions } from '../publish/repository/repository.ts';
import { PublishRefusal, type PublishProblem } from '../publish/problem.ts';
import type { PackageContents } from '../sync/store/block-content.ts';
import { shortFingerprint } from '@shared/fingerprint.ts';
import { done, refused, usage, type CliResult } from './command.ts';

const line = `sanxun publish --repo DIR --keys DIR [--name NAME] [--title TITLE]
  --bank FILE… [--section NAME] [--skip-errors]
  --kind roster|policy --file FILE.json
  --kind column --articles FILE.json --rota FILE.json`;

const options = {
  repo: { type: 'string' },
  keys: { type: 'string' },
  kind: { type: 'string' },
  name: { type: 'string' },
  title: { type: 'string' },
  bank: { type: 'string', multiple: true },
  section: { type: 'string' },
  'skip-errors': { type: 'boolean', default: false },
  file: { type: 'string' },
  articles: { type: 'string' },
  rota: { type: 'string' },
} as const;

type Values = ReturnType<typeof parse>['values'];

const titles: Readonly<Record<PackageKind, string>> = { bank: '学习题库', roster: '名册', policy: '考试规则', column: '先锋讲台与专栏' };

/** `publish`: creates or extends a signed repository. */
export async function publish(args: readonly string[]): Promise<CliResult> {
  const { values, positionals } = parse(args);
  const { repo = usage(line, '缺少 --repo'), keys = usage(line, '缺少 --keys') } = values;
  const kind = kindOf(values);
  const name = values.name ?? kind;
  try {
    const contents = kind === 'bank' ? await bankContents(values, positionals, repo, name) : await jsonContents(kind, values, positionals);
    const title = values.title ?? titles[kind];
    return report(await publishPackage({ repository: repo, keys, name, title, contents, now: Date.now() }), keys);
  } catch (error) {
    if (error instanceof PublishRefusal) return refusedFor(error.problems);
    throw error;
  }
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true });
}

function kindOf({ kind, bank }: Values): PackageKind {
  const wanted = kind ?? (bank ? 'bank' : usage(line, '缺少 --bank 或 --kind'));
  return packageKinds.find((known) => known === wanted) ?? usage(line, `未知的 --kind：${wanted}`);
}

/** Words without a flag are further question files, as in `--bank 01.csv 02.csv`. */
async function bankContents(values: Values, more: readonly string[], repository: string, name: string): Promise<PackageContents> {
  const files = [...(values.bank ?? []), ...more];
  if (files.length === 0) usage(line, '缺少 --bank FILE');
  const section = values.section ?? null;
  const imported: ImportedFile[] = [];
  for (const file of files) imported.push(await importQuestions(file, section === null ? {} : { section }));
  const before = await publishedQuestions(repository, name);
  const { questions, problems } = prepareQuestions(imported, { section, skipErrors: values['skip-errors'], before });
  if (problems.length > 0) throw new PublishRefusal(problems);
  return { kind: 'bank', items: { questions } };
}

async function jsonContents(kind: Exclude<PackageKind, 'bank'>, values: Values, more: readonly string[]): Promise<PackageContents> {
  if (more.length > 0) usage(line, `多余的参数：${more.join(' ')}`);
  const { file, articles, rota } = values;
  const items =
    kind === 'column'
      ? {
          articles: await readJsonFile(articles ?? usage(line, '缺少 --articles')),
          rota: await readJsonFile(rota ?? usage(line, '缺少 --rota')),
        }
      : await readJsonFile(file ?? usage(line, '缺少 --file'));
  return { kind, items: kind === 'policy' ? { policy: items } : items } as PackageContents; // publishPackage checks it against the schema of its kind
}

async function readJsonFile(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new PublishRefusal([{ code: 'source-error', message: `${path.basename(file)} 读不出来：${String(error)}` }], error);
  }
}

function report(result: Awaited<ReturnType<typeof publishPackage>>, keys: string): CliResult {
  if (!result.ok) return refusedFor(result.problems);
  const { manifest, fingerprint, outcome } = result.value;
  const { name, kind, version, title, issued, blocks, changes } = manifest;
  const items = blocks.reduce((sum, block) => sum + block.items, 0);
  const counts = {
    since: changes.since,
    added: changes.added.length,
    changed: changes.changed.length,
    withdrawn: changes.withdrawn.length,
  };
  const document = { ok: true, outcome, name, kind, version, title, issued, items, blocks: blocks.length, changes: counts, fingerprint };
  return done(document, [
    sentenceOf(result.value, items),
    `发布单位指纹 Fingerprint: ${shortFingerprint(fingerprint)}`,
    `密钥 Keys: ${path.resolve(keys)}`,
  ]);
}

function sentenceOf({ manifest, outcome }: Publication, items: number): string {
  const { title, version, changes } = manifest;
  if (outcome === 'unchanged') return `“${title}”内容没有变化，仍是第 ${version} 版。Unchanged.`;
  if (outcome === 'renewed') return `“${title}”内容没有变化，仍是第 ${version} 版；签名已续期。Unchanged, signatures renewed.`;
  const delta =
    changes.since === null ? '' : `，新增 ${changes.added.length}，修改 ${changes.changed.length}，撤下 ${changes.withdrawn.length}`;
  return `已发布“${title}”第 ${version} 版，共 ${items} 项${delta}。Published version ${version}.`;
}

function refusedFor(problems: readonly PublishProblem[]): CliResult {
  const messages = ['没有发布任何内容。Nothing was published.', ...problems.map(({ code, message }) => `[${code}] ${message}`)];
  return refused({ ok: false, problems }, messages);
}
