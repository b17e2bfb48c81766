import path from 'node:path';
import { parseArgs } from 'node:util';
import { shortFingerprint } from '@shared/fingerprint.ts';
import { packageKinds, type PackageKind, type PackageManifest } from '@shared/model/package.ts';
import { blockSchemas } from '@shared/model/schemas/content.ts';
import { attachmentOf } from '../../publish/attachment.ts';
import { PublishRefusal, type PublishProblem, type PublishResult } from '../../publish/problem.ts';
import { publishPackage, retirePackage, type Publication } from '../../publish/publish.ts';
import type { PackageContents } from '../../sync/store/block-content.ts';
import { versionSummary } from '../version-summary.ts';
import { done, refused, usage, type CliResult } from '../command.ts';
import { bankContents, jsonContents, projectContents, sameContents } from './publish-contents.ts';
import { unlockedForCommand } from './unlock.ts';

const line = `sanxun publish --repo DIR --keys DIR [--name NAME] [--title TITLE] [--clock-ok]
  --bank FILE… [--section NAME] [--skip-errors]
  --kind roster|policy --file FILE.json
  --kind exam --name NAME --file FILE.json   一场已封卷的考试 one exam with its papers sealed
  --kind projects --name NAME --file FILE.json   选题、审批、标杆 topics, decisions, benchmarks
  --kind column --articles FILE.json --rota FILE.json
  --attach FILE, --detach NAME   随数据包带上或不再带上附件，可重复写 take a large file along, or no longer
  --retire --name NAME           撤下整个数据包 withdraw the whole package
  --clock-ok                     本机日期已核对 the date of this computer is right
  口令 passphrase of sealed keys: SANXUN_PASSPHRASE`;

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
  attach: { type: 'string', multiple: true },
  detach: { type: 'string', multiple: true },
  retire: { type: 'boolean', default: false },
  'clock-ok': { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parse>['values'];

const titles: Readonly<Record<PackageKind, string>> = {
  bank: '学习题库',
  roster: '名册',
  policy: '考试规则',
  column: '先锋讲台与专栏',
  exam: '每季一考',
  projects: '书记项目',
};

/** `publish`: creates or extends a signed repository. */
export async function publish(args: readonly string[]): Promise<CliResult> {
  const { values, positionals } = parse(args);
  const { repo = usage(line, '缺少 --repo'), keys = usage(line, '缺少 --keys') } = values;
  const desk = { repository: repo, keys, unlocked: await unlockedForCommand(keys), now: Date.now(), clockOk: values['clock-ok'] };
  const work = values.retire ? retirement(values, positionals) : publication(values, positionals, repo);
  try {
    return report(await work(desk), keys);
  } catch (error) {
    if (error instanceof PublishRefusal) return refusedFor(error.problems);
    throw error;
  }
}

type Work = (desk: Omit<Parameters<typeof retirePackage>[0], 'name'>) => Promise<PublishResult<Publication>>;

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true });
}

function retirement(values: Values, more: readonly string[]): Work {
  const { name = usage(line, '缺少 --name'), bank, kind, attach, detach } = values;
  if (bank || kind || attach || detach || more.length > 0) usage(line, '--retire 只和 --name 一起用');
  return (desk) => retirePackage({ ...desk, name });
}

function publication(values: Values, more: readonly string[], repository: string): Work {
  const { attach = [], detach = [] } = values;
  const kind = kindOf(values);
  if (kind === 'exam' && values.name === undefined) usage(line, '发布考试要写 --name，例如 exam-2026-q4'); // each exam is a package of its own
  const name = values.name ?? kind ?? usage(line, '缺少 --bank、--kind 或 --name');
  const read = contentsReader(kind, values, more, { repository, name });
  return async (desk) => {
    const { contents, title } = await read();
    return publishPackage({ ...desk, name, title: values.title ?? title, contents, attach: attach.map(attachmentOf), detach });
  };
}

/** Null where only the large files of a package change. */
function kindOf({ kind, bank, attach, detach }: Values): PackageKind | null {
  if (!kind && !bank && (attach || detach)) return null;
  const wanted = kind ?? (bank ? 'bank' : usage(line, '缺少 --bank 或 --kind'));
  return packageKinds.find((known) => known === wanted) ?? usage(line, `未知的 --kind：${wanted}`);
}

