import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { canonicalJson } from '@shared/bank/changes.ts';
import type { BlockEntry } from '@shared/model/package.ts';
import { hashBytes } from '../../files.ts';
import { limits } from '../../limits.ts';
import { listItems } from '../../sync/store/block-content.ts';
import type { Block } from './blocks.ts';
import { refuse } from '../problem.ts';

/** A block as it goes into the repository; `bytes` is null where the version before has the same one. */
export interface PackedBlock {
  readonly entry: BlockEntry;
  readonly bytes: Buffer | null;
}

/** A block of the version before, to be kept where nothing in it changed. */
export interface OldBlock extends Block {
  readonly entry: BlockEntry;
}

/** Packs a block, or takes the old one with its bytes where its contents are the same. Throws PublishRefusal. */
export async function pack(name: string, block: Block, old: OldBlock | undefined): Promise<PackedBlock> {
  if (old && canonicalJson(old.contents) === canonicalJson(block.contents)) return { entry: old.entry, bytes: null };
  const text = Buffer.from(JSON.stringify(block.contents.items));
  const bytes = await zip(text);
  const target = targetOf(name, block.number);
  if (text.length > limits.blockUnpacked || bytes.length > limits.blockPacked) {
    refuse('block-too-large', `数据块 ${target} 太大（${bytes.length} 字节），请检查源文件中是否有异常长的内容。`);
  }
  const items = listItems(block.contents).length;
  return { entry: { target, sha256: hashBytes(bytes), length: bytes.length, items, section: block.section }, bytes };
}

const targetOf = (name: string, number: number): string => `${name}/b${String(number).padStart(4, '0')}.json.gz`;

/** The number in the name of a block. */
export const numberOf = (entry: BlockEntry): number => Number(/b(\d+)\.json\.gz$/.exec(entry.target)?.[1] ?? 0);

const compress = promisify(gzip);

/** Equal contents give equal bytes everywhere: no time in the header, and no system named in it (byte 9: 255 = unknown). */
async function zip(text: Buffer): Promise<Buffer> {
  const bytes = await compress(text, { level: 9 });
  bytes[9] = 255;
  return bytes;
}
