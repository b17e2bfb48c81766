// What the helper's thread runs: reads blocks of banks until it is ended.
import { parentPort } from 'node:worker_threads';
import { readBlock } from '../block-content.ts';
import type { Answered, Asked } from './messages.ts';

parentPort?.on('message', (asked: Asked) => void answer(asked)); // only helper.ts speaks to it

async function answer(asked: Asked): Promise<void> {
  const answered: Answered = { number: asked.number, index: await indexOf(asked) };
  parentPort?.postMessage(answered, []);
}

async function indexOf({ entry, bytes }: Asked): Promise<Answered['index']> {
  try {
    return (await readBlock('bank', entry, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))).index;
  } catch {
    return null; // whoever asked reads the block again and tells why
  }
}
