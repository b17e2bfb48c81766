import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { StagedBlock, StagedPackage } from '@shared/ipc/contract.ts';
import type { BlockContents, InstalledPackage, PackageKind } from '@shared/model/package.ts';
import type { Question } from '@shared/model/question.ts';
import { packIndex, type PackedIndex } from '@shared/packages/packed-index.ts';
import { installVersions, missingBlocks, settleVersions } from '../../renderer/data/content.ts';

/** One version of a package as main would give it: its description and its blocks. */
export interface Built {
  readonly version: InstalledPackage;
  readonly blocks: readonly StagedBlock[];
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** A question that is told apart by its number. */
export const judgeQuestion = (number: number): Question => ({
  id: `Q-${number}`,
  section: '党章',
  topic: '',
  stem: `第${number}题`,
  explanation: '',
  basis: '',
  difficulty: 'easy',
  type: 'judge',
  answer: true,
});

/** A bank of these blocks; the questions of one block are of one section. */
export function buildBank(blocks: readonly (readonly Question[])[], number = 1): Built {
  return build(
    { name: 'bank', kind: 'bank', number },
    blocks.map((questions) => ({ contents: { questions }, index: indexOf(questions), items: questions.length })),
  );
}

/** A package of one block. */
export function buildSmall<K extends Exclude<PackageKind, 'bank'>>(kind: K, contents: BlockContents[K]): Built {
  return build({ name: kind, kind, number: 1 }, [{ contents, index: null, items: 1 }]);
}

/** Installs as the program does: only the blocks that the database lacks. Gives their positions. */
export async function install({ version, blocks }: Built): Promise<readonly number[]> {
  const missing = await missingBlocks(version);
  await installVersions([{ version, fresh: new Map(missing.map((position) => [position, blocks[position]!])) }]);
  await settleVersions([version]);
  return missing;
}

/** The version as a sync finds it. */
export function stagedOf({ version }: Built, change: Partial<StagedPackage> = {}): StagedPackage {
  const { name, kind, title, issued, blocks, publisher } = version;
  const changes = { since: null, added: [], changed: [], withdrawn: [] };
  const manifest = { format: 1, name, kind, version: version.version, title, issued, blocks, changes } as const;
  const counts = { added: 0, changed: 0, withdrawn: 0, touched: [] };
  return { staged: `staged-${name}`, manifest, publisher, source: '', replaces: null, ...counts, rollsBack: false, ...change };
}

interface Part {
  readonly contents: unknown;
  readonly index: PackedIndex | null;
  readonly items: number;
}

function build(
  { name, kind, number }: { readonly name: string; readonly kind: PackageKind; readonly number: number },
  parts: readonly Part[],
): Built {
  const blocks = parts.map(({ contents, index }): StagedBlock => ({ bytes: new Uint8Array(gzipSync(JSON.stringify(contents))), index }));
  const entries = blocks.map(({ bytes, index }, position) => ({
    target: `${name}/${position + 1}.json.gz`,
    sha256: sha256(bytes),
    length: bytes.length,
    items: parts[position]!.items,
    section: index?.section ?? '',
  }));
  const about = { title: `示例${name}`, issued: '2026-09-01T00:00:00.000Z', installedAt: '2026-09-02T00:00:00.000Z' };
  return { version: { name, kind, version: number, publisher: 'ab'.repeat(32), blocks: entries, ...about }, blocks };
}

const indexOf = (questions: readonly Question[]): PackedIndex =>
  packIndex({
    section: questions[0]?.section ?? '',
    ids: questions.map(({ id }) => id),
    types: questions.map(({ type }) => type),
    topics: questions.map(({ topic }) => topic),
    difficulties: questions.map(({ difficulty }) => difficulty),
    revisions: questions.map((question) => sha256(JSON.stringify(question)).slice(0, 16)),
  });
