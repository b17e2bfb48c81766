import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BlockEntry } from '@shared/model/package.ts';
import { hashBytes } from '../../files.ts';
import { limits } from '../../limits.ts';
import { pack as packText } from '../../sync/delta/packing.ts';
import { listItems } from '../../sync/store/block-content.ts';
import type { Block } from './blocks.ts';
import { refuse } from '../problem.ts';

/** A block as it goes into the repository. */
export interface PackedBlock {
  readonly entry: BlockEntry;
  /** The block of the version before that it shares most with; '' where it shares nothing. */
  readonly base: string;
  /** Packed, and as it was before; null where the version before has the same block. */
  readonly bytes: Buffer | null;
  readonly text: Buffer | null;
}

/** A block of the version before, to be kept where nothing in it changed. */
export interface OldBlock extends Block {
  readonly entry: BlockEntry;
}

/** Packs blocks, or takes the old ones where their contents are the same. Throws PublishRefusal. */
export async function packBlocks(name: string, blocks: readonly Block[], old: readonly OldBlock[]): Promise<readonly PackedBlock[]> {
  const byNumber = new Map(old.map((block) => [block.number, block]));
  const baseOf = bases(old);
  const packed: PackedBlock[] = [];
  for (const block of blocks) {
    packed.push(packBlock(name, block, byNumber.get(block.number), baseOf));
    await nextTurn();
  }
  return packed;
}

/** The number in the name of a block. */
export const numberOf = (entry: BlockEntry): number => Number(/b(\d+)\.json\.gz$/.exec(entry.target)?.[1] ?? 0);

function packBlock(name: string, block: Block, old: OldBlock | undefined, baseOf: (block: Block) => string): PackedBlock {
  const text = Buffer.from(JSON.stringify(block.contents.items));
  // Both went through the same schema, which gives their keys one order.
  if (old && JSON.stringify(old.contents.items) === text.toString('utf8'))
    return { entry: old.entry, base: old.entry.target, bytes: null, text: null };
  const bytes = packText(text);
  const target = targetOf(name, block.number);
  if (text.length > limits.blockUnpacked || bytes.length > limits.blockPacked) {
    refuse('block-too-large', `数据块 ${target} 太大（${bytes.length} 字节），请检查源文件中是否有异常长的内容。`);
  }
  const items = listItems(block.contents).length;
  const entry = { target, sha256: hashBytes(bytes), length: bytes.length, items, section: block.section };
  return { entry, base: baseOf(block), bytes, text };
}

/** Which old block most items of a block come from: questions move, and whole sections are renamed. */
function bases(old: readonly OldBlock[]): (block: Block) => string {
  const homes = new Map(old.flatMap(({ entry, contents }) => listItems(contents).map(({ id }) => [id, entry.target])));
  return ({ contents }) => {
    const counts = new Map<string, number>();
    for (const { id } of listItems(contents)) {
      const home = homes.get(id);
      if (home !== undefined) counts.set(home, (counts.get(home) ?? 0) + 1);
    }
    return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0])[0];
  };
}

const targetOf = (name: string, number: number): string => `${name}/b${String(number).padStart(4, '0')}.json.gz`;
