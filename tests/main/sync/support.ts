import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, onTestFinished } from 'vitest';
import type { StagedPackage, SyncFindings } from '../../../shared/ipc/contract.ts';
import type { Failure, Result } from '../../../shared/model/failure.ts';
import type { Question } from '../../../shared/model/question.ts';
import { serveFolder, urlOf } from '../../../main/cli/serve.ts';
import { publishPackage, type Publication } from '../../../main/publish/publish.ts';
import { createPackages, type Packages, type PackagesOptions } from '../../../main/sync/packages.ts';
import type { Progress } from '../../../main/sync/run/run.ts';
import { withoutWindow } from '../../../main/sync/service/without-window.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sanxun-test-'));
  folders.push(folder);
  return folder;
}

/** The address of a server that is closed when the test ends. */
export function untilTestEnds(server: Server): string {
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return urlOf(server);
}

export const serve = async (folder: string): Promise<string> => untilTestEnds(await serveFolder(folder, 0));

export const noon = Date.parse('2026-09-01T04:00:00Z');
export const day = 86_400_000;

/** A question that is told apart by its number; `note` changes its content without changing what it asks. */
export function question(number: number, { section = '党史', note = '' } = {}): Question {
  return {
    id: `Q-${number}`,
    section,
    topic: '',
    stem: `第 ${number} 题的题干（  ）`,
    explanation: note,
    basis: '',
    difficulty: 'easy',
    type: 'single',
    options: ['甲', '乙', '丙'],
    answer: [number % 3],
    shuffle: true,
  };
}

export const numbers = (count: number, from = 1): number[] => Array.from({ length: count }, (_, place) => from + place);

export interface Bureau {
  readonly repository: string;
  readonly keys: string;
  publish(questions: readonly Question[], now?: number, name?: string): Promise<Publication>;
}

/** A publisher with a repository and keys of its own. */
export async function openBureau(): Promise<Bureau> {
  const home = await temporaryFolder();
  const repository = path.join(home, 'repository');
  const keys = path.join(home, 'keys');
  return {
    repository,
    keys,
    async publish(questions, now = noon, name = 'bank') {
      const contents = { kind: 'bank', items: { questions } } as const;
      const result = await publishPackage({ repository, keys, name, title: `题库 ${name}`, contents, now });
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      return result.value;
    },
  };
}

export interface Branch {
  readonly directory: string;
  readonly packages: Packages;
  /** Technical reasons that were logged. */
  readonly logged: readonly unknown[];
  /** Trusts what lies in a folder or at an address, and gives the source's id. */
  trust(from: string): Promise<string>;
  /** One source, several in their order, or all (null). */
  sync(source: string | readonly string[] | null, signal?: AbortSignal, progress?: Progress): Promise<Result<SyncFindings>>;
  /** Syncs and settles everything that was found. */
  update(source: string | readonly string[] | null): Promise<readonly StagedPackage[]>;
  /** Syncs and expects a refusal. */
  refusal(source: string | readonly string[] | null): Promise<Failure>;
}

/** A branch office's copy of the program; the token of a place is its path. */
export async function openBranch(options: Partial<PackagesOptions> = {}): Promise<Branch> {
  const directory = options.directory ?? (await temporaryFolder());
  const logged: unknown[] = [];
  const log = (_message: string, error: unknown): void => void logged.push(error);
  const packages = await createPackages({ ...withoutWindow(directory, log), now: () => noon, ...options });
  const sync: Branch['sync'] = (source, signal = new AbortController().signal, progress = () => undefined) =>
    packages.sync({ sources: typeof source === 'string' ? [source] : source, beyondLimit: false }, signal, progress);
  return {
    directory,
    packages,
    logged,
    sync,
    async trust(from) {
      const probe = valueOf(await packages.probe(from.startsWith('http') ? { kind: 'http', url: from } : { kind: 'folder', place: from }));
      return valueOf(await packages.addSource(probe.probe)).id;
    },
    async update(source) {
      const findings = valueOf(await sync(source));
      if (findings.packages.length > 0) await packages.settle(findings.packages.map(({ staged }) => staged));
      return findings.packages;
    },
    refusal: async (source) => failureOf(await sync(source)),
  };
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}

export function failureOf(result: Result<unknown>): Failure {
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`);
  return result.failure;
}

/** Path → SHA-256 of every file below a folder. */
export async function fingerprintFiles(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const hashes = await Promise.all(files.sort().map(async (file) => [path.relative(folder, file), await hashOf(file)] as const));
  return Object.fromEntries(hashes);
}

const hashOf = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

/** A copy of a repository, as on a stick. */
export async function copyOf(repository: string): Promise<string> {
  const stick = path.join(await temporaryFolder(), 'stick');
  await cp(repository, stick, { recursive: true });
  return stick;
}

/** The one file of a repository whose path matches. */
export async function findFile(repository: string, pattern: RegExp): Promise<string> {
  const names = (await readdir(repository, { recursive: true })).filter((name) => pattern.test(name));
  if (names.length !== 1) throw new Error(`${pattern} matches ${names.length} files: ${names.join(' ')}`);
  return path.join(repository, names[0] ?? '');
}