/** Looks at the words first, so that wrong usage is said before anything is read. */
function contentsReader(
  kind: PackageKind | null,
  values: Values,
  more: readonly string[],
  home: Parameters<typeof sameContents>[0],
): () => ReturnType<typeof sameContents> {
  // Words without a flag are further question files, as in `--bank 01.csv 02.csv`.
  const files = [...(values.bank ?? []), ...more];
  if (kind !== 'bank' && more.length > 0) usage(line, `多余的参数：${more.join(' ')}`);
  if (kind === null) return () => sameContents(home);
  const title = titles[kind];
  if (kind !== 'bank') {
    const read = jsonReader(kind, values);
    return async () => {
      const contents = await read();
      return { contents, title: examTitle(contents) ?? title };
    };
  }
  if (files.length === 0) usage(line, '缺少 --bank FILE');
  const bank = { files, section: values.section ?? null, skipErrors: values['skip-errors'] };
  return async () => ({ contents: await bankContents(bank, home), title });
}

/** Exams are told apart by their own titles. What is wrong with the file, publishing says. */
function examTitle(contents: PackageContents): string | null {
  return contents.kind === 'exam' ? (blockSchemas.exam.safeParse(contents.items).data?.exam.title ?? null) : null;
}

function jsonReader(kind: Exclude<PackageKind, 'bank'>, values: Values): () => Promise<PackageContents> {
  const { articles, rota, keys = '' } = values;
  if (kind === 'column') {
    const files = { articles: articles ?? usage(line, '缺少 --articles'), rota: rota ?? usage(line, '缺少 --rota') };
    return () => jsonContents(kind, files);
  }
  const file = values.file ?? usage(line, '缺少 --file');
  return () => (kind === 'projects' ? projectContents(file, keys) : jsonContents(kind, { file }));
}

function report(result: PublishResult<Publication>, keys: string): CliResult {
  if (!result.ok) return refusedFor(result.problems);
  const { manifest, fingerprint, outcome } = result.value;
  const document = { ok: true, outcome, ...summaryOf(manifest), fingerprint };
  return done(document, [
    sentenceOf(result.value),
    `发布单位指纹 Fingerprint: ${shortFingerprint(fingerprint)}`,
    `密钥 Keys: ${path.resolve(keys)}`,
  ]);
}

function summaryOf(manifest: PackageManifest) {
  const { changes, files = [], deltas = [], retired } = manifest;
  return {
    ...versionSummary(manifest),
    changes: {
      since: changes.since,
      added: changes.added.length,
      changed: changes.changed.length,
      withdrawn: changes.withdrawn.length,
    },
    files: files.map((file) => ({ name: file.name, length: file.length })),
    deltas: deltas.map(({ from, to, length }) => ({ from, to, length })),
    retired: retired ?? false,
  };
}

function sentenceOf({ manifest, outcome }: Publication): string {
  const { title, version, changes, retired } = manifest;
  if (outcome === 'unchanged') return `“${title}”内容没有变化，仍是第 ${version} 版。Unchanged.`;
  if (outcome === 'renewed') return `“${title}”内容没有变化，仍是第 ${version} 版；签名已续期。Unchanged, signatures renewed.`;
  if (retired) return `已撤下“${title}”（第 ${version} 版），共 ${changes.withdrawn.length} 项。Withdrawn as version ${version}.`;
  const delta =
    changes.since === null ? '' : `，新增 ${changes.added.length}，修改 ${changes.changed.length}，撤下 ${changes.withdrawn.length}`;
  return `已发布“${title}”第 ${version} 版，共 ${versionSummary(manifest).items} 项${delta}。Published version ${version}.`;
}

function refusedFor(problems: readonly PublishProblem[]): CliResult {
  const messages = ['没有发布任何内容。Nothing was published.', ...problems.map(({ code, message }) => `[${code}] ${message}`)];
  return refused({ ok: false, problems }, messages);
}
