import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ImportedFile } from '@shared/bank/imported.ts';
import type { PackageKind } from '@shared/model/package.ts';
import { importQuestions } from '../../import/index.ts';
import { prepareQuestions } from '../../publish/bank/questions.ts';
import { openReceivingKeys } from '../../examining/receiving-key.ts';
import { PublishRefusal, refuse } from '../../publish/problem.ts';
import { openRepository, publishedQuestions, readPublished } from '../../publish/repository/repository.ts';
import type { PackageContents } from '../../sync/store/block-content.ts';

export interface BankFiles {
  readonly files: readonly string[];
  /** 板块 of questions that name none; null takes the name of their file. */
  readonly section: string | null;
  readonly skipErrors: boolean;
}

/** Where a package is published, and under which name. */
export interface Home {
  readonly repository: string;
  readonly name: string;
}

/** Questions of files of any format that the importer reads. Throws PublishRefusal with every problem. */
export async function bankContents({ files, section, skipErrors }: BankFiles, { repository, name }: Home): Promise<PackageContents> {
  const imported: ImportedFile[] = [];
  for (const file of files) imported.push(await importQuestions(file, section === null ? {} : { section }));
  const before = await publishedQuestions(repository, name);
  const { questions, problems } = prepareQuestions(imported, { section, skipErrors, before });
  if (problems.length > 0) throw new PublishRefusal(problems);
  return { kind: 'bank', items: { questions } };
}

/** Files of JSON by the name of the part of the package that they hold; a policy, a roster and an exam are one file. Throws PublishRefusal. */
export async function jsonContents(
  kind: Exclude<PackageKind, 'bank' | 'projects'>,
  files: { readonly file: string } | { readonly articles: string; readonly rota: string },
): Promise<PackageContents> {
  const items =
    'file' in files
      ? await readJsonFile(files.file)
      : { articles: await readJsonFile(files.articles), rota: await readJsonFile(files.rota) };
  return { kind, items: kind === 'policy' || kind === 'exam' ? { [kind]: items } : items } as PackageContents; // publishPackage checks it against the schema of its kind
}

/**
 * What the bureau decides on projects; lists that the file leaves out are empty. Where it names no key that bundles are sealed
 * to, that of the keys' folder is taken, or made. Throws PublishRefusal.
 */
export async function projectContents(file: string, keys: string): Promise<PackageContents> {
  const given: unknown = await readJsonFile(file);
  const empty = { offers: [], assignments: [], decisions: [], events: [], benchmarks: [] };
  const isWhole = typeof given === 'object' && given !== null && 'receiving' in given;
  const receiving = isWhole ? {} : { receiving: [{ id: 'receiving', recipient: (await openReceivingKeys(keys, null).state()).recipient }] };
  return { kind: 'projects', items: { ...empty, ...receiving, ...Object(given) } }; // publishPackage checks it against the schema of its kind
}

/** What is published now, for a version that only takes other large files along. Throws PublishRefusal. */
export async function sameContents({ repository, name }: Home): Promise<{ readonly contents: PackageContents; readonly title: string }> {
  const published = await readPublished(await openRepository(repository), name);
  const [first] = published?.blocks ?? [];
  if (!published || !first) return refuse('nothing-to-publish', `发布文件夹里没有数据包“${name}”。`);
  const { title } = published.manifest;
  if (first.kind !== 'bank') return { contents: first, title };
  const questions = published.blocks.flatMap((block) => (block.kind === 'bank' ? block.items.questions : []));
  return { contents: { kind: 'bank', items: { questions } }, title };
}

async function readJsonFile(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new PublishRefusal([{ code: 'source-error', message: `${path.basename(file)} 读不出来：${String(error)}` }], error);
  }
}
