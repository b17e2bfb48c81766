import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { repoGet } from '../../../main/cli/repo-get.ts';
import { serveFolder, urlOf } from '../../../main/cli/serve.ts';
import { ForeignRepository, newSigner, type Publication, type Signer, type Style } from './foreign-repository.ts';
import { copyOf, fingerprintFiles, temporaryFolder } from './support.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A client of its own that trusts the first root, and one way to a repository. */
export interface Client {
  readonly into: string;
  /** The content that it has then, or `refused: <kind>`. */
  get(target: string): Promise<string>;
}

export interface Scene {
  readonly repository: ForeignRepository;
  /** The repository as it was one version ago. */
  readonly older: string;
  readonly papers: readonly Signer[];
  /** Over a folder, over HTTP, and on a stick that was copied just now. */
  readonly clients: readonly Client[];
  publish(content: string, publication?: Publication): Promise<void>;
}

export interface Setting {
  readonly style?: Partial<Style>;
  readonly prepare?: (repository: ForeignRepository) => void;
}

/** A repository at version 2 (`nil`, then `one`) and three clients that have taken it. */
export async function openScene({ style = {}, prepare = () => undefined }: Setting): Promise<Scene> {
  const repository = new ForeignRepository(path.join(await temporaryFolder(), 'foreign'), style);
  prepare(repository);
  const root = await repository.publishRoot(repository.signers.root);
  const papers = [newSigner()];
  const publish = (content: string, publication: Publication = {}): Promise<void> => {
    const targets = { 'papers/q.txt': `q: ${content}` };
    const delegated = [{ name: 'papers', signers: papers, targets, covers: { paths: ['papers/*'] } }];
    return repository.publish(
      { 'a.txt': `a: ${content}` },
      { ...publication, delegated: [...delegated, ...(publication.delegated ?? [])] },
    );
  };
  await publish('nil');
  const older = await copyOf(repository.directory);
  await publish('one');
  const server = await serveFolder(repository.directory, 0);
  servers.push(server);
  const places = [async () => repository.directory, async () => urlOf(server), () => copyOf(repository.directory)];
  const clients = await Promise.all(places.map((place) => openClient(root, place)));
  for (const client of clients) expect([await client.get('a.txt'), await client.get('papers/q.txt')]).toEqual(['a: one', 'q: one']);
  return { repository, older, papers, clients, publish };
}

/** A client that pins a root and finds the repository at a place. */
export async function openClient(root: Buffer, place: () => Promise<string>): Promise<Client> {
  const into = await temporaryFolder();
  const rootFile = path.join(await temporaryFolder(), 'pinned.json');
  await writeFile(rootFile, root);
  return {
    into,
    async get(target) {
      const { exitCode, document } = await repoGet(['--from', await place(), '--root', rootFile, '--into', into, '--target', target]);
      const { failure, file } = document as { failure?: { kind: string }; file?: string };
      return exitCode === 0 && file ? readFile(file, 'utf8') : `refused: ${failure?.kind}`;
    },
  };
}

/** What was saved; the trusted metadata beside it may go on. */
export async function savedBy({ into }: Client): Promise<Record<string, string>> {
  const files = await fingerprintFiles(into);
  return Object.fromEntries(Object.entries(files).filter(([file]) => !file.startsWith('.trust')));
}

/** Puts the repository back as it is now, and forgets what was published since, numbers aside. */
export async function remember({ repository }: Scene): Promise<() => Promise<void>> {
  const { signers, thresholds } = repository;
  const { root } = repository.versions;
  const copy = await copyOf(repository.directory);
  return async () => {
    await rm(repository.directory, { recursive: true });
    await cp(copy, repository.directory, { recursive: true });
    Object.assign(repository, { signers, thresholds, versions: { root, others: repository.versions.others + 5 } });
  };
}

export interface Attack extends Setting {
  readonly kind: string;
  readonly attack: (scene: Scene) => Promise<unknown>;
  /** What is asked for; `a.txt` where nothing is said. */
  readonly target?: string;
  /** How the publisher goes on where a new root was trusted; else all is put back as it was. */
  readonly heal?: (scene: Scene) => Promise<unknown>;
}

async function run({ kind, attack, target = 'a.txt', heal, ...setting }: Attack): Promise<void> {
  const scene = await openScene(setting);
  const restore = await remember(scene);
  const saved = await Promise.all(scene.clients.map(savedBy));
  await attack(scene);
  for (const client of scene.clients) expect(await client.get(target)).toBe(`refused: ${kind}`);
  expect(await Promise.all(scene.clients.map(savedBy))).toEqual(saved);
  await (heal ?? restore)(scene);
  await scene.publish('two');
  for (const client of scene.clients) expect([await client.get('a.txt'), await client.get('papers/q.txt')]).toEqual(['a: two', 'q: two']);
}

/** One test for each attack. */
export const runAll = (attacks: Readonly<Record<string, Attack>>): void =>
  test.each(Object.entries(attacks))('%s', (_name, attack) => run(attack));
