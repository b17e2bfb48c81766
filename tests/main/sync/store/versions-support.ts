import { createHash } from 'node:crypto';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { StagedPackage } from '@shared/ipc/packages.ts';
import type { BlockEntry, PackageManifest, PieceEntry } from '@shared/model/package.ts';
import type { Question } from '@shared/model/question.ts';
import { openBlockStore, type BlockStore } from '../../../../main/sync/store/block-store.ts';
import { openInstalling, type Installing } from '../../../../main/sync/store/installing.ts';
import type { Offer } from '../../../../main/sync/store/precedence.ts';
import { stage } from '../../../../main/sync/store/staging.ts';
import { noon, temporaryFolder } from '../support.ts';

export const publisher = 'ab'.repeat(32);

export interface Office {
  readonly directory: string;
  readonly store: BlockStore;
  readonly installing: Installing;
  now: number;
  /** Puts the content of a bank into the store and describes it as a publisher would. */
  bank(version: number, blocks: readonly (readonly Question[])[], change?: Partial<PackageManifest>): Promise<Offer>;
  piece(bytes: Buffer): Promise<PieceEntry>;
  /** Stages what was offered, in the place of what is installed. */
  stage(offer: Offer): Promise<StagedPackage>;
  /** Stages and settles, all together. */
  install(...offers: readonly Offer[]): Promise<void>;
  /** The program after its process has died. */
  restart(): Promise<Office>;
}

/** The records and the content store of one office, without any source. */
export async function openOffice(directory?: string, now = noon): Promise<Office> {
  const home = directory ?? (await temporaryFolder());
  const store = await openBlockStore(path.join(home, 'blocks'));
  const hold = async (target: string, bytes: Buffer): Promise<PieceEntry> => {
    const piece = { target, sha256: createHash('sha256').update(bytes).digest('hex'), length: bytes.length };
    await store.put(piece, bytes);
    return piece;
  };
  const { signal } = new AbortController();
  const office: Office = {
    directory: home,
    store,
    now,
    installing: await openInstalling({ directory: home, store, now: () => office.now }),
    async bank(version, blocks, change = {}) {
      const name = change.name ?? 'bank';
      const entries = await Promise.all(blocks.map((questions, place) => packed(name, place, questions, hold)));
      return offerOf({ ...manifestOf(name, version, entries), ...change });
    },
    piece: (bytes) => hold('bank/f-000000000000.001', bytes),
    async stage(offer) {
      const replaces = await office.installing.records.find(offer.manifest.name);
      return office.installing.hold(await stage({ offer, replaces, store, onBlock: () => undefined, signal }));
    },
    async install(...offers) {
      const staged: StagedPackage[] = [];
      for (const offer of offers) staged.push(await office.stage(offer));
      await office.installing.settle(staged.map((one) => one.staged));
    },
    restart: () => openOffice(home, office.now),
  };
  return office;
}

async function packed(
  name: string,
  place: number,
  questions: readonly Question[],
  hold: (target: string, bytes: Buffer) => Promise<PieceEntry>,
): Promise<BlockEntry> {
  const piece = await hold(`${name}/b000${place + 1}.json.gz`, gzipSync(JSON.stringify({ questions })));
  return { ...piece, items: questions.length, section: questions[0]?.section ?? '' };
}

function manifestOf(name: string, version: number, blocks: readonly BlockEntry[]): PackageManifest {
  const issued = new Date(noon + version * 1_000).toISOString();
  const changes = { since: version > 1 ? version - 1 : null, added: [], changed: [], withdrawn: [] };
  return { format: 1, name, kind: 'bank', version, title: `示例题库 ${name}`, issued, blocks, changes };
}

const offerOf = (manifest: PackageManifest): Offer => ({
  manifest,
  publisher,
  starter: false,
  source: '示例来源',
  expires: '2027-09-01T00:00:00.000Z',
});
